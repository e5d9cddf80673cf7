#!/usr/bin/env bash
# Installs what the tests on a real X display need, where it may; otherwise says what is missing and goes on.
# Suites that need a missing part are skipped by name, or fail when CI=true.
set -u

missing=''
for part in Xvfb openbox xdotool xclip xprop xev chromium; do
  type -P "$part" > /dev/null || missing+=" $part"
done
# Chrome serves where it is there already.
type -P google-chrome > /dev/null && missing=${missing/ chromium/}
[[ -z $missing ]] && exit 0

if [[ $EUID -ne 0 ]] || ! type -P apt-get > /dev/null; then
  echo "Not installed, so tests that need them are skipped:$missing" \
    '(Debian and Ubuntu: apt install xvfb openbox xdotool xclip x11-utils chromium)'
  exit 0
fi

echo "Installing what the tests need:$missing"
[[ $missing == *chromium* ]] && chromium=chromium
export DEBIAN_FRONTEND=noninteractive
if ! { apt-get -qq update &&
  apt-get -qq install -y --no-install-recommends xvfb openbox xdotool xclip x11-utils ${chromium:-} > /dev/null; }; then
  echo "apt-get could not install:$missing; tests that need them are skipped" >&2
  [[ ${CI:-} == true ]] && exit 1
fi
exit 0
