-- CreateTable
CREATE TABLE "TermChange" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "consultationId" UUID NOT NULL,
    "opensBefore" TIMESTAMPTZ(3) NOT NULL,
    "opensAfter" TIMESTAMPTZ(3) NOT NULL,
    "closesBefore" TIMESTAMPTZ(3) NOT NULL,
    "closesAfter" TIMESTAMPTZ(3) NOT NULL,
    "answersDueBefore" TIMESTAMPTZ(3) NOT NULL,
    "answersDueAfter" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "madeById" UUID NOT NULL,
    "madeByName" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TermChange_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "TermChange_consultationId_idx" ON "TermChange"("consultationId");

-- AddForeignKey
ALTER TABLE "TermChange" ADD CONSTRAINT "TermChange_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
