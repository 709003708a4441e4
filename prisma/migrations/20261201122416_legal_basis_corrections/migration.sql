-- AlterTable
ALTER TABLE "FactsChange" ADD COLUMN     "basisAfter" TEXT,
ADD COLUMN     "basisBefore" TEXT;
