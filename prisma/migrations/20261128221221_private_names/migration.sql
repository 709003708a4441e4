-- AlterTable
ALTER TABLE "Filing" ADD COLUMN     "privateName" TEXT;
