-- Attachments are part of the record: what changes in them is noted and sealed as in its other tables.
CREATE TRIGGER record_insert AFTER INSERT ON "Attachment" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
CREATE TRIGGER record_update AFTER UPDATE ON "Attachment" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
CREATE TRIGGER record_delete AFTER DELETE ON "Attachment" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION record_changed('id');
