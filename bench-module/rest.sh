#!/usr/bin/env bash
# rest: how long the REST API takes while a tape plays and so many clients ask at once.
#
#   ./mvnw -q -DskipTests pre-integration-test
#   IMPORT=FOLDER bench-module/rest.sh [CLIENTS [SECONDS]]
#
# FOLDER holds daily bars to import (docs/history.md); without them rankings answer 503 and the run ends. Starts the real
# server with an embedded PostgreSQL in bench-module/target/rest (emptied first) and a tape that raises about 1,000 events
# a second. CLIENTS (default 50) ask for each path for SECONDS (60), first once a second each, then as fast as they are
# answered; then it prints what the sync of the analytics saved. Environment: PORT (18080), MVN (./mvnw), SERVER_HOME
# (the Open Liberty that was provisioned), FOLDER.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
clients=${1:-50}
seconds=${2:-60}
port=${PORT:-18080}
folder=${FOLDER:-$root/bench-module/target/rest}
jar=$root/bench-module/target/benchmarks.jar
server=${SERVER_HOME:-$root/ear-module/target/liberty/wlp}
load=org.tickstock.bench.load
paths=('api/ticks/recent?symbol=AAPL&limit=100' 'api/market-state/rankings?limit=50' 'api/market-state/rankings?limit=500'
    'api/bars?symbol=AAPL&timeframe=1min&limit=500')

for needed in "$jar" "$server" "$root/launcher-module/target/classes" "${IMPORT:?must name a folder with daily bars}"; do
    [ -e "$needed" ] || { echo "must be there: $needed; build first: ./mvnw -q -DskipTests pre-integration-test" >&2; exit 1; }
done
rm -rf "$folder"
mkdir -p "$folder"
. "$root/bench-module/server.bash"
classpath_of_launcher

java -cp "$jar" $load.LoadTape "$folder/tape.csv" $((240 + 2 * ${#paths[@]} * seconds)) 0.0155
export TICKSTOCK_IMPORT_FOLDER=$IMPORT TICKSTOCK_IMPORT_AT_START=true TICKSTOCK_FEED_PROVIDER=replay \
    TICKSTOCK_FEED_REPLAY_FILES=$folder/tape.csv
launch "$server" "$folder/data" "$folder/server.log"
await_line 'Ctrl-C' "$folder/server.log"
for pause_ms in 1000 0; do
    echo "== $clients clients, each $pause_ms ms behind its last question"
    java -cp "$jar" $load.RestLoad "http://localhost:$port/" "$folder/data" "$clients" "$seconds" $pause_ms "${paths[@]}"
done
