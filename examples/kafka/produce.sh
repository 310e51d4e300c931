#!/usr/bin/env bash
# Sends claims to a topic at a rate, keyed by their member, so that a member's claims stay in their order.
set -euo pipefail
url=${CLINICAL_URL:-http://localhost:8080}
brokers=${KAFKA:-localhost:9092}
topic=${TOPIC:-claims}
rate=${RATE:-100/s}
count=${COUNT:-1000}

curl -sS --fail --no-buffer "$url/api/v1/claims/stream?count=$count&rate=$rate" |
  jq --unbuffered -r '"\(.member.id)\t\(tojson)"' |
  if command -v kcat >/dev/null; then
    kcat -P -b "$brokers" -t "$topic" -K '\t'
  else
    kafka-console-producer.sh --bootstrap-server "$brokers" --topic "$topic" \
      --property parse.key=true --property 'key.separator=	'
  fi
