#!/usr/bin/env bash
# servers: start, memory, fan-out and emission cycle of each server that was provisioned, side by side.
#
#   ./mvnw -q -DskipTests -Pliberty,wildfly,payara pre-integration-test
#   bench-module/servers.sh [CLIENTS [SECONDS]]
#
# Each server in turn: four starts on one data folder with the synthetic market, of which the first, with nothing
# unpacked yet, counts as cold and the others as warm; its memory when ready; then load.sh without Node. About six minutes a server.
# A start is from the launcher's "Starting the server" to its /ready, the database is up by then.
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
clients=${1:-1000}
seconds=${2:-60}
folder=$root/bench-module/target/servers
port=${PORT:-18080}
rm -rf "$folder"
mkdir -p "$folder"
. "$root/bench-module/server.bash"
classpath_of_launcher

# start HOME DATA: prints seconds and MB.
start() {
    local log=$folder/start.log begun ready
    launch "$1" "$2" "$log"
    await_line 'Starting the server' "$log"
    begun=$(date +%s%N)
    await_line 'Ctrl-C' "$log"
    ready=$(date +%s%N)
    awk -v ns=$((ready - begun)) -v mb="$(megabytes "$2")" 'BEGIN { printf "%.1f %d\n", ns / 1e9, mb }'
    stop_server
}

echo "| Server | start, cold, s | start, warm, s | memory when ready, MB | memory under load, MB |" > "$folder/starts.md"
echo "|---|--:|--:|--:|--:|" >> "$folder/starts.md"
for home in "$root"/ear-module/target/{liberty/wlp,wildfly,payara-*}; do
    server=${home#"$root/ear-module/target/"}
    name=${server%%/*}
    [ -d "$home" ] || continue
    echo "== $name" >&2
    for _ in 1 2 3 4; do
        start "$home" "$folder/$name-data"
    done > "$folder/$name.starts"
    FOLDER=$folder/$name SERVER_HOME=$home LABEL=$name MODES= "$root/bench-module/load.sh" "$clients" "$seconds" >&2
    cat "$folder/$name/figures.json" >> "$folder/figures.json"
    cold=$(head -1 "$folder/$name.starts" | cut -d' ' -f1)
    warm=$(tail -3 "$folder/$name.starts" | cut -d' ' -f1 | sort -n | sed -n 2p)
    ready=$(tail -3 "$folder/$name.starts" | cut -d' ' -f2 | sort -n | sed -n 2p)
    echo "| $name | $cold | $warm | $ready | $(cat "$folder/$name/rss-mb") |" >> "$folder/starts.md"
done
cat "$folder/starts.md"
echo
java -cp "$root/bench-module/target/benchmarks.jar" org.tickstock.bench.load.LoadTable "$folder/figures.json"
