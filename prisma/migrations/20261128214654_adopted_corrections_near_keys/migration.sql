-- DropIndex
DROP INDEX "AdoptedText_unifiedId_key";

-- AlterTable
ALTER TABLE "AdoptedText" ADD COLUMN     "enteredByName" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "number" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "reason" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Remark" ADD COLUMN     "nearKey" INTEGER,
ADD COLUMN     "nearRuns" INTEGER[] DEFAULT ARRAY[]::INTEGER[];

-- CreateIndex
CREATE UNIQUE INDEX "AdoptedText_unifiedId_number_key" ON "AdoptedText"("unifiedId", "number");

-- CreateIndex
CREATE INDEX "Remark_consultationId_nearKey_idx" ON "Remark"("consultationId", "nearKey");

-- CreateIndex
CREATE INDEX "Remark_nearRuns_idx" ON "Remark" USING GIN ("nearRuns");
