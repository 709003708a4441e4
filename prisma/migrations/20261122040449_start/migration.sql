-- CreateTable
CREATE TABLE "Municipality" (
    "teryt" CHAR(7) NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "county" TEXT NOT NULL,
    "countyRights" BOOLEAN NOT NULL DEFAULT false,
    "voivodeship" TEXT NOT NULL,
    "population" INTEGER,
    "areaKm2" DECIMAL(10,2),
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "searchKey" TEXT NOT NULL,
    "stateOn" TEXT NOT NULL,

    CONSTRAINT "Municipality_pkey" PRIMARY KEY ("teryt")
);

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "displayName" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'pl',
    "emailVerifiedAt" TIMESTAMPTZ(3),
    "disabledAt" TIMESTAMPTZ(3),
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "secretHash" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "userAgent" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EmailToken" (
    "id" UUID NOT NULL,
    "secretHash" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "EmailToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoleGrant" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "teryt" CHAR(7),
    "teamId" UUID,
    "organisationName" TEXT,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "grantedById" UUID,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RoleGrant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MailMessage" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7),
    "toEmail" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "dedupeKey" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "runAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sentAt" TIMESTAMPTZ(3),
    "lastError" TEXT,

    CONSTRAINT "MailMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7),
    "consultationId" UUID,
    "editionId" UUID,
    "actorId" UUID,
    "kind" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "data" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Revision" (
    "scope" TEXT NOT NULL,
    "n" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("scope")
);

-- CreateTable
CREATE TABLE "ImportDraft" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "createdById" UUID NOT NULL,
    "sourceName" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "overrides" JSONB NOT NULL DEFAULT '{}',
    "notes" JSONB NOT NULL DEFAULT '[]',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "consultationId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ImportDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Consultation" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "head" JSONB NOT NULL,
    "numbering" TEXT NOT NULL DEFAULT 'draft',
    "stage" TEXT NOT NULL,
    "opensAt" TIMESTAMPTZ(3) NOT NULL,
    "closesAt" TIMESTAMPTZ(3) NOT NULL,
    "answersDueAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "nextRemark" INTEGER NOT NULL DEFAULT 1,
    "nextClause" INTEGER NOT NULL DEFAULT 1,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" UUID NOT NULL,

    CONSTRAINT "Consultation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Version" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "consultationId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "rulingId" UUID,
    "note" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Clause" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "consultationId" UUID NOT NULL,
    "code" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Clause_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClauseRevision" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "consultationId" UUID NOT NULL,
    "clauseId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "heading" TEXT,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ClauseRevision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClausePlacement" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "consultationId" UUID NOT NULL,
    "clauseId" UUID NOT NULL,
    "revisionId" UUID NOT NULL,
    "parentClauseId" UUID,
    "type" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "number" TEXT,
    "quoted" BOOLEAN NOT NULL DEFAULT false,
    "orderKey" TEXT NOT NULL,
    "fromVersion" INTEGER NOT NULL,
    "toVersion" INTEGER,

    CONSTRAINT "ClausePlacement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Remark" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "consultationId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "channel" TEXT NOT NULL DEFAULT 'web',
    "authorId" UUID,
    "authorName" TEXT NOT NULL,
    "organisation" TEXT,
    "reason" TEXT NOT NULL,
    "againstVersion" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "fit" TEXT NOT NULL DEFAULT 'unchanged',
    "filedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Remark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RemarkOperation" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "consultationId" UUID NOT NULL,
    "remarkId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "op" TEXT NOT NULL,
    "clauseId" UUID NOT NULL,
    "baseRevisionId" UUID NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT,
    "insertType" TEXT,
    "carriedAfter" TEXT,
    "carriedRevisionId" UUID,
    "fit" TEXT NOT NULL DEFAULT 'unchanged',
    "conflicts" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "RemarkOperation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Ruling" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "consultationId" UUID NOT NULL,
    "remarkId" UUID NOT NULL,
    "decision" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "finalText" JSONB,
    "againstVersion" INTEGER NOT NULL,
    "resultVersion" INTEGER,
    "madeById" UUID NOT NULL,
    "madeByName" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Ruling_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Support" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "consultationId" UUID NOT NULL,
    "remarkId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Support_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "consultationId" UUID NOT NULL,
    "clauseId" UUID NOT NULL,
    "revisionId" UUID NOT NULL,
    "parentId" UUID,
    "authorId" UUID NOT NULL,
    "authorName" TEXT NOT NULL,
    "organisation" TEXT,
    "byOffice" BOOLEAN NOT NULL DEFAULT false,
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Methodology" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "json" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Methodology_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Team" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "contact" TEXT NOT NULL,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Edition" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "teamId" UUID NOT NULL,
    "methodologyId" UUID NOT NULL,
    "titlePl" TEXT NOT NULL,
    "titleEn" TEXT NOT NULL,
    "measuredFrom" TEXT NOT NULL,
    "measuredTo" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'coding',
    "publishedAt" TIMESTAMPTZ(3),
    "publishedById" UUID,
    "seed" INTEGER NOT NULL DEFAULT 1,
    "manifestHash" TEXT,
    "isDemo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Edition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EditionUnit" (
    "id" UUID NOT NULL,
    "editionId" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,

    CONSTRAINT "EditionUnit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Coding" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "editionId" UUID NOT NULL,
    "indicator" TEXT NOT NULL,
    "coderId" UUID NOT NULL,
    "coderName" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "level" INTEGER,
    "reason" TEXT NOT NULL DEFAULT '',
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Coding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "codingId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "url" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "place" TEXT NOT NULL DEFAULT '',
    "capturedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Scorecard" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "editionId" UUID NOT NULL,
    "json" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Scorecard_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Municipality_searchKey_idx" ON "Municipality"("searchKey");

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Session_secretHash_key" ON "Session"("secretHash");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "EmailToken_secretHash_key" ON "EmailToken"("secretHash");

-- CreateIndex
CREATE INDEX "EmailToken_userId_idx" ON "EmailToken"("userId");

-- CreateIndex
CREATE INDEX "RoleGrant_userId_idx" ON "RoleGrant"("userId");

-- CreateIndex
CREATE INDEX "RoleGrant_teryt_idx" ON "RoleGrant"("teryt");

-- CreateIndex
CREATE INDEX "RoleGrant_teamId_idx" ON "RoleGrant"("teamId");

-- CreateIndex
CREATE UNIQUE INDEX "MailMessage_dedupeKey_key" ON "MailMessage"("dedupeKey");

-- CreateIndex
CREATE INDEX "MailMessage_sentAt_runAt_idx" ON "MailMessage"("sentAt", "runAt");

-- CreateIndex
CREATE INDEX "MailMessage_toEmail_idx" ON "MailMessage"("toEmail");

-- CreateIndex
CREATE INDEX "Event_consultationId_at_idx" ON "Event"("consultationId", "at");

-- CreateIndex
CREATE INDEX "Event_editionId_at_idx" ON "Event"("editionId", "at");

-- CreateIndex
CREATE INDEX "Event_subjectType_subjectId_idx" ON "Event"("subjectType", "subjectId");

-- CreateIndex
CREATE INDEX "ImportDraft_teryt_idx" ON "ImportDraft"("teryt");

-- CreateIndex
CREATE UNIQUE INDEX "Consultation_slug_key" ON "Consultation"("slug");

-- CreateIndex
CREATE INDEX "Consultation_teryt_idx" ON "Consultation"("teryt");

-- CreateIndex
CREATE INDEX "Consultation_stage_closesAt_idx" ON "Consultation"("stage", "closesAt");

-- CreateIndex
CREATE UNIQUE INDEX "Version_consultationId_number_key" ON "Version"("consultationId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Clause_consultationId_code_key" ON "Clause"("consultationId", "code");

-- CreateIndex
CREATE INDEX "ClauseRevision_clauseId_version_idx" ON "ClauseRevision"("clauseId", "version");

-- CreateIndex
CREATE INDEX "ClauseRevision_consultationId_idx" ON "ClauseRevision"("consultationId");

-- CreateIndex
CREATE INDEX "ClausePlacement_consultationId_fromVersion_toVersion_idx" ON "ClausePlacement"("consultationId", "fromVersion", "toVersion");

-- CreateIndex
CREATE INDEX "ClausePlacement_clauseId_idx" ON "ClausePlacement"("clauseId");

-- CreateIndex
CREATE INDEX "Remark_consultationId_state_idx" ON "Remark"("consultationId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Remark_consultationId_number_key" ON "Remark"("consultationId", "number");

-- CreateIndex
CREATE INDEX "RemarkOperation_remarkId_idx" ON "RemarkOperation"("remarkId");

-- CreateIndex
CREATE INDEX "RemarkOperation_clauseId_idx" ON "RemarkOperation"("clauseId");

-- CreateIndex
CREATE INDEX "Ruling_consultationId_idx" ON "Ruling"("consultationId");

-- CreateIndex
CREATE UNIQUE INDEX "Ruling_remarkId_key" ON "Ruling"("remarkId");

-- CreateIndex
CREATE UNIQUE INDEX "Support_remarkId_userId_key" ON "Support"("remarkId", "userId");

-- CreateIndex
CREATE INDEX "Comment_clauseId_createdAt_idx" ON "Comment"("clauseId", "createdAt");

-- CreateIndex
CREATE INDEX "Comment_consultationId_idx" ON "Comment"("consultationId");

-- CreateIndex
CREATE UNIQUE INDEX "Methodology_key_version_key" ON "Methodology"("key", "version");

-- CreateIndex
CREATE UNIQUE INDEX "Team_slug_key" ON "Team"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Edition_slug_key" ON "Edition"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "EditionUnit_editionId_teryt_key" ON "EditionUnit"("editionId", "teryt");

-- CreateIndex
CREATE INDEX "Coding_editionId_teryt_idx" ON "Coding"("editionId", "teryt");

-- CreateIndex
CREATE UNIQUE INDEX "Coding_editionId_teryt_indicator_coderId_key" ON "Coding"("editionId", "teryt", "indicator", "coderId");

-- CreateIndex
CREATE INDEX "Evidence_codingId_idx" ON "Evidence"("codingId");

-- CreateIndex
CREATE INDEX "Scorecard_teryt_idx" ON "Scorecard"("teryt");

-- CreateIndex
CREATE UNIQUE INDEX "Scorecard_editionId_teryt_key" ON "Scorecard"("editionId", "teryt");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EmailToken" ADD CONSTRAINT "EmailToken_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_teryt_fkey" FOREIGN KEY ("teryt") REFERENCES "Municipality"("teryt") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportDraft" ADD CONSTRAINT "ImportDraft_teryt_fkey" FOREIGN KEY ("teryt") REFERENCES "Municipality"("teryt") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consultation" ADD CONSTRAINT "Consultation_teryt_fkey" FOREIGN KEY ("teryt") REFERENCES "Municipality"("teryt") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Version" ADD CONSTRAINT "Version_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Clause" ADD CONSTRAINT "Clause_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClauseRevision" ADD CONSTRAINT "ClauseRevision_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClauseRevision" ADD CONSTRAINT "ClauseRevision_clauseId_fkey" FOREIGN KEY ("clauseId") REFERENCES "Clause"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClausePlacement" ADD CONSTRAINT "ClausePlacement_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClausePlacement" ADD CONSTRAINT "ClausePlacement_clauseId_fkey" FOREIGN KEY ("clauseId") REFERENCES "Clause"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClausePlacement" ADD CONSTRAINT "ClausePlacement_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "ClauseRevision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Remark" ADD CONSTRAINT "Remark_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RemarkOperation" ADD CONSTRAINT "RemarkOperation_remarkId_fkey" FOREIGN KEY ("remarkId") REFERENCES "Remark"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RemarkOperation" ADD CONSTRAINT "RemarkOperation_clauseId_fkey" FOREIGN KEY ("clauseId") REFERENCES "Clause"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ruling" ADD CONSTRAINT "Ruling_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ruling" ADD CONSTRAINT "Ruling_remarkId_fkey" FOREIGN KEY ("remarkId") REFERENCES "Remark"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Support" ADD CONSTRAINT "Support_remarkId_fkey" FOREIGN KEY ("remarkId") REFERENCES "Remark"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_clauseId_fkey" FOREIGN KEY ("clauseId") REFERENCES "Clause"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_methodologyId_fkey" FOREIGN KEY ("methodologyId") REFERENCES "Methodology"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EditionUnit" ADD CONSTRAINT "EditionUnit_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Coding" ADD CONSTRAINT "Coding_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_codingId_fkey" FOREIGN KEY ("codingId") REFERENCES "Coding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Scorecard" ADD CONSTRAINT "Scorecard_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
