-- CreateTable
CREATE TABLE "Redaction" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "consultationId" UUID NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "number" INTEGER,
    "ground" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "isWhole" BOOLEAN NOT NULL DEFAULT false,
    "marks" INTEGER NOT NULL,
    "madeById" UUID NOT NULL,
    "madeByName" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoneAt" TIMESTAMPTZ(3),
    "undoneByName" TEXT,
    "undoReason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Redaction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RedactionRule" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "redactionId" UUID NOT NULL,
    "reach" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "instead" TEXT NOT NULL,

    CONSTRAINT "RedactionRule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CoveredText" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "tableName" TEXT NOT NULL,
    "rowId" TEXT NOT NULL,
    "columnName" TEXT NOT NULL,
    "original" JSONB NOT NULL,
    "links" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "CoveredText_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Redaction_subjectType_subjectId_idx" ON "Redaction"("subjectType", "subjectId");

-- CreateIndex
CREATE INDEX "Redaction_consultationId_idx" ON "Redaction"("consultationId");

-- CreateIndex
CREATE INDEX "RedactionRule_redactionId_idx" ON "RedactionRule"("redactionId");

-- CreateIndex
CREATE UNIQUE INDEX "CoveredText_tableName_rowId_columnName_key" ON "CoveredText"("tableName", "rowId", "columnName");

-- AddForeignKey
ALTER TABLE "RedactionRule" ADD CONSTRAINT "RedactionRule_redactionId_fkey" FOREIGN KEY ("redactionId") REFERENCES "Redaction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One covering act on a text at a time.
CREATE UNIQUE INDEX "Redaction_active_key" ON "Redaction"("subjectType", "subjectId") WHERE "undoneAt" IS NULL;
ALTER TABLE "RedactionRule" ADD CONSTRAINT "RedactionRule_reach_check" CHECK ("reach" IN ('field', 'own', 'copy', 'law'));

-- What was blacked out before: the same act in the new tables. Its copies are covered at the next start (marks 0).
INSERT INTO "Redaction" ("id", "teryt", "consultationId", "subjectType", "subjectId", "number", "ground", "note", "marks", "madeById", "madeByName", "madeAt")
SELECT o."id", o."teryt", r."consultationId", 'remark', r."id", r."number", 'personal-data', o."note", 0, o."redactedById", coalesce(u."displayName", ''), o."redactedAt"
FROM "RemarkOriginal" o JOIN "Remark" r ON r."id" = o."remarkId" LEFT JOIN "User" u ON u."id" = o."redactedById";
INSERT INTO "RedactionRule" ("id", "teryt", "redactionId", "reach", "words", "instead")
SELECT gen_random_uuid(), o."teryt", o."id", 'field', o."reason", r."reason" FROM "RemarkOriginal" o JOIN "Remark" r ON r."id" = o."remarkId";
INSERT INTO "CoveredText" ("id", "teryt", "tableName", "rowId", "columnName", "original", "links")
SELECT gen_random_uuid(), o."teryt", 'Remark', o."remarkId"::text, 'reason', to_jsonb(o."reason"), jsonb_build_array(jsonb_build_object('id', o."id", 'scope', 'own'))
FROM "RemarkOriginal" o;

-- DropForeignKey
ALTER TABLE "RemarkOriginal" DROP CONSTRAINT "RemarkOriginal_remarkId_fkey";

-- DropTable
DROP TABLE "RemarkOriginal";
