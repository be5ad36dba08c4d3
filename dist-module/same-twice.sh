#!/usr/bin/env bash
# Builds this commit twice, in two folders, and compares the zips byte for byte. Takes as long as two builds.
#   dist-module/same-twice.sh [folder to build in]
set -euo pipefail
checkout=$(cd "$(dirname "$0")/.." && pwd)
commit=$(git -C "$checkout" rev-parse HEAD)
work=$(mktemp -d "${1:-${TMPDIR:-/tmp}}/same-twice.XXXXXX")
trap 'rm -rf "$work"' EXIT

for build in first another/second; do
    git clone --quiet --no-hardlinks "$checkout" "$work/$build"
    git -C "$work/$build" checkout --quiet --detach "$commit"
    (cd "$work/$build" && ./mvnw -B -ntp -q -Pdist package)
    sha256sum "$work/$build"/dist-module/target/tickstock-*.zip | sed "s#$work/##"
done

if cmp "$work"/first/dist-module/target/tickstock-*.zip "$work"/another/second/dist-module/target/tickstock-*.zip; then
    echo "the same, byte for byte"
else
    echo "not the same; what differs:" >&2
    for build in first another/second; do
        unzip -q "$work/$build"/dist-module/target/tickstock-*.zip -d "$work/$build/unpacked"
    done
    diff --recursive --brief "$work/first/unpacked" "$work/another/second/unpacked" >&2 || true
    exit 1
fi
