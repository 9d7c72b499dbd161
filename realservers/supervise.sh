#!/bin/sh
# Runs a server in a session of its own until standard input ends, then kills the session.
#
#   supervise.sh ROOT [PATH...] -- PROGRAM [ARG...]
#
# Each PATH (say /etc/passwd) is ROOT/PATH for the server, in a mount namespace of its own: the
# machine's files stay as they are. Without any PATH no namespace is made.
set -u

if [ "$1" = --inside ]; then
  root=$2
  shift 2
  while [ "$1" != -- ]; do
    mount --bind "$root$1" "$1" || exit 1
    shift
  done
  shift
  exec "$@"
fi

exec 3<&0
if [ "$2" = -- ]; then
  shift 2
  setsid "$@" </dev/null 3<&- &
else
  setsid unshare --mount "$0" --inside "$@" </dev/null 3<&- &
fi
server=$!
trap "" HUP INT TERM # only the end of standard input ends the server
{
  cat <&3 >/dev/null
  kill -s KILL -- "-$server"
} 2>/dev/null &
guard=$!
wait "$server"
status=$?
kill -s KILL -- "-$server" "$guard" 2>/dev/null
exit "$status"
