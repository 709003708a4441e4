-- AlterTable
ALTER TABLE "Version" ADD COLUMN     "changes" JSONB NOT NULL DEFAULT '[]';
