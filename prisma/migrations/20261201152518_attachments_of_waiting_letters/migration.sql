-- CreateTable
CREATE TABLE "WaitingFile" (
    "id" UUID NOT NULL,
    "secretHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "userId" UUID,
    "filingId" UUID,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WaitingFile_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "WaitingFile_secretHash_key" ON "WaitingFile"("secretHash");

-- CreateIndex
CREATE INDEX "WaitingFile_hash_idx" ON "WaitingFile"("hash");

-- CreateIndex
CREATE INDEX "WaitingFile_until_idx" ON "WaitingFile"("until");

-- AddForeignKey
ALTER TABLE "WaitingFile" ADD CONSTRAINT "WaitingFile_hash_fkey" FOREIGN KEY ("hash") REFERENCES "StoredFile"("hash") ON DELETE CASCADE ON UPDATE CASCADE;
