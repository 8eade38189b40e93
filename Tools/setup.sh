#!/bin/sh
# Installs the missing system libraries, or says what to do where it cannot.
# OpenBLAS checks our matrix products, libpng and zlib read images, TurboJPEG reads photographs; curl and unzip
# fetch data sets (zip makes archives for the tests).
set -eu

packages="libopenblas-dev libpng-dev zlib1g-dev libturbojpeg0-dev curl unzip zip"
homebrew="openblas libpng jpeg-turbo"

if ! command -v swift >/dev/null 2>&1; then
    echo "setup: Swift is missing. Install Swift 6.2 or later: https://www.swift.org/install" >&2
    exit 1
fi

case "$(uname -s)" in
Darwin)
    if ! command -v brew >/dev/null 2>&1; then
        echo "setup: please install Homebrew (https://brew.sh), then run: brew install $homebrew" >&2
        exit 1
    fi
    missing=""
    for name in $homebrew; do
        brew list --versions "$name" >/dev/null 2>&1 || missing="$missing $name"
    done
    [ -z "$missing" ] || brew install $missing
    ;;
*)
    if ! command -v apt-get >/dev/null 2>&1; then
        for file in cblas.h png.h zlib.h turbojpeg.h; do
            if ! find /usr/include /usr/local/include -name "$file" 2>/dev/null | grep -q .; then
                echo "setup: $file is missing, and there is no apt-get here." >&2
                echo "setup: please install OpenBLAS, libpng, zlib and TurboJPEG with their headers" >&2
                echo "setup: (Fedora: openblas-devel libpng-devel zlib-devel turbojpeg-devel)." >&2
                exit 1
            fi
        done
        exit 0
    fi
    missing=""
    for name in $packages; do
        dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q "install ok installed" || missing="$missing $name"
    done
    if [ -n "$missing" ]; then
        sudo=""
        if [ "$(id -u)" -ne 0 ]; then
            command -v sudo >/dev/null 2>&1 || {
                echo "setup: please run as root: apt-get install$missing" >&2
                exit 1
            }
            sudo="sudo"
        fi
        echo "setup: installing$missing"
        # The lists may be old or missing; an update that fails is reported by the install.
        $sudo apt-get install -y --no-install-recommends $missing >/dev/null 2>&1 || {
            $sudo apt-get update || true
            $sudo apt-get install -y --no-install-recommends $missing
        }
    fi
    ;;
esac
