#!/usr/bin/env bash
# Fetches WordPress and PHP from Debian's archive for the test of its content filter; without Debian or the archive that
# test is skipped. WordPress is only unpacked beside the modules, never installed; PHP is installed where that is allowed.
set -uo pipefail
cd "$(dirname "$0")/.."
folder=node_modules/.cache/wordpress
test -d "$folder/usr/share/wordpress" && exit 0
command -v apt-get >/dev/null || { echo 'no Debian: the test of the content filter will be skipped'; exit 0; }
command -v php >/dev/null || apt-get install -y -qq --no-install-recommends php-cli >/dev/null 2>&1 ||
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends php-cli; } >/dev/null 2>&1
mkdir -p "$folder"
(cd "$folder" && apt-get download -qq wordpress && dpkg-deb -x wordpress_*.deb . && rm wordpress_*.deb) >/dev/null 2>&1 ||
  echo 'WordPress could not be fetched: the test of the content filter will be skipped'
exit 0
