-- Assertions of SMART clients that were used, by a digest of client and jti, so that no server takes one again.
CREATE TABLE used_assertions (
    digest CHAR(64) PRIMARY KEY,
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE INDEX idx_used_assertions_expires ON used_assertions (expires_at);
