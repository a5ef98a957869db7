# What the scripts share: saying what is done, and installing what is missing.
# Sourced, not run.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '\033[1m==>\033[0m %s\n' "$*" >&2; }

# Debian packages that the build (and the tests) need, one per line of output where missing.
missing_packages() {
  local package
  for package in "$@"; do
    dpkg -s "$package" >/dev/null 2>&1 || printf '%s\n' "$package"
  done
}

# Installs Debian packages that are missing; asks before sudo when somebody is there to answer.
need_packages() {
  local missing
  mapfile -t missing < <(missing_packages "$@")
  ((${#missing[@]} == 0)) && return
  local sudo=()
  if ((EUID != 0)); then
    sudo=(sudo)
    if [[ -t 0 ]]; then
      read -r -p "Install ${missing[*]} with sudo apt-get? [y/N] " answer
      [[ $answer == [yY]* ]] || { say "Not installed; stopping."; exit 1; }
    fi
  fi
  say "Installing ${missing[*]}"
  "${sudo[@]}" apt-get update -qq
  DEBIAN_FRONTEND=noninteractive "${sudo[@]}" apt-get install -y -qq "${missing[@]}" >/dev/null
}

need_swift() {
  command -v swift >/dev/null && return
  say "Swift 6.1 or newer is needed: see https://www.swift.org/install/linux/"
  exit 1
}

# The flags of delivery: optimised, the Swift runtime inside, and types of the library such as dictionaries made from
# what the compiler knows. By their mangled names the runtime would look up, one after the other, how each kind of key
# is hashed: a tenth of the time to the first screen.
release_flags=(
  -c release --static-swift-stdlib
  -Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors
)

# Builds the program as it is delivered.
build_release() {
  need_swift
  need_packages libncursesw5-dev libsqlite3-dev
  say "Building desk (the first time takes some minutes)"
  build_product desk
  release="$(swift build "${release_flags[@]}" --show-bin-path)"
}

# Builds one product with the flags of delivery.
build_product() { swift build "${release_flags[@]}" --product "$1"; }
