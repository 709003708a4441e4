-- Surveys, boards and grounds become part of the record. Who has answered, and which codes were used, is one row for a survey from now on:
-- a row of its own for each person was written beside the answer, and the database notes which rows were written together.
CREATE TABLE "SurveyTaken" AS
SELECT s.id AS "surveyId", array(
  SELECT mark FROM (
    SELECT encode(sha256(convert_to(a."surveyId"::text || ' ' || a."userId"::text, 'UTF8')), 'hex') AS mark FROM "SurveyAnswered" a WHERE a."surveyId" = s.id
    UNION SELECT c.hash FROM "SurveyCode" c WHERE c."surveyId" = s.id AND c."isUsed"
  ) marks ORDER BY mark COLLATE "C"
) AS marks
FROM "Survey" s;
DROP TABLE "SurveyAnswered";
CREATE TABLE "SurveyAnswered" (
    "surveyId" UUID NOT NULL,
    "marks" TEXT[],

    CONSTRAINT "SurveyAnswered_pkey" PRIMARY KEY ("surveyId")
);
INSERT INTO "SurveyAnswered" ("surveyId", marks) SELECT "surveyId", marks FROM "SurveyTaken";
DROP TABLE "SurveyTaken";
ALTER TABLE "SurveyAnswered" ADD CONSTRAINT "SurveyAnswered_surveyId_fkey" FOREIGN KEY ("surveyId") REFERENCES "Survey"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SurveyCode" DROP COLUMN "isUsed";
UPDATE "SurveyCode" SET batch = batch;

ALTER TABLE "SurveyChange" ADD COLUMN "teryt" CHAR(7);
UPDATE "SurveyChange" t SET teryt = s.teryt FROM "Survey" s WHERE s.id = t."surveyId";
ALTER TABLE "SurveyChange" ALTER COLUMN "teryt" SET NOT NULL;
ALTER TABLE "SurveySheet" ADD COLUMN "teryt" CHAR(7);
UPDATE "SurveySheet" t SET teryt = s.teryt FROM "Survey" s WHERE s.id = t."surveyId";
ALTER TABLE "SurveySheet" ALTER COLUMN "teryt" SET NOT NULL;
ALTER TABLE "SurveyTheme" ADD COLUMN "teryt" CHAR(7);
UPDATE "SurveyTheme" t SET teryt = s.teryt FROM "Survey" s WHERE s.id = t."surveyId";
ALTER TABLE "SurveyTheme" ALTER COLUMN "teryt" SET NOT NULL;
ALTER TABLE "SurveyVersion" ADD COLUMN "teryt" CHAR(7);
UPDATE "SurveyVersion" t SET teryt = s.teryt FROM "Survey" s WHERE s.id = t."surveyId";
ALTER TABLE "SurveyVersion" ALTER COLUMN "teryt" SET NOT NULL;
ALTER TABLE "SurveySheet" ADD COLUMN "settledAt" TIMESTAMPTZ(3);

CREATE TABLE "SurveyResult" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "surveyId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "answers" INTEGER NOT NULL,
    "json" JSONB NOT NULL,
    "takenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SurveyResult_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "SurveyResult_surveyId_version_key" ON "SurveyResult"("surveyId", "version");
ALTER TABLE "SurveyResult" ADD CONSTRAINT "SurveyResult_surveyId_fkey" FOREIGN KEY ("surveyId") REFERENCES "Survey"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TRIGGER record_insert AFTER INSERT ON "Survey" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
CREATE TRIGGER record_update AFTER UPDATE ON "Survey" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
CREATE TRIGGER record_delete AFTER DELETE ON "Survey" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
CREATE TRIGGER record_insert AFTER INSERT ON "SurveyVersion" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
CREATE TRIGGER record_update AFTER UPDATE ON "SurveyVersion" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
CREATE TRIGGER record_delete AFTER DELETE ON "SurveyVersion" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
CREATE TRIGGER record_insert AFTER INSERT ON "SurveyChange" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
CREATE TRIGGER record_update AFTER UPDATE ON "SurveyChange" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
CREATE TRIGGER record_delete AFTER DELETE ON "SurveyChange" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
CREATE TRIGGER record_insert AFTER INSERT ON "SurveySheet" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
CREATE TRIGGER record_update AFTER UPDATE ON "SurveySheet" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
CREATE TRIGGER record_delete AFTER DELETE ON "SurveySheet" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
CREATE TRIGGER record_insert AFTER INSERT ON "SurveyTheme" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
CREATE TRIGGER record_update AFTER UPDATE ON "SurveyTheme" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
CREATE TRIGGER record_delete AFTER DELETE ON "SurveyTheme" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
CREATE TRIGGER record_insert AFTER INSERT ON "SurveyResult" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
CREATE TRIGGER record_update AFTER UPDATE ON "SurveyResult" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
CREATE TRIGGER record_delete AFTER DELETE ON "SurveyResult" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
CREATE TRIGGER record_insert AFTER INSERT ON "Board" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
CREATE TRIGGER record_update AFTER UPDATE ON "Board" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
CREATE TRIGGER record_delete AFTER DELETE ON "Board" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
CREATE TRIGGER record_insert AFTER INSERT ON "BoardPhase" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
CREATE TRIGGER record_update AFTER UPDATE ON "BoardPhase" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
CREATE TRIGGER record_delete AFTER DELETE ON "BoardPhase" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
CREATE TRIGGER record_insert AFTER INSERT ON "BoardCard" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
CREATE TRIGGER record_update AFTER UPDATE ON "BoardCard" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
CREATE TRIGGER record_delete AFTER DELETE ON "BoardCard" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
CREATE TRIGGER record_insert AFTER INSERT ON "BoardGroup" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
CREATE TRIGGER record_update AFTER UPDATE ON "BoardGroup" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
CREATE TRIGGER record_delete AFTER DELETE ON "BoardGroup" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
CREATE TRIGGER record_insert AFTER INSERT ON "BoardAttachment" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
CREATE TRIGGER record_update AFTER UPDATE ON "BoardAttachment" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
CREATE TRIGGER record_delete AFTER DELETE ON "BoardAttachment" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
CREATE TRIGGER record_insert AFTER INSERT ON "BoardMark" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
CREATE TRIGGER record_update AFTER UPDATE ON "BoardMark" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
CREATE TRIGGER record_delete AFTER DELETE ON "BoardMark" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
CREATE TRIGGER record_insert AFTER INSERT ON "Ground" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
CREATE TRIGGER record_update AFTER UPDATE ON "Ground" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
CREATE TRIGGER record_delete AFTER DELETE ON "Ground" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
