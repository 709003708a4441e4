-- AlterTable
ALTER TABLE "ReplyRound" ADD COLUMN     "noticeAt" TIMESTAMPTZ(3),
ADD COLUMN     "noticeById" UUID,
ADD COLUMN     "noticeByName" TEXT,
ADD COLUMN     "noticeDeliveredOn" TEXT,
ADD COLUMN     "noticeNumber" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "noticeProof" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "noticeSentOn" TEXT,
ADD COLUMN     "noticeTo" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "noticeWay" TEXT,
ADD COLUMN     "receivedAt" TIMESTAMPTZ(3),
ADD COLUMN     "receivedByName" TEXT;
