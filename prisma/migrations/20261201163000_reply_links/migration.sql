-- AlterTable
ALTER TABLE "Reply" ADD COLUMN     "linkId" UUID,
ALTER COLUMN "authorId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "ReplyLink" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "roundId" UUID NOT NULL,
    "secretHash" TEXT NOT NULL,
    "toEmail" TEXT NOT NULL DEFAULT '',
    "createdById" UUID NOT NULL,
    "createdByName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "openedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ReplyLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReplyDraft" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "roundId" UUID NOT NULL,
    "indicator" TEXT NOT NULL,
    "stance" TEXT NOT NULL DEFAULT '',
    "level" INTEGER,
    "body" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "savedBy" TEXT NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReplyDraft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ReplyLink_secretHash_key" ON "ReplyLink"("secretHash");

-- CreateIndex
CREATE INDEX "ReplyLink_roundId_idx" ON "ReplyLink"("roundId");

-- CreateIndex
CREATE UNIQUE INDEX "ReplyDraft_roundId_indicator_key" ON "ReplyDraft"("roundId", "indicator");

-- AddForeignKey
ALTER TABLE "ReplyLink" ADD CONSTRAINT "ReplyLink_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "ReplyRound"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReplyDraft" ADD CONSTRAINT "ReplyDraft_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "ReplyRound"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One link of a term holds at a time, and a reply has an account or a link behind it.
CREATE UNIQUE INDEX "ReplyLink_roundId_holds_key" ON "ReplyLink"("roundId") WHERE "revokedAt" IS NULL;
ALTER TABLE "Reply" ADD CONSTRAINT "Reply_author_check" CHECK (("authorId" IS NULL) <> ("linkId" IS NULL));
