-- DropIndex
DROP INDEX "Consultation_stage_closesAt_idx";

-- DropIndex
DROP INDEX "Remark_consultationId_state_idx";

-- AlterTable
ALTER TABLE "Clause" ADD COLUMN     "mergedIntoId" UUID,
ADD COLUMN     "mergedVersion" INTEGER,
ADD COLUMN     "splitFromId" UUID;

-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "quote" TEXT;

-- AlterTable
ALTER TABLE "Consultation" DROP COLUMN "stage",
ADD COLUMN     "adoptedOn" TEXT,
ADD COLUMN     "fourEyes" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "nextGroup" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "sentAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "OperationWording" ADD COLUMN     "rest" TEXT;

-- AlterTable
ALTER TABLE "Remark" ADD COLUMN     "assignedToId" UUID,
ADD COLUMN     "assignedToName" TEXT,
ADD COLUMN     "category" TEXT,
ADD COLUMN     "dueAt" TIMESTAMPTZ(3),
ADD COLUMN     "filingId" UUID,
ADD COLUMN     "groupId" UUID,
ADD COLUMN     "likeness" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "place" TEXT,
ADD COLUMN     "point" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "RemarkOperation" ADD COLUMN     "carriedRest" TEXT,
ADD COLUMN     "quote" TEXT,
ADD COLUMN     "rest" TEXT,
ADD COLUMN     "targetClauseId" UUID,
ADD COLUMN     "targetRevisionId" UUID;

-- AlterTable
ALTER TABLE "Ruling" ADD COLUMN     "decisionWords" TEXT,
ADD COLUMN     "draftedById" UUID,
ADD COLUMN     "draftedByName" TEXT,
ADD COLUMN     "groupId" UUID;

-- AlterTable
ALTER TABLE "Support" ADD COLUMN     "givenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "stance" TEXT NOT NULL DEFAULT 'support',
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "wordingHash" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "isGuest" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Filing" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "consultationId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "authorId" UUID,
    "authorName" TEXT NOT NULL,
    "organisation" TEXT,
    "contactEmail" TEXT,
    "contactAddress" TEXT,
    "caseSign" TEXT,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "filedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "enteredById" UUID,
    "enteredByName" TEXT,
    "isLate" BOOLEAN NOT NULL DEFAULT false,
    "refiledFromId" UUID,
    "locale" TEXT NOT NULL DEFAULT 'pl',

    CONSTRAINT "Filing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GuestFiling" (
    "id" UUID NOT NULL,
    "secretHash" TEXT NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "consultationId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "organisation" TEXT,
    "locale" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "GuestFiling_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RemarkOriginal" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "remarkId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "redactedById" UUID NOT NULL,
    "redactedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RemarkOriginal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RemarkGroup" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "consultationId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "RemarkGroup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RulingDraft" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "consultationId" UUID NOT NULL,
    "remarkId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "finals" JSONB NOT NULL DEFAULT '{}',
    "againstVersion" INTEGER NOT NULL,
    "remarkRevision" INTEGER NOT NULL,
    "draftedById" UUID NOT NULL,
    "draftedByName" TEXT NOT NULL,
    "returnNote" TEXT,
    "reviewedById" UUID,
    "reviewedByName" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RulingDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Meeting" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "consultationId" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "startsAt" TIMESTAMPTZ(3) NOT NULL,
    "endsAt" TIMESTAMPTZ(3),
    "place" TEXT NOT NULL,
    "attendance" INTEGER,
    "minutes" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "cancelledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportDetails" (
    "consultationId" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "json" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updatedById" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReportDetails_pkey" PRIMARY KEY ("consultationId")
);

-- CreateTable
CREATE TABLE "Report" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "consultationId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "json" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "madeById" UUID NOT NULL,
    "madeByName" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UnifiedText" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "consultationId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "checks" JSONB NOT NULL DEFAULT '[]',
    "proposedById" UUID NOT NULL,
    "proposedByName" TEXT NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "frozenById" UUID,
    "frozenByName" TEXT,
    "frozenAt" TIMESTAMPTZ(3),

    CONSTRAINT "UnifiedText_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AdoptedText" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "unifiedId" UUID NOT NULL,
    "sign" TEXT NOT NULL,
    "adoptedOn" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "enteredById" UUID NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AdoptedText_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Filing_authorId_idx" ON "Filing"("authorId");

-- CreateIndex
CREATE UNIQUE INDEX "Filing_consultationId_number_key" ON "Filing"("consultationId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "GuestFiling_secretHash_key" ON "GuestFiling"("secretHash");

-- CreateIndex
CREATE INDEX "GuestFiling_consultationId_idx" ON "GuestFiling"("consultationId");

-- CreateIndex
CREATE INDEX "GuestFiling_expiresAt_idx" ON "GuestFiling"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "RemarkOriginal_remarkId_key" ON "RemarkOriginal"("remarkId");

-- CreateIndex
CREATE UNIQUE INDEX "RemarkGroup_consultationId_number_key" ON "RemarkGroup"("consultationId", "number");

-- CreateIndex
CREATE INDEX "RulingDraft_remarkId_idx" ON "RulingDraft"("remarkId");

-- CreateIndex
CREATE INDEX "RulingDraft_consultationId_state_idx" ON "RulingDraft"("consultationId", "state");

-- CreateIndex
CREATE INDEX "Meeting_consultationId_startsAt_idx" ON "Meeting"("consultationId", "startsAt");

-- CreateIndex
CREATE UNIQUE INDEX "Report_consultationId_number_key" ON "Report"("consultationId", "number");

-- CreateIndex
CREATE INDEX "UnifiedText_consultationId_idx" ON "UnifiedText"("consultationId");

-- CreateIndex
CREATE UNIQUE INDEX "AdoptedText_unifiedId_key" ON "AdoptedText"("unifiedId");

-- CreateIndex
CREATE INDEX "Consultation_closesAt_idx" ON "Consultation"("closesAt");

-- CreateIndex
CREATE INDEX "Remark_consultationId_state_number_idx" ON "Remark"("consultationId", "state", "number");

-- CreateIndex
CREATE INDEX "Remark_consultationId_likeness_idx" ON "Remark"("consultationId", "likeness");

-- CreateIndex
CREATE INDEX "Remark_filingId_idx" ON "Remark"("filingId");

-- CreateIndex
CREATE INDEX "Remark_groupId_idx" ON "Remark"("groupId");

-- CreateIndex
CREATE INDEX "RemarkOperation_targetClauseId_idx" ON "RemarkOperation"("targetClauseId");

-- Every remark of before is a filing of one point.
INSERT INTO "Filing" ("id", "teryt", "consultationId", "number", "channel", "authorId", "authorName", "organisation", "receivedAt", "filedAt")
SELECT "id", "teryt", "consultationId", "number", "channel", "authorId", "authorName", "organisation", "filedAt", "filedAt" FROM "Remark";
UPDATE "Remark" SET "filingId" = "id";
ALTER TABLE "Remark" ALTER COLUMN "filingId" SET NOT NULL;

-- AddForeignKey
ALTER TABLE "Clause" ADD CONSTRAINT "Clause_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Clause"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Clause" ADD CONSTRAINT "Clause_splitFromId_fkey" FOREIGN KEY ("splitFromId") REFERENCES "Clause"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Filing" ADD CONSTRAINT "Filing_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Filing" ADD CONSTRAINT "Filing_refiledFromId_fkey" FOREIGN KEY ("refiledFromId") REFERENCES "Filing"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Remark" ADD CONSTRAINT "Remark_filingId_fkey" FOREIGN KEY ("filingId") REFERENCES "Filing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Remark" ADD CONSTRAINT "Remark_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "RemarkGroup"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RemarkOriginal" ADD CONSTRAINT "RemarkOriginal_remarkId_fkey" FOREIGN KEY ("remarkId") REFERENCES "Remark"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RemarkGroup" ADD CONSTRAINT "RemarkGroup_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RemarkOperation" ADD CONSTRAINT "RemarkOperation_targetClauseId_fkey" FOREIGN KEY ("targetClauseId") REFERENCES "Clause"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RulingDraft" ADD CONSTRAINT "RulingDraft_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RulingDraft" ADD CONSTRAINT "RulingDraft_remarkId_fkey" FOREIGN KEY ("remarkId") REFERENCES "Remark"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UnifiedText" ADD CONSTRAINT "UnifiedText_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AdoptedText" ADD CONSTRAINT "AdoptedText_unifiedId_fkey" FOREIGN KEY ("unifiedId") REFERENCES "UnifiedText"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
