#!/usr/bin/env bash
# Prints name and e-mail of members over 65, then breaks a stream off and resumes it where it broke.
set -euo pipefail
url=${CLINICAL_URL:-http://localhost:8080}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

curl -sS --fail "$url/api/v1/members/stream?count=5&age_min=65" |
  jq -r '[.first_name, .last_name, .email] | @tsv'

# head leaves after 40 lines, which breaks the stream off
curl -sS "$url/api/v1/members/stream?count=100" 2>/dev/null | head -n 40 >"$work/part" || true
# the index of the last whole record is where the stream began plus the lines that came, less one
curl -sS --fail "$url/api/v1/members/stream?count=100&resume_after=39" >>"$work/part"
curl -sS --fail "$url/api/v1/members/stream?count=100" >"$work/whole"
cmp "$work/part" "$work/whole"
echo "resumed: $(wc -l <"$work/part") members, none lost and none twice"
