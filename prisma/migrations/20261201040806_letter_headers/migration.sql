-- AlterTable
ALTER TABLE "MailMessage" ADD COLUMN     "leaveUrl" TEXT,
ADD COLUMN     "locale" CHAR(2) NOT NULL DEFAULT 'pl',
ADD COLUMN     "toOffice" BOOLEAN NOT NULL DEFAULT false;
