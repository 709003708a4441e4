-- CreateIndex
CREATE INDEX "Edition_teamId_idx" ON "Edition"("teamId");

-- CreateIndex
CREATE INDEX "Remark_authorId_idx" ON "Remark"("authorId");

-- CreateIndex
CREATE INDEX "Support_userId_idx" ON "Support"("userId");

-- Columns that hold a state hold one of those that the program knows.
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_role_check" CHECK ("role" IN ('official', 'representative', 'member', 'lead', 'reviewer', 'admin'));
ALTER TABLE "Remark" ADD CONSTRAINT "Remark_state_check" CHECK ("state" IN ('open', 'accepted', 'accepted-in-part', 'already-in-text', 'not-accepted', 'out-of-scope', 'answered', 'withdrawn'));
ALTER TABLE "RulingDraft" ADD CONSTRAINT "RulingDraft_state_check" CHECK ("state" IN ('draft', 'waiting', 'returned', 'approved', 'dropped'));
ALTER TABLE "Support" ADD CONSTRAINT "Support_stance_check" CHECK ("stance" IN ('support', 'objection'));
