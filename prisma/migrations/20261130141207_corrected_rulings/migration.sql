-- DropIndex
DROP INDEX "Ruling_remarkId_key";

-- AlterTable
ALTER TABLE "Ruling" ADD COLUMN     "correctionReason" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "correctsId" UUID,
ADD COLUMN     "replacedAt" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "Ruling_remarkId_idx" ON "Ruling"("remarkId");

-- One ruling of a remark holds; those that were corrected stay beside it.
CREATE UNIQUE INDEX "Ruling_holds_key" ON "Ruling"("remarkId") WHERE "replacedAt" IS NULL;
