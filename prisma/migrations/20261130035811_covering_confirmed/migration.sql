-- AlterTable
ALTER TABLE "Redaction" ADD COLUMN     "confirmedAt" TIMESTAMPTZ(3),
ADD COLUMN     "confirmedById" UUID,
ADD COLUMN     "confirmedByName" TEXT,
ADD COLUMN     "needsSecond" BOOLEAN NOT NULL DEFAULT false;
