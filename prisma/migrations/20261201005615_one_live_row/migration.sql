-- Of several grants of one role to one person for the same place the oldest holds; the others end, each as a grant that was taken back.
UPDATE "RoleGrant" g SET "revokedAt" = now()
  FROM "RoleGrant" o
  WHERE g."revokedAt" IS NULL AND o."revokedAt" IS NULL AND o."id" < g."id"
    AND o."userId" = g."userId" AND o."role" = g."role" AND o."teryt" IS NOT DISTINCT FROM g."teryt"
    AND o."teamId" IS NOT DISTINCT FROM g."teamId" AND o."organisationName" IS NOT DISTINCT FROM g."organisationName";

-- One active grant of a role for one place.
CREATE UNIQUE INDEX "RoleGrant_active_key" ON "RoleGrant"
  ("userId", "role", coalesce("teryt", ''), coalesce("teamId"::text, ''), coalesce("organisationName", '')) WHERE "revokedAt" IS NULL;

-- One live draft of a ruling on a remark by one official.
CREATE UNIQUE INDEX "RulingDraft_live_key" ON "RulingDraft" ("remarkId", "draftedById") WHERE "state" IN ('draft', 'waiting', 'returned', 'collected');
