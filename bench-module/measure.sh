#!/usr/bin/env bash
# measure: takes every figure of docs/benchmarks and prints the table.
#
#   ./mvnw -q -DskipTests package -pl bench-module -am
#   bench-module/measure.sh [DIRECTORY [ROUNDS [TRADES]]]
#
# DIRECTORY gets the results as JMH writes them (default bench-module/target/figures, emptied first), one file per
# benchmark and round. Odd rounds measure ours first, even rounds the baseline: A B, B A, A B.
# Three rounds of 10 million trades take about 15 minutes on two quiet cores; for a quick look: measure.sh DIR 1 2000000.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
directory=${1:-$here/target/figures}
rounds=${2:-3}
trades=${3:-10000000}
jar=$here/target/benchmarks.jar
[ -f "$jar" ] || { echo "build first: ./mvnw -q -DskipTests package -pl bench-module -am" >&2; exit 1; }
mkdir -p "$directory"
rm -f "$directory"/*.json

# measure ROUND NAME JMH-ARGUMENT...
measure() {
    local round=$1 name=$2
    shift 2
    echo "round $round of $rounds: $name" >&2
    java -jar "$jar" "org.tickstock.bench.$name\$" -f 1 -prof gc -foe true \
        -rf json -rff "$directory/$round-$name.json" -o "$directory/last.log" "$@"
}

# in_turn ROUND "NAME..." JMH-ARGUMENT...: in this order in odd rounds, the other way round in even ones
in_turn() {
    local round=$1 names=$2
    shift 2
    if [ $((round % 2)) = 0 ]; then
        names=$(echo "$names" | tr ' ' '\n' | tac | tr '\n' ' ')
    fi
    for name in $names; do
        measure "$round" "$name" "$@"
    done
}

for round in $(seq "$rounds"); do
    in_turn "$round" "DetectionBenchmark.rules DetectionBenchmark.plainJava DetectionBenchmark.oneLane \
DetectionBenchmark.recorded DetectionBenchmark.twoLanes" -wi 1 -i 2 -p trades="$trades"
    in_turn "$round" "HandoffBenchmark.laneRing HandoffBenchmark.disruptor HandoffBenchmark.arrayBlockingQueue" \
        -wi 1 -i 3 -p trades=$((trades / 4))
    in_turn "$round" "TickLatencyBenchmark.rules TickLatencyBenchmark.plainJava" -wi 3 -i 3 -w 1 -r 1 \
        -p trades=$((trades / 4))
    in_turn "$round" "ConversionBenchmark.displayConverter ConversionBenchmark.jacksonDatabind" -wi 2 -i 3 -w 1 -r 500ms
    in_turn "$round" "EmissionBenchmark.inverted EmissionBenchmark.hashSets" -wi 3 -i 3 -w 500ms -r 500ms
    in_turn "$round" "EmissionBenchmark.emissionCycle EmissionBenchmark.hashSetsAndJackson" -wi 2 -i 3 -w 1 -r 1
    in_turn "$round" "DecodeBenchmark.massiveDecoder DecodeBenchmark.jacksonStreaming DecodeBenchmark.jacksonTree" \
        -wi 2 -i 3 -w 1 -r 500ms
done
rm -f "$directory/last.log"

java -cp "$jar" org.tickstock.bench.report.FigureTable "$directory"
