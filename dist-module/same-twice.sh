#!/usr/bin/env bash
# Builds this commit twice, in two folders, and compares the zips byte for byte. Takes as long as two builds.
#   dist-module/same-twice.sh [folder to build in]
set -euo pipefail
checkout=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d "${1:-${TMPDIR:-/tmp}}/same-twice.XXXXXX")
trap 'rm -rf "$work"' EXIT

for build in first another/second; do
    git clone --quiet --no-hardlinks "$checkout" "$work/$build"
    (cd "$work/$build" && ./mvnw -B -ntp -q -Pdist package)
    sha256sum "$work/$build"/dist-module/target/tickstock-*.zip | sed "s#$work/##"
done

if cmp "$work"/first/dist-module/target/tickstock-*.zip "$work"/another/second/dist-module/target/tickstock-*.zip; then
    echo "the same, byte for byte"
else
    echo "not the same" >&2
    exit 1
fi
