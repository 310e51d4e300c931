-- The audit log has a row for each request, with all that its line in the log tells. endpoint, user_id (the id of the
-- key), request_data and created_at stand since V1; response_status is that of HTTP.
ALTER TABLE audit_log ALTER COLUMN endpoint SET DATA TYPE VARCHAR(2048);
ALTER TABLE audit_log ADD COLUMN request_id VARCHAR(128) DEFAULT '' NOT NULL;
ALTER TABLE audit_log ADD COLUMN transport VARCHAR(20) DEFAULT 'http' NOT NULL;
ALTER TABLE audit_log ADD COLUMN user_name VARCHAR(255);
ALTER TABLE audit_log ADD COLUMN address VARCHAR(255) DEFAULT '' NOT NULL;
ALTER TABLE audit_log ADD COLUMN http_method VARCHAR(32);
ALTER TABLE audit_log ADD COLUMN record_count BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE audit_log ADD COLUMN sent_bytes BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE audit_log ADD COLUMN duration_ms BIGINT DEFAULT 0 NOT NULL;
-- as HTTP or gRPC writes it
ALTER TABLE audit_log ADD COLUMN status VARCHAR(40) DEFAULT '' NOT NULL;
ALTER TABLE audit_log ADD COLUMN outcome VARCHAR(20) DEFAULT 'complete' NOT NULL;

CREATE INDEX idx_audit_log_page ON audit_log (created_at, id);
CREATE INDEX idx_audit_log_user ON audit_log (user_id, created_at);
CREATE INDEX idx_audit_log_request ON audit_log (request_id);
