#!/bin/sh
# What is missing or slow on this machine, with the fix for each. The tools and libraries come first, since without them
# nothing can be built; the `doctor` program itself reports the rest.
set -u
# From wherever it is called, it works in the project.
cd "$(dirname "$0")/.." || exit 1

bad=0
say() { printf '%s  %-22s %s\n' "$1" "$2" "$3"; }
fail() {
    say "✗" "$1" "$2"
    printf '   %-22s fix: %s\n' "" "$3"
    bad=1
}

if command -v swift >/dev/null 2>&1; then
    version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9.]*\).*/\1/p' | head -n 1)
    case "$version" in
    [0-5].* | 6.0* | 6.1*) fail "Swift" "version $version is too old" "install Swift 6.2 or later: https://www.swift.org/install" ;;
    *) say "✓" "Swift" "version $version" ;;
    esac
else
    fail "Swift" "there is no swift on the PATH" "install Swift 6.2 or later: https://www.swift.org/install"
fi

for pair in "OpenBLAS:cblas.h" "libpng:png.h" "zlib:zlib.h" "TurboJPEG:turbojpeg.h"; do
    name=${pair%%:*}
    header=${pair#*:}
    found=$(find /usr/include /usr/local/include /opt/homebrew/include /opt/homebrew/opt/openblas/include \
        -name "$header" ! -path '*/node/*' 2>/dev/null | head -n 1)
    if [ -n "$found" ]; then say "✓" "$name" "$found"; else fail "$name" "$header is missing" "make setup"; fi
done

for tool in curl tar unzip; do
    if command -v "$tool" >/dev/null 2>&1; then
        say "✓" "$tool" "$(command -v "$tool")"
    else
        fail "$tool" "is missing; data sets cannot be fetched or unpacked" "make setup"
    fi
done

[ "$bad" -eq 0 ] || exit 1
swift build --quiet --product doctor || exit 1
exec swift run --quiet --skip-build doctor
