-- AlterTable
ALTER TABLE "Consultation" ADD COLUMN     "actKind" TEXT NOT NULL DEFAULT 'other';

-- AlterTable
ALTER TABLE "OfficeDetails" ADD COLUMN     "termCheckedOn" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "termDays" INTEGER,
ADD COLUMN     "termSource" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "FactsChange" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "consultationId" UUID NOT NULL,
    "titleBefore" TEXT NOT NULL,
    "titleAfter" TEXT NOT NULL,
    "summaryBefore" TEXT NOT NULL,
    "summaryAfter" TEXT NOT NULL,
    "kindBefore" TEXT NOT NULL,
    "kindAfter" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "madeById" UUID NOT NULL,
    "madeByName" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FactsChange_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "FactsChange_consultationId_idx" ON "FactsChange"("consultationId");

-- AddForeignKey
ALTER TABLE "FactsChange" ADD CONSTRAINT "FactsChange_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
