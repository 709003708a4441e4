-- Files of answers collected elsewhere, each taken once.
CREATE TABLE "SurveyImport" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "surveyId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "valid" INTEGER NOT NULL DEFAULT 0,
    "invalid" INTEGER NOT NULL DEFAULT 0,
    "reasons" JSONB NOT NULL DEFAULT '[]',
    "createdById" UUID NOT NULL,
    "createdByName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "takenAt" TIMESTAMPTZ(3),

    CONSTRAINT "SurveyImport_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "SurveyImport_surveyId_hash_key" ON "SurveyImport"("surveyId", "hash");
ALTER TABLE "SurveyImport" ADD CONSTRAINT "SurveyImport_surveyId_fkey" FOREIGN KEY ("surveyId") REFERENCES "Survey"("id") ON DELETE CASCADE ON UPDATE CASCADE;
