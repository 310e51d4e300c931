-- Who asked for a job, as feeds have it since V2: whose quota it uses up, and which trace it belongs to.
ALTER TABLE generation_jobs ADD COLUMN request_id VARCHAR(200) DEFAULT '' NOT NULL;
ALTER TABLE generation_jobs ADD COLUMN key_id VARCHAR(100);
ALTER TABLE generation_jobs ADD COLUMN key_name VARCHAR(255);
ALTER TABLE generation_jobs ADD COLUMN address VARCHAR(255) DEFAULT '' NOT NULL;
ALTER TABLE generation_jobs ADD COLUMN trace_parent VARCHAR(55);
ALTER TABLE feeds ADD COLUMN trace_parent VARCHAR(55);
