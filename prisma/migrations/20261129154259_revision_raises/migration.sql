-- CreateTable
CREATE TABLE "RevisionRaise" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "scope" TEXT NOT NULL,

    CONSTRAINT "RevisionRaise_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "RevisionRaise_scope_idx" ON "RevisionRaise"("scope");
