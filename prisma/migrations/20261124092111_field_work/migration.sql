-- AlterTable
ALTER TABLE "Coding" ADD COLUMN     "slot" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "submittedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Edition" ADD COLUMN     "doubleSeed" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "doubleShare" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "fieldwork" JSONB,
ADD COLUMN     "fieldworkHash" TEXT;

-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "fileHash" TEXT,
ADD COLUMN     "fileName" TEXT,
ADD COLUMN     "fileSize" INTEGER,
ADD COLUMN     "fileType" TEXT,
ADD COLUMN     "isPlatform" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "TeamInvitation" (
    "id" UUID NOT NULL,
    "teamId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "secretHash" TEXT NOT NULL,
    "invitedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "TeamInvitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TieDeclaration" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "userId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "since" TEXT,
    "until" TEXT,
    "declaredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "replacedAt" TIMESTAMPTZ(3),

    CONSTRAINT "TieDeclaration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Assignment" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "editionId" UUID NOT NULL,
    "area" TEXT NOT NULL,
    "part" INTEGER NOT NULL,
    "userId" UUID NOT NULL,
    "assignedById" UUID NOT NULL,
    "assignedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DoubleCell" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "editionId" UUID NOT NULL,
    "indicator" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DoubleCell_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CodingSave" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "codingId" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "coderId" UUID NOT NULL,
    "coderName" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "level" INTEGER,
    "reason" TEXT NOT NULL DEFAULT '',
    "requestedOn" TEXT,
    "evidence" JSONB NOT NULL,
    "key" TEXT,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CodingSave_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StoredFile" (
    "hash" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StoredFile_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "FileUpload" (
    "id" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "uploadedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FileUpload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Adjudication" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "editionId" UUID NOT NULL,
    "indicator" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "level" INTEGER,
    "requestedOn" TEXT,
    "reason" TEXT NOT NULL,
    "decidedById" UUID NOT NULL,
    "decidedByName" TEXT NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Adjudication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReplyRound" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "editionId" UUID NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "openedById" UUID NOT NULL,
    "endsAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReplyRound_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reply" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "roundId" UUID NOT NULL,
    "indicator" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "stance" TEXT NOT NULL,
    "level" INTEGER,
    "body" TEXT NOT NULL DEFAULT '',
    "authorId" UUID NOT NULL,
    "authorName" TEXT NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Reply_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReplyFile" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "replyId" UUID NOT NULL,
    "fileHash" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "fileType" TEXT NOT NULL,
    "fileSize" INTEGER NOT NULL,

    CONSTRAINT "ReplyFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReplyDecision" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "replyId" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "level" INTEGER,
    "requestedOn" TEXT,
    "reason" TEXT NOT NULL,
    "decidedById" UUID NOT NULL,
    "decidedByName" TEXT NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReplyDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MethodologyBridge" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "fromVersion" TEXT NOT NULL,
    "toVersion" TEXT NOT NULL,
    "mapping" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MethodologyBridge_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "TeamInvitation_secretHash_key" ON "TeamInvitation"("secretHash");

-- CreateIndex
CREATE INDEX "TeamInvitation_teamId_idx" ON "TeamInvitation"("teamId");

-- CreateIndex
CREATE INDEX "TieDeclaration_userId_teryt_idx" ON "TieDeclaration"("userId", "teryt");

-- CreateIndex
CREATE INDEX "TieDeclaration_teryt_idx" ON "TieDeclaration"("teryt");

-- CreateIndex
CREATE UNIQUE INDEX "Assignment_editionId_teryt_area_part_key" ON "Assignment"("editionId", "teryt", "area", "part");

-- CreateIndex
CREATE UNIQUE INDEX "Assignment_editionId_teryt_area_userId_key" ON "Assignment"("editionId", "teryt", "area", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "DoubleCell_editionId_teryt_indicator_key" ON "DoubleCell"("editionId", "teryt", "indicator");

-- CreateIndex
CREATE UNIQUE INDEX "CodingSave_key_key" ON "CodingSave"("key");

-- CreateIndex
CREATE UNIQUE INDEX "CodingSave_codingId_revision_key" ON "CodingSave"("codingId", "revision");

-- CreateIndex
CREATE UNIQUE INDEX "FileUpload_hash_userId_key" ON "FileUpload"("hash", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "Adjudication_editionId_teryt_indicator_key" ON "Adjudication"("editionId", "teryt", "indicator");

-- CreateIndex
CREATE UNIQUE INDEX "ReplyRound_editionId_teryt_key" ON "ReplyRound"("editionId", "teryt");

-- CreateIndex
CREATE UNIQUE INDEX "Reply_roundId_indicator_seq_key" ON "Reply"("roundId", "indicator", "seq");

-- CreateIndex
CREATE INDEX "ReplyFile_replyId_idx" ON "ReplyFile"("replyId");

-- CreateIndex
CREATE INDEX "ReplyFile_fileHash_idx" ON "ReplyFile"("fileHash");

-- CreateIndex
CREATE UNIQUE INDEX "ReplyDecision_replyId_key" ON "ReplyDecision"("replyId");

-- CreateIndex
CREATE UNIQUE INDEX "MethodologyBridge_key_fromVersion_toVersion_key" ON "MethodologyBridge"("key", "fromVersion", "toVersion");

-- CreateIndex
CREATE UNIQUE INDEX "Coding_editionId_teryt_indicator_slot_key" ON "Coding"("editionId", "teryt", "indicator", "slot");

-- CreateIndex
CREATE INDEX "Evidence_fileHash_idx" ON "Evidence"("fileHash");

-- AddForeignKey
ALTER TABLE "TeamInvitation" ADD CONSTRAINT "TeamInvitation_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DoubleCell" ADD CONSTRAINT "DoubleCell_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CodingSave" ADD CONSTRAINT "CodingSave_codingId_fkey" FOREIGN KEY ("codingId") REFERENCES "Coding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FileUpload" ADD CONSTRAINT "FileUpload_hash_fkey" FOREIGN KEY ("hash") REFERENCES "StoredFile"("hash") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReplyRound" ADD CONSTRAINT "ReplyRound_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reply" ADD CONSTRAINT "Reply_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "ReplyRound"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReplyFile" ADD CONSTRAINT "ReplyFile_replyId_fkey" FOREIGN KEY ("replyId") REFERENCES "Reply"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReplyDecision" ADD CONSTRAINT "ReplyDecision_replyId_fkey" FOREIGN KEY ("replyId") REFERENCES "Reply"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
