-- What those who lead a board change after it was opened, with the reason that everybody reads.
CREATE TABLE "BoardChange" (
    "id" UUID NOT NULL,
    "teryt" CHAR(7) NOT NULL,
    "boardId" UUID NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "madeById" UUID NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "BoardChange_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "BoardChange_boardId_idx" ON "BoardChange"("boardId");
ALTER TABLE "BoardChange" ADD CONSTRAINT "BoardChange_boardId_fkey" FOREIGN KEY ("boardId") REFERENCES "Board"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER record_insert AFTER INSERT ON "BoardChange" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
CREATE TRIGGER record_update AFTER UPDATE ON "BoardChange" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
CREATE TRIGGER record_delete AFTER DELETE ON "BoardChange" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
