-- AlterTable
ALTER TABLE "Methodology" ADD COLUMN     "teamId" UUID;

-- AlterTable
ALTER TABLE "MethodologyBridge" ADD COLUMN     "teamId" UUID;

-- AddForeignKey
ALTER TABLE "Methodology" ADD CONSTRAINT "Methodology_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MethodologyBridge" ADD CONSTRAINT "MethodologyBridge_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A version that a person brought belongs to the team this person led, where it was one team and the row was made by that very upload.
-- Everything else stays with nobody: it can be used by all and changed by none.
UPDATE "Methodology" m SET "teamId" = found.team
FROM (
  SELECT e."subjectId" AS id, min(g."teamId"::text)::uuid AS team
  FROM "Event" e
  JOIN "Methodology" own ON own.id::text = e."subjectId" AND abs(extract(epoch FROM e.at - own."createdAt")) < 60
  JOIN "RoleGrant" g ON g."userId" = e."actorId" AND g.role = 'lead' AND g."teamId" IS NOT NULL
  WHERE e.kind = 'methodology-loaded' AND e."subjectType" = 'methodology'
  GROUP BY e."subjectId" HAVING count(DISTINCT g."teamId") = 1
) found
WHERE m.id::text = found.id;

UPDATE "MethodologyBridge" b SET "teamId" = m."teamId" FROM "Methodology" m WHERE m.key = b.key AND m.version = b."toVersion";
