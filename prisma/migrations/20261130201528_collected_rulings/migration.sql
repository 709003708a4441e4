-- AlterTable
ALTER TABLE "Ruling" ADD COLUMN     "clauseIds" UUID[] DEFAULT ARRAY[]::UUID[],
ADD COLUMN     "place" INTEGER;

-- AlterTable
ALTER TABLE "RulingDraft" ADD COLUMN     "place" INTEGER;

-- Collected: written, and approved where two are needed, to be released with others.
ALTER TABLE "RulingDraft" DROP CONSTRAINT "RulingDraft_state_check";
ALTER TABLE "RulingDraft" ADD CONSTRAINT "RulingDraft_state_check" CHECK ("state" IN ('draft', 'waiting', 'returned', 'collected', 'approved', 'dropped'));
ALTER TABLE "RulingDraft" ADD CONSTRAINT "RulingDraft_place_check" CHECK (("place" IS NOT NULL) = ("state" = 'collected'));
