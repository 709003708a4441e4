-- CreateTable
CREATE TABLE "Snippet" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "changedById" UUID NOT NULL,
    "changedByName" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Snippet_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Snippet_teryt_idx" ON "Snippet"("teryt");
