-- AlterTable
ALTER TABLE "Correction" ADD COLUMN     "approvedById" UUID,
ADD COLUMN     "approvedByName" TEXT;

-- CreateTable
CREATE TABLE "EditionChange" (
    "id" UUID NOT NULL,
    "editionId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "teryt" CHAR(7),
    "indicator" TEXT,
    "ground" TEXT,
    "input" JSONB,
    "reason" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "issue" INTEGER,
    "proposedById" UUID NOT NULL,
    "proposedByName" TEXT NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedById" UUID,
    "decidedByName" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "EditionChange_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "EditionChange_editionId_state_idx" ON "EditionChange"("editionId", "state");

-- AddForeignKey
ALTER TABLE "EditionChange" ADD CONSTRAINT "EditionChange_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Two people, and one of the states that the program knows.
ALTER TABLE "EditionChange" ADD CONSTRAINT "EditionChange_kind_check" CHECK ("kind" IN ('correction', 'withdrawal'));
ALTER TABLE "EditionChange" ADD CONSTRAINT "EditionChange_state_check" CHECK ("state" IN ('waiting', 'done', 'declined', 'cancelled'));
ALTER TABLE "EditionChange" ADD CONSTRAINT "EditionChange_ground_check" CHECK (("kind" = 'withdrawal') = ("ground" IS NOT NULL));
ALTER TABLE "EditionChange" ADD CONSTRAINT "EditionChange_second_check" CHECK ("state" NOT IN ('done', 'declined') OR ("decidedById" IS NOT NULL AND "decidedById" <> "proposedById"));
-- What is withdrawn is withdrawn once.
CREATE UNIQUE INDEX "EditionChange_withdrawn_key" ON "EditionChange"("editionId", coalesce("teryt", '')) WHERE "kind" = 'withdrawal' AND "state" = 'done';

-- Part of the record: what changes in it is noted and sealed as in its other tables.
CREATE TRIGGER record_insert AFTER INSERT ON "EditionChange" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
CREATE TRIGGER record_update AFTER UPDATE ON "EditionChange" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
CREATE TRIGGER record_delete AFTER DELETE ON "EditionChange" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
