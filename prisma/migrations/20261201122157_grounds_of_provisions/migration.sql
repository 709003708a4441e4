-- CreateTable
CREATE TABLE "Ground" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "consultationId" UUID NOT NULL,
    "clauseId" UUID,
    "revisionId" UUID,
    "kind" TEXT NOT NULL,
    "sourceId" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "figure" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "takenOn" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),
    "removedById" UUID,
    "removedReason" TEXT,

    CONSTRAINT "Ground_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Ground_consultationId_idx" ON "Ground"("consultationId");

-- CreateIndex
CREATE INDEX "Ground_kind_sourceId_idx" ON "Ground"("kind", "sourceId");

-- What the schema cannot say.
ALTER TABLE "Ground" ADD CONSTRAINT "Ground_kind_check" CHECK ("kind" IN ('survey-question', 'board-group', 'earlier-remark', 'indicator'));
CREATE UNIQUE INDEX "Ground_one_live" ON "Ground"("consultationId", "clauseId", "kind", "sourceId") NULLS NOT DISTINCT WHERE "removedAt" IS NULL;
