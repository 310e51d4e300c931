-- Feeds: records that are pushed to other systems.
CREATE TABLE feeds (
    id UUID PRIMARY KEY,
    kind VARCHAR(50) NOT NULL,
    parameters ${json} NOT NULL,
    output_format VARCHAR(20) NOT NULL,
    target_type VARCHAR(20) NOT NULL,
    -- what may be shown of the target, and what may not
    target ${json} NOT NULL,
    secrets ${json},
    batch INTEGER NOT NULL,
    on_refusal VARCHAR(10) NOT NULL,
    rate VARCHAR(40),
    arrival VARCHAR(20),
    status VARCHAR(20) NOT NULL,
    record_count BIGINT NOT NULL,
    -- of the last record that the target acknowledged
    last_index BIGINT,
    records_sent BIGINT DEFAULT 0 NOT NULL,
    records_refused BIGINT DEFAULT 0 NOT NULL,
    bytes_sent BIGINT DEFAULT 0 NOT NULL,
    trouble TEXT,
    error_message TEXT,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    started_at TIMESTAMP WITH TIME ZONE,
    ended_at TIMESTAMP WITH TIME ZONE,
    idempotency_key VARCHAR(255) UNIQUE,
    request_sha256 CHAR(64) NOT NULL,
    -- who asked for it
    request_id VARCHAR(200) NOT NULL,
    key_id VARCHAR(100),
    key_name VARCHAR(255),
    address VARCHAR(255) NOT NULL,
    -- who runs the feed, and until when others leave it alone
    owner UUID,
    lease_until TIMESTAMP WITH TIME ZONE
);

CREATE INDEX idx_feeds_status ON feeds (status);
CREATE INDEX idx_feeds_created ON feeds (created_at, id);
CREATE INDEX idx_feeds_owner ON feeds (owner);
