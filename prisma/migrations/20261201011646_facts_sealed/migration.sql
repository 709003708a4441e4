-- Corrections of what a draft is called and is are part of the record: noted and sealed as in its other tables.
CREATE TRIGGER record_insert AFTER INSERT ON "FactsChange" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
CREATE TRIGGER record_update AFTER UPDATE ON "FactsChange" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
CREATE TRIGGER record_delete AFTER DELETE ON "FactsChange" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
