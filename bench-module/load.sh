#!/usr/bin/env bash
# load: a server under load, then Node doing the same fan-out, and the table of both.
#
#   ./mvnw -q -DskipTests pre-integration-test
#   bench-module/load.sh [CLIENTS [SECONDS]]
#
# Starts the real server with an embedded PostgreSQL in bench-module/target/load (emptied first), a tape that raises
# about 1,000 events a second, 200 universes of 200 accounts, and CLIENTS sockets (default 1000) for SECONDS (60).
# Then the events that were told go through bench-module/src/main/node/fan-out.js, which npm installs what it needs for.
# Environment: ACCOUNTS (200; as many as CLIENTS: nobody shares a frame), MODES (Node's, in order; empty: none),
# PORT (18080, and the next for Node), MVN (./mvnw), EVENTS_RATE (100: what Socket.IO is told a second packet by packet),
# SERVER_HOME (the Open Liberty that was provisioned), LABEL (TickStock), FOLDER (bench-module/target/load).
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
clients=${1:-1000}
seconds=${2:-60}
accounts=${ACCOUNTS:-$((clients < 200 ? clients : 200))}
modes=${MODES-ws ws-shared socketio socketio-events}
port=${PORT:-18080}
node_port=$((port + 1))
folder=${FOLDER:-$root/bench-module/target/load}
label=${LABEL:-TickStock}
jar=$root/bench-module/target/benchmarks.jar
server=${SERVER_HOME:-$root/ear-module/target/liberty/wlp}
load=org.tickstock.bench.load

for needed in "$jar" "$server" "$root/launcher-module/target/classes"; do
    [ -e "$needed" ] || { echo "build first: ./mvnw -q -DskipTests pre-integration-test" >&2; exit 1; }
done
rm -rf "$folder"
mkdir -p "$folder"
. "$root/bench-module/server.bash"
classpath_of_launcher

start_server() {
    TICKSTOCK_WEB_MAX_CONNECTIONS=$((clients + 100)) TICKSTOCK_WEB_MAX_CONNECTIONS_PER_USER=$((clients + 100)) \
        TICKSTOCK_FEED_PROVIDER=replay TICKSTOCK_FEED_REPLAY_FILES=$folder/tape.csv \
        launch "$server" "$folder/data" "$folder/server.log"
    await_line 'Ctrl-C' "$folder/server.log"
}

# measure LABEL OPTION...
measure() {
    local label=$1
    shift
    echo "== $label" >&2
    java -cp "$jar" $load.LoadClient --label "$label" --clients "$clients" --accounts "$accounts" \
        --connects-per-second 100 --events "$folder/events" --out "$folder/figures.json" "$@" ||
        echo "== $label: not everyone got everything once, or no figures" >&2
}

java -cp "$jar" $load.LoadTape "$folder/tape.csv" $((240 + accounts / 2 + clients / 50 + seconds)) 0.0155
start_server
java -cp "$jar:$classpath" $load.LoadBed "$folder/data" "$accounts"
stop_server
start_server
measure "$label" --server "http://localhost:$port/" --pid "$(pid_of "$folder/data")" \
    --data "$folder/data" --seconds "$seconds" --warm-up 60
megabytes "$folder/data" > "$folder/rss-mb"
stop_server

if [ -n "$modes" ]; then
    cp "$root"/bench-module/src/main/node/* "$folder"
    (cd "$folder" && npm install --no-audit --no-fund --silent)
fi
for mode in $modes; do
    rate=1000
    wire=plain
    case $mode in
        socketio-events) rate=${EVENTS_RATE:-100} wire=socketio ;;
        socketio) wire=socketio ;;
    esac
    (cd "$folder" && exec node fan-out.js "$mode" "$node_port" "$folder/events" "$rate") > "$folder/node.log" 2>&1 &
    node_pid=$!
    until grep -q listening "$folder/node.log"; do
        kill -0 $node_pid || { cat "$folder/node.log" >&2; exit 1; }
        sleep 0.2
    done
    measure "Node $mode" --wire $wire --server "http://localhost:$node_port/" --pid $node_pid --seconds "$seconds"
    kill $node_pid
    wait $node_pid 2>/dev/null || true
done

java -cp "$jar" $load.LoadTable "$folder/figures.json"
