-- AlterTable
ALTER TABLE "Consultation" ADD COLUMN     "samePeople" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "Filing" ADD COLUMN     "personNo" INTEGER;
