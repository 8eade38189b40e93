#!/bin/sh
# What the tests cost: the seconds of every module and suite, and of the slowest tests.
#
# The tests run one after the other here, so a test's time is its own; it still uses all cores. What several tests share
# (a run of a chapter, say) is counted for the first that asks for it.
#
#     sh Tools/slow-tests.sh                    all tests
#     sh Tools/slow-tests.sh --filter Chapter   those that `swift test --filter` chooses

set -e
# From wherever it is called, it works in the project.
cd "$(dirname "$0")/.."
if ! command -v swift >/dev/null 2>&1; then
    echo "slow-tests: Swift is missing. Install Swift 6.2 or later: https://www.swift.org/install" >&2
    exit 1
fi
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

swift build --build-tests
swift test --skip-build --disable-xctest --no-parallel --xunit-output "$results/tests.xml" "$@" > "$results/log" 2>&1 ||
    grep '✘' "$results/log" | tail -n 20
grep -h '<testcase' "$results"/*.xml | sed 's/&apos;/'"'"'/g; s/&amp;/\&/g; s/`//g; s/&quot;/"/g' > "$results/cases"

# list TITLE FIELDS: sums the seconds of all tests that have these fields in common, largest first.
list() {
    echo "$1"
    sed 's/.*classname="\([^.]*\)\.\(.*\)" name="\(.*\)" time="\(.*\)" .*/\4\t\1\t\2\t\3/' "$results/cases" |
        awk -F '\t' -v last="$2" '{ name = $2; for (i = 3; i <= last; i++) name = name " · " $i; sum[name] += $1 }
            END { for (name in sum) printf "%8.2f s  %s\n", sum[name], name }' |
        sort -rn | head -n "$3"
    echo
}
list "The modules" 2 100
list "The slowest suites" 3 20
list "The slowest tests" 4 20
