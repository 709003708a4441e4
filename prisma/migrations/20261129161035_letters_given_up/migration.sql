-- AlterTable
ALTER TABLE "MailMessage" ADD COLUMN     "failedAt" TIMESTAMPTZ(3);
