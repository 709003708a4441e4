-- AlterTable
ALTER TABLE "GuestFiling" ADD COLUMN     "number" INTEGER;
