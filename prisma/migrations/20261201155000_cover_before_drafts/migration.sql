-- Words are covered on boards and in answers to surveys, too: those belong to a municipality, and to no consultation or edition.
ALTER TABLE "Redaction" DROP CONSTRAINT "Redaction_one_owner";
ALTER TABLE "Redaction" ADD CONSTRAINT "Redaction_one_owner" CHECK (num_nonnulls("consultationId", "editionId") <= 1);
