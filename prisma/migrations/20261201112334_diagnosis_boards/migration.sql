-- CreateTable
CREATE TABLE "Board" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "slug" TEXT NOT NULL,
    "consultationId" UUID,
    "unitName" TEXT NOT NULL DEFAULT '',
    "openedAs" TEXT NOT NULL,
    "openedBy" TEXT NOT NULL,
    "teamId" UUID,
    "organisationName" TEXT,
    "title" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "access" TEXT NOT NULL,
    "code" CHAR(8) NOT NULL,
    "marksEach" INTEGER NOT NULL DEFAULT 6,
    "opensAt" TIMESTAMPTZ(3) NOT NULL,
    "closesAt" TIMESTAMPTZ(3) NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "nextCard" INTEGER NOT NULL DEFAULT 1,
    "nextGroup" INTEGER NOT NULL DEFAULT 1,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Board_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BoardPhase" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "boardId" UUID NOT NULL,
    "phase" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "openedById" UUID NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "closedById" UUID,

    CONSTRAINT "BoardPhase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BoardParticipant" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "boardId" UUID NOT NULL,
    "secretHash" TEXT NOT NULL,
    "userId" UUID,
    "name" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BoardParticipant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BoardCard" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "boardId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "view" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "signature" TEXT NOT NULL DEFAULT '',
    "writerId" UUID,
    "enteredById" UUID,
    "slip" INTEGER,
    "groupId" UUID,
    "mergedIntoId" UUID,
    "hiddenAt" TIMESTAMPTZ(3),
    "hiddenById" UUID,
    "hiddenReason" TEXT,
    "onceKey" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BoardCard_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BoardGroup" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "boardId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BoardGroup_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BoardAttachment" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "boardId" UUID NOT NULL,
    "fromId" UUID NOT NULL,
    "toId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "BoardAttachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BoardMark" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "boardId" UUID NOT NULL,
    "cardId" UUID NOT NULL,
    "participantId" UUID NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "BoardMark_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Board_slug_key" ON "Board"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Board_code_key" ON "Board"("code");

-- CreateIndex
CREATE INDEX "Board_teryt_closesAt_idx" ON "Board"("teryt", "closesAt");

-- CreateIndex
CREATE INDEX "Board_consultationId_idx" ON "Board"("consultationId");

-- CreateIndex
CREATE INDEX "BoardPhase_boardId_idx" ON "BoardPhase"("boardId");

-- CreateIndex
CREATE UNIQUE INDEX "BoardParticipant_boardId_secretHash_key" ON "BoardParticipant"("boardId", "secretHash");

-- CreateIndex
CREATE UNIQUE INDEX "BoardParticipant_boardId_userId_key" ON "BoardParticipant"("boardId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "BoardCard_boardId_number_key" ON "BoardCard"("boardId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "BoardCard_boardId_onceKey_key" ON "BoardCard"("boardId", "onceKey");

-- CreateIndex
CREATE UNIQUE INDEX "BoardGroup_boardId_number_key" ON "BoardGroup"("boardId", "number");

-- CreateIndex
CREATE INDEX "BoardAttachment_boardId_idx" ON "BoardAttachment"("boardId");

-- CreateIndex
CREATE INDEX "BoardMark_boardId_idx" ON "BoardMark"("boardId");

-- CreateIndex
CREATE UNIQUE INDEX "BoardMark_participantId_cardId_key" ON "BoardMark"("participantId", "cardId");

-- AddForeignKey
ALTER TABLE "BoardPhase" ADD CONSTRAINT "BoardPhase_boardId_fkey" FOREIGN KEY ("boardId") REFERENCES "Board"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BoardParticipant" ADD CONSTRAINT "BoardParticipant_boardId_fkey" FOREIGN KEY ("boardId") REFERENCES "Board"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BoardCard" ADD CONSTRAINT "BoardCard_boardId_fkey" FOREIGN KEY ("boardId") REFERENCES "Board"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BoardCard" ADD CONSTRAINT "BoardCard_writerId_fkey" FOREIGN KEY ("writerId") REFERENCES "BoardParticipant"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BoardCard" ADD CONSTRAINT "BoardCard_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "BoardGroup"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BoardCard" ADD CONSTRAINT "BoardCard_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "BoardCard"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BoardGroup" ADD CONSTRAINT "BoardGroup_boardId_fkey" FOREIGN KEY ("boardId") REFERENCES "Board"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BoardAttachment" ADD CONSTRAINT "BoardAttachment_boardId_fkey" FOREIGN KEY ("boardId") REFERENCES "Board"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BoardAttachment" ADD CONSTRAINT "BoardAttachment_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "BoardCard"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BoardAttachment" ADD CONSTRAINT "BoardAttachment_toId_fkey" FOREIGN KEY ("toId") REFERENCES "BoardCard"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BoardMark" ADD CONSTRAINT "BoardMark_boardId_fkey" FOREIGN KEY ("boardId") REFERENCES "Board"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BoardMark" ADD CONSTRAINT "BoardMark_cardId_fkey" FOREIGN KEY ("cardId") REFERENCES "BoardCard"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BoardMark" ADD CONSTRAINT "BoardMark_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "BoardParticipant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema cannot say.
ALTER TABLE "Board" ADD CONSTRAINT "Board_openedAs_check" CHECK ("openedAs" IN ('office', 'organisation', 'team'));
ALTER TABLE "Board" ADD CONSTRAINT "Board_access_check" CHECK ("access" IN ('public', 'invited'));
ALTER TABLE "Board" ADD CONSTRAINT "Board_marksEach_check" CHECK ("marksEach" BETWEEN 3 AND 9);
ALTER TABLE "BoardPhase" ADD CONSTRAINT "BoardPhase_phase_check" CHECK ("phase" IN ('collecting', 'grouping', 'answers', 'weighing', 'summary'));
ALTER TABLE "BoardCard" ADD CONSTRAINT "BoardCard_kind_check" CHECK ("kind" IN ('need', 'resource', 'obstacle', 'answer'));
ALTER TABLE "BoardCard" ADD CONSTRAINT "BoardCard_view_check" CHECK ("view" IN ('residents', 'partners', 'institutions', 'government'));
ALTER TABLE "BoardMark" ADD CONSTRAINT "BoardMark_count_check" CHECK ("count" >= 0);
CREATE UNIQUE INDEX "BoardPhase_one_open" ON "BoardPhase"("boardId", "phase") WHERE "closedAt" IS NULL;
CREATE UNIQUE INDEX "BoardAttachment_one_live" ON "BoardAttachment"("fromId", "toId") WHERE "removedAt" IS NULL;
