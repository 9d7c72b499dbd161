#!/bin/sh
# Unpacks Debian packages of mail servers and tools side by side, without installing them, and
# servers of the npm registry (haraka) with what they need.
#
#   fetch-servers.sh [--dir DIR] [PACKAGE...]     default: every package that the tests use
#
# Each package goes to DIR/PACKAGE_VERSION with the dependencies that this machine lacks, and
# DIR/PACKAGE links to it. Prints the path of each. What is there already is not fetched again:
# remove DIR/PACKAGE to get a newer version.
set -eu

packages="postfix exim4-daemon-heavy opensmtpd sendmail-bin sendmail-cf dovecot-submissiond swaks sslscan prometheus"
packages="$packages nsd unbound ldnsutils bind9-dnsutils nginx nmap testssl.sh haraka"
here=$(cd "$(dirname "$0")" && pwd -P)
dir=${SMTPSCOPE_SERVERS:-${XDG_CACHE_HOME:-$HOME/.cache}/smtpscope/servers}

fail() {
  echo "fetch-servers.sh: $*" >&2
  exit 1
}

apt() {
  apt-get -qq -o Debug::NoLocking=1 -o APT::Sandbox::User=root "$@"
}

# What a package only recommends and the tests need.
extras() {
  case $1 in
    swaks) echo libnet-ssleay-perl ;;
  esac
}

# The package itself and the dependencies that are not installed, by name. The directory for
# archives is one without any, because apt names only what it would have to download.
packages_of() {
  mkdir -p "$dir/.archives/partial"
  # shellcheck disable=SC2046 # one word per package
  apt -o Dir::Cache::archives="$dir/.archives" \
    --print-uris -y --no-install-recommends --reinstall install "$1" $(extras "$1") 2>/dev/null |
    awk '{sub(/_.*/, "", $2); print $2}'
}

update() {
  apt-get -qq update >/dev/null 2>&1 || true
}

known() {
  [ -n "$(packages_of "$1")" ] && return
  update
  [ -n "$(packages_of "$1")" ] || fail "$1: no such package in this machine's package lists (apt-get update needs root and network)"
}

library_path() {
  find "$1" -name '*.so*' -printf '%h\n' | sort -u | paste -sd:
}

# Libraries that programs in the tree need and that neither the tree nor the system has.
missing_libraries() {
  LD_LIBRARY_PATH=$(library_path "$1")
  export LD_LIBRARY_PATH
  find "$1/usr/sbin" "$1/usr/bin" "$1/usr/lib" -type f -perm /111 -exec ldd {} + 2>/dev/null |
    awk '/not found/ {print $1}' | sort -u | paste -sd' '
}

download() {
  # shellcheck disable=SC2046 # one word per package
  (cd "$work" && apt download $(packages_of "$1") >log 2>&1)
}

unpack() {
  known "$1"
  rm -rf "$work"
  mkdir "$work"
  download "$1" || { update && download "$1"; } || fail "$1: download failed: $(tail -n 1 "$work/log")"
  mkdir "$work/tree"
  for deb in "$work"/*.deb; do
    dpkg-deb -x "$deb" "$work/tree" || fail "$1: cannot unpack ${deb##*/}"
  done
  # A set-group-ID program would not look for libraries where LD_LIBRARY_PATH says.
  chmod -R ug-s "$work/tree"
  missing=$(missing_libraries "$work/tree")
  [ -z "$missing" ] || fail "$1: libraries missing: $missing"
  version=$(dpkg-deb -f "$work/$1"_*.deb Version | tr : -)
  chmod 755 "$work/tree"
  rm -rf "${dir:?}/$1_$version"
  mv "$work/tree" "$dir/$1_$version"
  ln -sfn "$1_$version" "$dir/$1"
}

# The versions are those of the lock in the folder of that name; no script of a package is run.
install_from_npm() {
  command -v npm >/dev/null || fail "$1: needs node and npm (Debian's packages nodejs and npm)"
  tree=$1_$(sha256sum "$here/$1/package-lock.json" | cut -c 1-12)
  [ "$(readlink "$dir/$1")" != "$tree" ] || return 0
  rm -rf "$work"
  mkdir "$work"
  cp "$here/$1/package.json" "$here/$1/package-lock.json" "$work"
  (cd "$work" && npm ci --ignore-scripts --omit=optional --omit=dev --no-audit --no-fund \
    --fetch-retries=1 --fetch-timeout=60000 >.log 2>&1) ||
    fail "$1: npm cannot fetch it: $(sed -n 's/^npm \(error\|ERR!\) //p' "$work/.log" | head -n 2 | paste -sd' ')"
  rm -rf "${dir:?}/$tree"
  mv "$work" "$dir/$tree"
  ln -sfn "$tree" "$dir/$1"
}

while [ $# -gt 0 ]; do
  case $1 in
    --dir) [ $# -gt 1 ] || fail "--dir needs a directory"; dir=$2; shift 2 ;;
    -*) fail "unknown option $1; usage: fetch-servers.sh [--dir DIR] [PACKAGE...]" ;;
    *) break ;;
  esac
done
[ $# -eq 0 ] || packages=$*

mkdir -p "$dir" || fail "cannot create $dir"
exec 9>"$dir/.lock"
flock -w 600 9 || fail "another fetch holds $dir/.lock"
work=$dir/.work
trap 'rm -rf "$work"' EXIT
for package in $packages; do
  if [ -f "$here/$package/package-lock.json" ]; then
    install_from_npm "$package"
  elif [ ! -d "$dir/$package" ]; then
    command -v apt-get >/dev/null || fail "$package: needs apt-get (Debian or a relative)"
    unpack "$package"
  fi
  (cd "$dir/$package" && pwd -P)
done
