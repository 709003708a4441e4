-- AlterTable
ALTER TABLE "RulingDraft" ADD COLUMN     "decisionWords" TEXT;

-- CreateTable
CREATE TABLE "OfficeDraft" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "consultationId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "print" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "draftedById" UUID NOT NULL,
    "draftedByName" TEXT NOT NULL,
    "returnNote" TEXT,
    "reviewedById" UUID,
    "reviewedByName" TEXT,
    "reviewedAt" TIMESTAMPTZ(3),
    "result" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OfficeDraft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "OfficeDraft_consultationId_state_idx" ON "OfficeDraft"("consultationId", "state");

-- AddForeignKey
ALTER TABLE "OfficeDraft" ADD CONSTRAINT "OfficeDraft_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
