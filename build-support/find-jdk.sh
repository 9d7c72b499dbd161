# shellcheck shell=sh
# Finds an installed Java without starting one. To be sourced.
#
#   find_jdk PROGRAM     PROGRAM: java to run, javac to build.
#
# Sets jdk (the home directory) and jdk_version, or returns 1. Looks in SMTPSCOPE_JAVA_HOME, JAVA_HOME,
# PATH and then the folders where systems and tools install JDKs, and takes the first that is new enough.

jdk_minimum=25
# Set from outside in tests only.
jdk_folders=${SMTPSCOPE_JDK_FOLDERS-"/usr/lib/jvm/*
/usr/lib64/jvm/*
/usr/java/*
/usr/local/openjdk-*
/opt/*
/opt/java/*
${HOME-}/.sdkman/candidates/java/*
${HOME-}/.jdks/*
${HOME-}/.asdf/installs/java/*
${HOME-}/.local/share/mise/installs/java/*
/Library/Java/JavaVirtualMachines/*/Contents/Home
/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home
/usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home"}

find_jdk() {
  for jdk in "${SMTPSCOPE_JAVA_HOME-}" "${JAVA_HOME-}"; do
    if jdk_fits "$1"; then return 0; fi
  done
  if jdk=$(command -v java) && jdk=$(readlink -f "$jdk"); then
    jdk=${jdk%/bin/java}
    if jdk_fits "$1"; then return 0; fi
  fi
  jdk_ifs=$IFS
  IFS='
'
  # Patterns to be expanded, parted by newlines only.
  # shellcheck disable=SC2086
  set -- "$1" $jdk_folders
  IFS=$jdk_ifs
  jdk_program=$1
  shift
  for jdk; do
    if jdk_fits "$jdk_program"; then return 0; fi
  done
  return 1
}

jdk_fits() {
  [ -n "$jdk" ] && [ -x "$jdk/bin/$1" ] && [ -x "$jdk/bin/java" ] && jdk_read_version || return 1
  jdk_major=${jdk_version%%[!0-9]*}
  [ "${jdk_major:-0}" -ge "$jdk_minimum" ]
}

jdk_read_version() {
  jdk_version=
  if [ -r "$jdk/release" ]; then
    while IFS='=' read -r jdk_key jdk_value; do
      case $jdk_key in
        JAVA_RUNTIME_VERSION) jdk_version=$jdk_value; break ;;
        JAVA_VERSION) jdk_version=$jdk_value ;;
      esac
    done <"$jdk/release"
  else
    jdk_value=$("$jdk/bin/java" -version 2>&1) || return 1
    jdk_version=${jdk_value#*version }
    jdk_version=${jdk_version%% *}
  fi
  jdk_version=${jdk_version#\"}
  jdk_version=${jdk_version%%\"*}
  [ -n "$jdk_version" ]
}
