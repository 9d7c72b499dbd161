#!/bin/sh
# Tests ./smtpscope in a copy of it with a pretended JDK and a pretended Maven, so that nothing is really built.

set -u

cd -P "$(dirname "$0")/.." || exit 1
source=$PWD
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
failed=0
passed=0

# A JDK whose java tells how it was called and does what JAVA_DOES says.
fake_jdk() { # folder version
  mkdir -p "$1/bin"
  printf 'IMPLEMENTOR="Test"\nJAVA_VERSION="%s"\n' "$2" >"$1/release"
  cat >"$1/bin/java" <<'JAVA'
#!/bin/sh
case $* in
  *AOTCacheOutput=*)
    echo trained >>"$JOURNAL"
    [ "${JAVA_DOES-}" = fail-training ] || for option; do
      case $option in -XX:AOTCacheOutput=*) echo cache >"${option#*=}" ;; esac
    done
    exit 0 ;;
esac
printf '%s\n' "$@" >"$JOURNAL.arguments"
echo "java of ${0%/bin/java}"
case ${JAVA_DOES-} in
  exit-*) exit "${JAVA_DOES#exit-}" ;;
  pid) echo "pid $$" ;;
esac
JAVA
  printf '#!/bin/sh\n' >"$1/bin/javac"
  chmod +x "$1/bin/java" "$1/bin/javac"
}

# A checkout whose Maven only writes down that it was called.
fake_checkout() { # folder
  mkdir -p "$1/core/src/main" "$1/cli/src/main" "$1/build-support"
  cp "$source/smtpscope" "$1/"
  cp "$source/build-support/find-jdk.sh" "$1/build-support/"
  touch -d '2020-01-01' "$1/pom.xml" "$1/core/pom.xml" "$1/core/src/main/A.java" "$1/core/src/main" "$1/cli/src/main"
  cat >"$1/mvnw" <<'MVNW'
#!/bin/sh
echo built >>"$JOURNAL"
[ -z "${MAVEN_SLEEPS-}" ] || sleep "$MAVEN_SLEEPS"
[ -z "${MAVEN_FAILS-}" ] || { echo "no such symbol"; exit 1; }
mkdir -p .smtpscope/build/smtpscope-cli/smtpscope/lib
echo jar >.smtpscope/build/smtpscope-cli/smtpscope/lib/smtpscope.jar
MVNW
  chmod +x "$1/mvnw"
}

# Starts every case from nothing: a fresh checkout, a JDK 17 on the PATH and a JDK 25 in a usual folder.
fresh() {
  name=$1
  base=$work/$(printf '%s' "$name" | tr -c 'a-z0-9' '_')
  JOURNAL=$base/journal
  here=$base/checkout
  fake_checkout "$here"
  fake_jdk "$base/old" 17.0.2
  fake_jdk "$base/usual/jdk-25" 25.0.1
  mkdir -p "$base/path"
  ln -s "$base/old/bin/java" "$base/path/java"
  : >"$JOURNAL"
  SMTPSCOPE_JDK_FOLDERS="$base/usual/*"
  SMTPSCOPE_JAVA_HOME=
  JAVA_HOME=
  JAVA_DOES=
  MAVEN_FAILS=
  MAVEN_SLEEPS=
  export JOURNAL SMTPSCOPE_JDK_FOLDERS SMTPSCOPE_JAVA_HOME JAVA_HOME JAVA_DOES MAVEN_FAILS MAVEN_SLEEPS
}

launch() { launch_as "$here/smtpscope" "$@"; }

launch_as() {
  PATH="$base/path:$PATH" "$@" >"$base/out" 2>"$base/err"
  status=$?
}

journalled() { grep -c "^$1\$" "$JOURNAL"; }

expect() { # what actual expected
  if [ "$2" = "$3" ]; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'launcher-test: %s: %s is\n  %s\nand not\n  %s\n' "$name" "$1" "$2" "$3" >&2
  fi
}

expect_jdk() { expect "the Java used" "$(cat "$base/out")" "java of $1"; }

expect_error() { # status words
  expect "exit code" "$status" "$1"
  expect "lines on stderr" "$(grep -vc building "$base/err")" 1
  case $(cat "$base/err") in *"$2"*) said=yes ;; *) said=$(cat "$base/err") ;; esac
  expect "mention of '$2'" "$said" yes
}

fresh "an older java on the PATH is passed over"
launch
expect_jdk "$base/usual/jdk-25"

fresh "an early-access JDK counts by its number"
fake_jdk "$base/usual/jdk-25" 26-ea
launch
expect_jdk "$base/usual/jdk-25"

fresh "java on the PATH is followed through its links"
fake_jdk "$base/new" 27
ln -sf "$base/new/bin/java" "$base/path/java"
launch
expect_jdk "$base/new"

fresh "JAVA_HOME goes before the PATH"
fake_jdk "$base/home" 25
JAVA_HOME=$base/home launch
expect_jdk "$base/home"

fresh "an older JAVA_HOME is passed over"
JAVA_HOME=$base/old launch
expect_jdk "$base/usual/jdk-25"

fresh "the own variable goes before JAVA_HOME"
fake_jdk "$base/home" 25
fake_jdk "$base/own jdk" 25
JAVA_HOME=$base/home SMTPSCOPE_JAVA_HOME="$base/own jdk" launch
expect_jdk "$base/own jdk"

fresh "without a fitting JDK one line says what to install"
SMTPSCOPE_JDK_FOLDERS=$base/nothing launch
expect_error 3 "openjdk-25-jdk"

fresh "a JDK is needed to build, any Java to run"
rm "$base/usual/jdk-25/bin/javac"
launch
expect_error 3 "openjdk-25-jdk"
fake_jdk "$base/full" 25
JAVA_HOME=$base/full launch
launch
expect_jdk "$base/usual/jdk-25"

fresh "arguments arrive as they were given"
# shellcheck disable=SC2016
launch check 'a b' '' '*' "it's \"quoted\"" '$HOME' '\n'
expect "arguments" "$(sed '1,/^dev.smtpscope.cli.Main$/d' "$JOURNAL.arguments")" "check
a b

*
it's \"quoted\"
\$HOME
\\n"

fresh "a service runs with options of its own, which the user's overrule"
SMTPSCOPE_JAVA_OPTS=-Xmx1g launch serve
expect "options" "$(grep -cx -e '-XX:+UseG1GC' -e '-XX:TieredStopAtLevel=1' "$JOURNAL.arguments")" 1
expect "heap" "$(grep -e '^-Xmx' "$JOURNAL.arguments")" "-Xmx512m
-Xmx1g"
launch check serve
expect "options" "$(grep -cx -e '-XX:+UseG1GC' -e '-XX:TieredStopAtLevel=1' "$JOURNAL.arguments")" 1
expect "heap" "$(grep -c -e '^-Xmx' "$JOURNAL.arguments")" 0

fresh "exit codes are kept"
JAVA_DOES=exit-7 launch
expect "exit code" "$status" 7

fresh "java takes the place of the launcher, so signals reach it"
launch
PATH="$base/path:$PATH" JAVA_DOES=pid "$here/smtpscope" >"$base/out" 2>&1 &
wait "$!"
expect "process" "$(tail -n 1 "$base/out")" "pid $!"

fresh "a link, a path with spaces and any current directory will do"
mkdir -p "$base/some where"
mv "$here" "$base/some where/check out"
here="$base/some where/check out"
ln -s "some where/check out/smtpscope" "$base/relative"
ln -s "$base/relative" "$base/path/smtpscope"
launch_as smtpscope
expect "exit code" "$status" 0
(cd "$here/core" && PATH="$base/path:$PATH" ../smtpscope >"$base/out" 2>&1)
expect_jdk "$base/usual/jdk-25"
expect "builds" "$(journalled built)" 1
expect "trainings" "$(journalled trained)" 1

fresh "it builds and trains once, and says so"
launch
expect "stderr" "$(cat "$base/err")" "smtpscope: first use, building (this takes a moment) ..."
launch
expect "stderr" "$(cat "$base/err")" ""
expect "journal" "$(cat "$JOURNAL")" "built
trained"

fresh "it builds again when a source or a pom is newer, or a source is gone"
launch
touch "$here/core/src/main/A.java"
launch
expect "stderr" "$(cat "$base/err")" "smtpscope: sources changed, building (this takes a moment) ..."
touch "$here/core/pom.xml"
launch
rm "$here/core/src/main/A.java"
launch
launch
expect "builds" "$(journalled built)" 4

fresh "another Java means another training"
launch
fake_jdk "$base/usual/jdk-25" 25.0.2
launch
launch
expect "trainings" "$(journalled trained)" 2
expect "builds" "$(journalled built)" 1

fresh "a training that fails is not tried again and harms nothing"
JAVA_DOES=fail-training launch
launch
expect_jdk "$base/usual/jdk-25"
expect "trainings" "$(journalled trained)" 1

fresh "a build that fails is one line with the log's path"
MAVEN_FAILS=yes launch
expect_error 3 "$here/.smtpscope/build.log"
expect "log" "$(cat "$here/.smtpscope/build.log")" "no such symbol"
launch
expect_jdk "$base/usual/jdk-25"

fresh "two first runs at once build once"
MAVEN_SLEEPS=1 launch &
MAVEN_SLEEPS=1 PATH="$base/path:$PATH" "$here/smtpscope" >/dev/null 2>&1
wait
expect "builds" "$(journalled built)" 1
expect "lock left" "$(find "$here/.smtpscope" -name 'lock*')" ""

fresh "the lock of a dead process is dropped"
mkdir "$here/.smtpscope"
sleep 0 & wait
ln -s "$!" "$here/.smtpscope/lock"
launch
expect_jdk "$base/usual/jdk-25"

if [ "$(id -u)" -eq 0 ] && command -v setpriv >/dev/null; then
  fresh "a finished build runs where nothing can be written"
  launch
  chmod -R a+rX "$work"
  rm "$here/.smtpscope/app/aot.id" "$JOURNAL"*
  chmod a+w "$base"
  launch_as setpriv --reuid=65534 --regid=65534 --clear-groups "$here/smtpscope"
  expect_jdk "$base/usual/jdk-25"
  expect "stderr" "$(cat "$base/err")" ""
  rm -r "$here/.smtpscope"
  launch_as setpriv --reuid=65534 --regid=65534 --clear-groups "$here/smtpscope"
  expect_error 3 "no permission to write to $here/.smtpscope"
fi

echo "launcher-test: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
