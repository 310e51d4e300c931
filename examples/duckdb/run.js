// Runs claims.sql where there is no DuckDB but Node: npm install @duckdb/node-api && node run.js
const fs = require('fs');
const path = require('path');
const { DuckDBInstance } = require('@duckdb/node-api');

async function main() {
  const connection = await (await DuckDBInstance.create()).connect();
  const sql = fs.readFileSync(path.join(__dirname, 'claims.sql'), 'utf8');
  const rows = (await connection.runAndReadAll(sql)).getRows();
  rows.forEach((row) => console.log(row.join('\t')));
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
