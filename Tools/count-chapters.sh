#!/bin/sh
# What every chapter contains: a table, counted in its folders and in a quick run.

set -e
# From wherever it is called, it works in the project.
cd "$(dirname "$0")/.."
if ! command -v swift >/dev/null 2>&1; then
    echo "count-chapters: Swift is missing. Install Swift 6.2 or later: https://www.swift.org/install" >&2
    exit 1
fi
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

# count PATTERN FILE…: the number of lines that match the pattern, in all files.
count() {
    pattern=$1
    shift
    cat "$@" /dev/null | grep -c -- "$pattern" || true
}

row() { printf '%-24s %8s %8s %8s %8s %8s %8s %8s\n' "$@"; }
row chapter sections figures records "(book)" asked questions exercises
for folder in Chapters/*/; do
    name=$(basename "$folder")
    number=${name%%-*}
    report=$results/$number.json
    swift run --quiet "ch$number" --quick --quiet --out "$results/figures" --outputs "$report" > "$results/log" 2>&1 ||
        { cat "$results/log"; exit 1; }
    row "$name" "$(ls "$folder" | grep -c '^[0-9].*\.swift$')" \
        "$(count '"kind" : "figure"' "$report")" "$(count '"measured" : ' "$report")" \
        "$(count '"book" : ' "$report")" "$(count '"question" : {' "$report")" \
        "$(count '^ *\(@Test\|func\).*`[0-9]*\.[0-9]* ' Tests/Chapters/"$name"/Questionnaire/*.swift)" \
        "$(ls Exercises/"$name" | grep -c '^[0-9]')"
done
