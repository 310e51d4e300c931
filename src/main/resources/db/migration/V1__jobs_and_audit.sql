-- Jobs: requests whose answer is a file.
CREATE TABLE generation_jobs (
    id UUID PRIMARY KEY,
    job_type VARCHAR(50) NOT NULL,
    parameters ${json} NOT NULL,
    status VARCHAR(20) NOT NULL,
    record_count BIGINT,
    output_format VARCHAR(20) NOT NULL,
    output_location TEXT,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL,
    started_at TIMESTAMP WITH TIME ZONE,
    completed_at TIMESTAMP WITH TIME ZONE,
    expires_at TIMESTAMP WITH TIME ZONE,
    error_message TEXT,
    file_name VARCHAR(200) NOT NULL,
    file_size_bytes BIGINT,
    file_sha256 CHAR(64),
    include_metadata BOOLEAN NOT NULL,
    records_done BIGINT DEFAULT 0 NOT NULL,
    idempotency_key VARCHAR(255) UNIQUE,
    request_sha256 CHAR(64) NOT NULL,
    -- where the parts of an unfinished file are collected
    upload_id TEXT,
    -- who works on the job, and until when others leave it alone
    owner UUID,
    lease_until TIMESTAMP WITH TIME ZONE
);

CREATE INDEX idx_generation_jobs_status ON generation_jobs (status);
CREATE INDEX idx_generation_jobs_created ON generation_jobs (created_at, id);

-- What of an unfinished file is written for good.
CREATE TABLE job_parts (
    job_id UUID NOT NULL REFERENCES generation_jobs (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    size_bytes BIGINT NOT NULL,
    sha256 CHAR(64) NOT NULL,
    tag TEXT NOT NULL,
    PRIMARY KEY (job_id, number)
);

CREATE TABLE audit_log (
    id UUID DEFAULT ${random_uuid} PRIMARY KEY,
    endpoint VARCHAR(100) NOT NULL,
    user_id VARCHAR(100),
    request_data ${json},
    response_status INTEGER,
    created_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL
);

CREATE INDEX idx_audit_log_created ON audit_log (created_at);
