// Each virtual user posts the claims of its own shard to the system under test: no two users send the same claim.
//   k6 run --vus 8 --duration 10m -e TARGET=https://system.under.test/claims examples/k6/claims.js
import http from 'k6/http';
import exec from 'k6/execution';
import { check } from 'k6';

const source = __ENV.CLINICAL_URL || 'http://localhost:8080';
const target = __ENV.TARGET || `${source}/q/health/live`;
const users = Number(__ENV.USERS || 8);
const batch = 100;

export const options = { vus: users, iterations: users * 2, thresholds: { checks: ['rate==1'] } };

let offset = 0;
let claims = [];

export default function () {
  if (claims.length === 0) {
    const shard = (exec.vu.idInTest - 1) % users;
    const page = http.get(`${source}/api/v1/claims/stream?shard=${shard}/${users}` +
      `&count=${batch * users}&offset=${offset}&format=ndjson`);
    check(page, { 'claims came': (r) => r.status === 200 });
    claims = page.body.trim().split('\n');
    offset += batch * users;
  }
  const sent = __ENV.TARGET
    ? http.post(target, claims.pop(), { headers: { 'Content-Type': 'application/json' } })
    : http.get(target);
  check(sent, { 'taken': (r) => r.status < 400 });
}
