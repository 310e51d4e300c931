-- Claims by type and status. DuckDB reads the stream from a file here; with its httpfs extension,
-- read_json('http://localhost:8080/api/v1/claims/stream?count=10000', format = 'newline_delimited') does the same.
--   curl -sSo claims.ndjson 'http://localhost:8080/api/v1/claims/stream?count=10000'
--   duckdb < examples/duckdb/claims.sql
SELECT type,
       status,
       count(*) AS claims,
       round(sum(charge::DECIMAL(18, 2)), 2) AS charged
FROM read_json('claims.ndjson', format = 'newline_delimited')
GROUP BY type, status
ORDER BY claims DESC;
