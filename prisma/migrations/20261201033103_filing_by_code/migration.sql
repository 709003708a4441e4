-- AlterTable
ALTER TABLE "Filing" ADD COLUMN     "contactPhone" TEXT;

-- AlterTable
ALTER TABLE "GuestFiling" ADD COLUMN     "codeHash" TEXT,
ADD COLUMN     "contact" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "contactBy" TEXT NOT NULL DEFAULT 'email';

-- CreateIndex
CREATE UNIQUE INDEX "GuestFiling_codeHash_key" ON "GuestFiling"("codeHash");
