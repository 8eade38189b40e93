#!/bin/sh
# Damages files at random and gives them to every reader, each in a process of its own: 10,000 cases each.
#
#     sh Tools/fuzz.sh                 all readers, seed 1
#     COUNT=1000 SEED=7 sh Tools/fuzz.sh "zip" "report"
#
# An input that fails, crashes or hangs is kept in Output/fuzz; its place is then Tests/Fixtures/Failed/READER.

# From wherever it is called, it works in the project.
cd "$(dirname "$0")/.." || exit 1
count=${COUNT:-10000}
seed=${SEED:-1}
# whole NAME NUMBER LEAST: refuses what is no whole number, so that no count is printed that was not run.
whole() {
    case "$2" in
    '' | *[!0-9]* | ?????????*) echo "fuzz: $1=$2 is no whole number up to 99,999,999" >&2 && exit 1 ;;
    esac
    [ "$2" -ge "$3" ] || { echo "fuzz: $1=$2 is too small; at least $3" >&2 && exit 1; }
}
whole COUNT "$count" 1
whole SEED "$seed" 0
if ! command -v swift >/dev/null 2>&1; then
    echo "fuzz: Swift is missing. Install Swift 6.2 or later: https://www.swift.org/install" >&2
    exit 1
fi
kept=$(pwd)/Output/fuzz
mkdir -p "$kept"
if [ $# -eq 0 ]; then
    set -- "PNG, grey" "PNG, colour" "JPEG, grey" "JPEG, colour" photo "model for photos" U-Net "IDX images" "IDX labels" "CIFAR-10" \
        "names of CIFAR-10's classes" ratings "newer ratings" films "newer films" people "head pose" "calibration of a camera" "points of faces" sound safetensors \
        "PyTorch, zip" "PyTorch, legacy" tar tgz zip \
        table "saved table" "prepared table" "model for tables" tree trees "boosted trees" checkpoint picture text \
        "tokens in a file" subwords "encoder of texts" exercise hints questions progress "quiz memory" report page \
        "state of a module" "weights by the names of PyTorch" "weights of EfficientNet" "weights of MobileNet" \
        "codes of streets" "masks of streets" "header of a PNG" "checklist of a project" "review of a project" \
        "predictions by group" "photos with several labels" census "weights of a ResNet" articles "names of classes" \
        "picture, PNG"
fi
status=0
for reader in "$@"; do
    own=$(mktemp -d) || exit 1
    rm -f "$kept/current" "$kept/current.title"
    if TMPDIR=$own SWIFT_BACKTRACE=enable=no GROUNDUP_FUZZ_COUNT=$count GROUNDUP_FUZZ_SEED=$seed GROUNDUP_FUZZ_READER=$reader \
        GROUNDUP_FUZZ_JOURNAL="$kept/current" \
        swift test --skip-build --disable-xctest --filter '^FuzzTests\..*/.(are read or refused|have the reader)' > "$kept/log" 2>&1
    then
        echo "$reader: $count cases, seed $seed"
    else
        status=1
        cp "$kept/log" "$kept/$reader-$seed.log"
        if [ -f "$kept/current.title" ]; then
            cp "$kept/current" "$kept/$reader-$seed-last"
            echo "$reader: FAILED, last at $(cat "$kept/current.title")"
        else
            echo "$reader: FAILED before the first case; see Output/fuzz/$reader-$seed.log"
        fi
        grep -h 'recorded an issue\|Fatal\|hangs\|: error' "$kept/log" | cut -c 1-300 | sort | uniq -c | sort -rn | head -n 5
    fi
    # SwiftPM leaves locks and folders of its own.
    left=$(ls -A "$own" | grep -v '\.lock$\|^TemporaryDirectory\.' | head -n 3)
    [ -z "$left" ] || { status=1; echo "$reader: left in the temporary folder: $left"; }
    rm -rf "$own"
done
rm -f "$kept/current" "$kept/current.title" "$kept/log"
exit $status
