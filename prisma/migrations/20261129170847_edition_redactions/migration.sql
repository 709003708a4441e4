-- AlterTable
ALTER TABLE "Redaction" ADD COLUMN     "editionId" UUID,
ALTER COLUMN "consultationId" DROP NOT NULL;

-- CreateIndex
CREATE INDEX "Redaction_editionId_idx" ON "Redaction"("editionId");

-- A text belongs to one of the two.
ALTER TABLE "Redaction" ADD CONSTRAINT "Redaction_one_owner" CHECK (num_nonnulls("consultationId", "editionId") = 1);
