#!/bin/sh
# Installs Chromium for the tests that look at the page of chapter 2, or says what to do where it cannot.
set -eu

for name in chromium chromium-browser google-chrome chrome; do
    if command -v "$name" >/dev/null 2>&1; then
        echo "browser: $(command -v "$name") is here already"
        exit 0
    fi
done
if command -v apt-get >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ]; then as_root=""; else as_root="sudo"; fi
    # In Ubuntu the package only leads to a snap; there, install Google Chrome or set GROUNDUP_BROWSER.
    $as_root apt-get install --yes --no-install-recommends chromium
elif command -v brew >/dev/null 2>&1; then
    brew install --cask chromium
    echo "browser: now set GROUNDUP_BROWSER=/Applications/Chromium.app/Contents/MacOS/Chromium"
else
    echo "browser: please install Chromium, and set GROUNDUP_BROWSER to its program" >&2
    exit 1
fi
