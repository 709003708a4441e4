-- CreateTable
CREATE TABLE "Survey" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "consultationId" UUID,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "titleEn" TEXT NOT NULL DEFAULT '',
    "lead" TEXT NOT NULL DEFAULT '',
    "leadEn" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'draft',
    "answeredBy" TEXT NOT NULL DEFAULT 'open',
    "onWeb" BOOLEAN NOT NULL DEFAULT true,
    "kiosk" BOOLEAN NOT NULL DEFAULT false,
    "paper" BOOLEAN NOT NULL DEFAULT false,
    "opensAt" TIMESTAMPTZ(3),
    "closesAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 0,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "facts" JSONB,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "publishedAt" TIMESTAMPTZ(3),
    "isDemo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Survey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SurveyVersion" (
    "id" UUID NOT NULL,
    "surveyId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "publishedAt" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "SurveyVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SurveyChange" (
    "id" UUID NOT NULL,
    "surveyId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "madeById" UUID NOT NULL,
    "madeByName" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SurveyChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SurveyCode" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "surveyId" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "batch" INTEGER NOT NULL,
    "isUsed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "SurveyCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SurveyAnswer" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "surveyId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "channel" TEXT NOT NULL,
    "isRepeat" BOOLEAN NOT NULL DEFAULT false,
    "values" JSONB NOT NULL,
    "unreadable" TEXT[],
    "once" TEXT NOT NULL,

    CONSTRAINT "SurveyAnswer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SurveyAnswered" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "surveyId" UUID NOT NULL,
    "userId" UUID NOT NULL,

    CONSTRAINT "SurveyAnswered_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SurveySheet" (
    "id" UUID NOT NULL,
    "surveyId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "batch" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "reasonWords" TEXT NOT NULL DEFAULT '',
    "first" JSONB NOT NULL,
    "second" JSONB,
    "settled" JSONB,
    "isDrawn" BOOLEAN NOT NULL DEFAULT false,
    "typedById" UUID NOT NULL,
    "typedByName" TEXT NOT NULL,
    "typedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "secondById" UUID,
    "secondByName" TEXT,
    "settledById" UUID,
    "settledByName" TEXT,
    "answerId" UUID,

    CONSTRAINT "SurveySheet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SurveyTheme" (
    "id" UUID NOT NULL,
    "surveyId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "question" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "SurveyTheme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SurveyThemeMark" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "answerId" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "coderId" UUID NOT NULL,
    "coderName" TEXT NOT NULL,
    "themes" TEXT[],

    CONSTRAINT "SurveyThemeMark_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Survey_slug_key" ON "Survey"("slug");

-- CreateIndex
CREATE INDEX "Survey_teryt_idx" ON "Survey"("teryt");

-- CreateIndex
CREATE INDEX "Survey_consultationId_idx" ON "Survey"("consultationId");

-- CreateIndex
CREATE UNIQUE INDEX "SurveyVersion_surveyId_number_key" ON "SurveyVersion"("surveyId", "number");

-- CreateIndex
CREATE INDEX "SurveyChange_surveyId_madeAt_idx" ON "SurveyChange"("surveyId", "madeAt");

-- CreateIndex
CREATE UNIQUE INDEX "SurveyCode_surveyId_hash_key" ON "SurveyCode"("surveyId", "hash");

-- CreateIndex
CREATE INDEX "SurveyAnswer_surveyId_version_idx" ON "SurveyAnswer"("surveyId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "SurveyAnswer_surveyId_once_key" ON "SurveyAnswer"("surveyId", "once");

-- CreateIndex
CREATE UNIQUE INDEX "SurveyAnswered_surveyId_userId_key" ON "SurveyAnswered"("surveyId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "SurveySheet_answerId_key" ON "SurveySheet"("answerId");

-- CreateIndex
CREATE UNIQUE INDEX "SurveySheet_surveyId_number_key" ON "SurveySheet"("surveyId", "number");

-- CreateIndex
CREATE INDEX "SurveyTheme_surveyId_idx" ON "SurveyTheme"("surveyId");

-- CreateIndex
CREATE UNIQUE INDEX "SurveyThemeMark_answerId_question_coderId_key" ON "SurveyThemeMark"("answerId", "question", "coderId");

-- AddForeignKey
ALTER TABLE "SurveyVersion" ADD CONSTRAINT "SurveyVersion_surveyId_fkey" FOREIGN KEY ("surveyId") REFERENCES "Survey"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyChange" ADD CONSTRAINT "SurveyChange_surveyId_fkey" FOREIGN KEY ("surveyId") REFERENCES "Survey"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyCode" ADD CONSTRAINT "SurveyCode_surveyId_fkey" FOREIGN KEY ("surveyId") REFERENCES "Survey"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyAnswer" ADD CONSTRAINT "SurveyAnswer_surveyId_fkey" FOREIGN KEY ("surveyId") REFERENCES "Survey"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyAnswered" ADD CONSTRAINT "SurveyAnswered_surveyId_fkey" FOREIGN KEY ("surveyId") REFERENCES "Survey"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveySheet" ADD CONSTRAINT "SurveySheet_surveyId_fkey" FOREIGN KEY ("surveyId") REFERENCES "Survey"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveySheet" ADD CONSTRAINT "SurveySheet_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "SurveyAnswer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyTheme" ADD CONSTRAINT "SurveyTheme_surveyId_fkey" FOREIGN KEY ("surveyId") REFERENCES "Survey"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SurveyThemeMark" ADD CONSTRAINT "SurveyThemeMark_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "SurveyAnswer"("id") ON DELETE CASCADE ON UPDATE CASCADE;
