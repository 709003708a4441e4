-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "remarkId" UUID;

-- CreateIndex
CREATE INDEX "Comment_remarkId_idx" ON "Comment"("remarkId");

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_remarkId_fkey" FOREIGN KEY ("remarkId") REFERENCES "Remark"("id") ON DELETE SET NULL ON UPDATE CASCADE;
