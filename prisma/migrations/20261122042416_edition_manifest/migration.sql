-- AlterTable
ALTER TABLE "Edition" ADD COLUMN     "manifest" JSONB;
