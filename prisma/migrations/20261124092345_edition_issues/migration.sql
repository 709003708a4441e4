-- DropIndex
DROP INDEX "Scorecard_editionId_teryt_key";

-- AlterTable
ALTER TABLE "Scorecard" ADD COLUMN     "issue" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "EditionIssue" (
    "id" UUID NOT NULL,
    "editionId" UUID NOT NULL,
    "issue" INTEGER NOT NULL,
    "manifest" JSONB NOT NULL,
    "manifestHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EditionIssue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EditionFile" (
    "id" UUID NOT NULL,
    "editionId" UUID NOT NULL,
    "teryt" CHAR(7),
    "path" TEXT NOT NULL,
    "issue" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "body" BYTEA NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "EditionFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Correction" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "editionId" UUID NOT NULL,
    "indicator" TEXT NOT NULL,
    "issue" INTEGER NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "madeById" UUID NOT NULL,
    "madeByName" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EmbargoLink" (
    "id" UUID NOT NULL,
    "editionId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "outlet" TEXT NOT NULL DEFAULT '',
    "email" TEXT NOT NULL,
    "secretHash" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "EmbargoLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EmbargoOpening" (
    "id" UUID NOT NULL,
    "linkId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EmbargoOpening_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PressSubscription" (
    "id" UUID NOT NULL,
    "editionId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'pl',
    "secretHash" TEXT NOT NULL,
    "leaveSecret" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PressSubscription_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "EditionIssue_editionId_issue_key" ON "EditionIssue"("editionId", "issue");

-- CreateIndex
CREATE UNIQUE INDEX "EditionFile_editionId_path_issue_key" ON "EditionFile"("editionId", "path", "issue");

-- CreateIndex
CREATE UNIQUE INDEX "Correction_editionId_issue_key" ON "Correction"("editionId", "issue");

-- CreateIndex
CREATE UNIQUE INDEX "EmbargoLink_secretHash_key" ON "EmbargoLink"("secretHash");

-- CreateIndex
CREATE INDEX "EmbargoLink_editionId_idx" ON "EmbargoLink"("editionId");

-- CreateIndex
CREATE INDEX "EmbargoOpening_linkId_at_idx" ON "EmbargoOpening"("linkId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "PressSubscription_secretHash_key" ON "PressSubscription"("secretHash");

-- CreateIndex
CREATE UNIQUE INDEX "PressSubscription_leaveSecret_key" ON "PressSubscription"("leaveSecret");

-- CreateIndex
CREATE UNIQUE INDEX "PressSubscription_editionId_email_key" ON "PressSubscription"("editionId", "email");

-- CreateIndex
CREATE UNIQUE INDEX "Scorecard_editionId_teryt_issue_key" ON "Scorecard"("editionId", "teryt", "issue");

-- AddForeignKey
ALTER TABLE "EditionIssue" ADD CONSTRAINT "EditionIssue_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EditionFile" ADD CONSTRAINT "EditionFile_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EmbargoLink" ADD CONSTRAINT "EmbargoLink_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EmbargoOpening" ADD CONSTRAINT "EmbargoOpening_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "EmbargoLink"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PressSubscription" ADD CONSTRAINT "PressSubscription_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Editions published so far become their first issue; what was hashed stays byte for byte.
INSERT INTO "EditionIssue" ("id", "editionId", "issue", "manifest", "manifestHash", "createdAt")
SELECT gen_random_uuid(), "id", 1, "manifest", "manifestHash", COALESCE("publishedAt", CURRENT_TIMESTAMP)
FROM "Edition" WHERE "manifest" IS NOT NULL AND "manifestHash" IS NOT NULL;

UPDATE "Edition" SET "state" = 'frozen' WHERE "state" = 'published';

-- AlterTable
ALTER TABLE "Edition" DROP COLUMN "manifest",
DROP COLUMN "manifestHash",
ADD COLUMN     "issue" INTEGER NOT NULL DEFAULT 1;
