#!/usr/bin/env bash
# table: what the last build's tests on servers came to, a line of Markdown for each server that was tested.
#
#   ./mvnw verify -Pliberty,wildfly,payara; it-module/table.sh
set -euo pipefail

reports=$(cd "$(dirname "$0")" && pwd)/target/failsafe-reports
attribute() { sed -n "s/.*<testsuite [^>]*\\b$1=\"\([0-9]*\)\".*/\1/p"; }

echo "| Server | Java | inside | from outside | failed | skipped |"
echo "|---|---|--:|--:|--:|--:|"
for folder in "$reports"/*/; do
    inside=0 outside=0 failed=0 skipped=0 java=
    for report in "$folder"TEST-*.xml; do
        suite=$(grep -m1 -A3 '<testsuite ' "$report" | tr '\n' ' ')
        tests=$(attribute tests <<< "$suite")
        case $report in
            *ArquillianIT.xml) inside=$((inside + tests)) ;;
            *) outside=$((outside + tests)) ;;
        esac
        failed=$((failed + $(attribute failures <<< "$suite") + $(attribute errors <<< "$suite")))
        skipped=$((skipped + $(attribute skipped <<< "$suite")))
        java=$(sed -n 's/.*<property name="java.version" value="\([^"]*\)".*/\1/p' "$report" | head -1)
    done
    echo "| $(basename "$folder") | $java | $inside | $outside | $failed | $skipped |"
done
