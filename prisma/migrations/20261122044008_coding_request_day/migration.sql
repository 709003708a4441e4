-- AlterTable
ALTER TABLE "Coding" ADD COLUMN     "requestedOn" TEXT;
