-- CreateTable
CREATE TABLE "KeptForm" (
    "id" UUID NOT NULL,
    "browserHash" TEXT NOT NULL,
    "userId" UUID,
    "sealed" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "KeptForm_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "KeptForm_browserHash_idx" ON "KeptForm"("browserHash");

-- CreateIndex
CREATE INDEX "KeptForm_userId_idx" ON "KeptForm"("userId");

-- CreateIndex
CREATE INDEX "KeptForm_expiresAt_idx" ON "KeptForm"("expiresAt");
