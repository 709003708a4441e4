-- AlterTable
ALTER TABLE "Remark" ADD COLUMN     "sign" TEXT;
