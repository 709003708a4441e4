-- CreateTable
CREATE TABLE "LimitCount" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LimitCount_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "LimitCount_expiresAt_idx" ON "LimitCount"("expiresAt");

-- Counters are not worth a write to disk each; a crash may forget them.
ALTER TABLE "LimitCount" SET UNLOGGED;
ALTER TABLE "LimitCount" ADD CONSTRAINT "LimitCount_points_check" CHECK ("points" >= 0);
