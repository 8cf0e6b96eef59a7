#!/bin/sh
# Makes a checkout of Onrecord ready to run: installs the system packages that are missing, and uv into ./.uv.
# Running it again is quick, harmless and needs no network. Works from any folder:  sh resources/setup.sh
set -eu

say() { printf '%s\n' "$*" >&2; }
fail() { say "setup: $*"; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }
lacks_pip() { [ ! -x .uv/bin/uv ] && ! python3 -m pip --version >/dev/null 2>&1; }

# Debian and its kin only: installs the named packages, or says who has to.
install() {
    say "setup: installing $*"
    as_root=sudo
    [ "$(id -u)" != 0 ] || as_root=
    [ -z "$as_root" ] || have sudo || fail "these system packages are missing and need root; run: apt-get install $*"
    apt="$as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=120"
    # What apt prints is noise unless it fails, and then the command below shows it. A failed update is no verdict:
    # without a network apt only warns, and with one a broken source of somebody else's must not stop us.
    { $apt update; $apt install -y --no-install-recommends "$@"; } >/dev/null 2>&1 ||
        fail "the packages could not be installed; is there a network, and may this account use sudo? To see what it says:" \
            "${as_root:+sudo }apt-get update && ${as_root:+sudo }apt-get install $*"
}

cd "$(dirname "$0")/.."

if have apt-get; then
    lacking=
    have python3 || lacking=python3
    lacks_pip && lacking="$lacking python3-pip"
    # shellcheck disable=SC2086  # a list of names
    [ -z "$lacking" ] || install $lacking
fi
have python3 || fail "Python 3.11 or newer is missing; install it (python3 on Fedora, python on Arch) and try again."
python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    fail "Onrecord needs Python 3.11 or newer, and this is $(python3 --version)."
lacks_pip && fail "pip is missing; install it (python3-pip on Fedora, python-pip on Arch) and try again."

# -B: run as root, Python would leave compiled files that the owner of the checkout cannot replace.
packages=$(python3 -B -m gui.start.libraries)
if [ -n "$packages" ]; then
    have apt-get || fail "the window needs these system packages; install them and try again: $packages"
    # shellcheck disable=SC2086
    install $packages
    packages=$(python3 -B -m gui.start.libraries)
    [ -z "$packages" ] || fail "installed, but still not to be loaded: $packages"
fi

if [ ! -x .uv/bin/uv ]; then
    say "setup: installing uv into .uv"
    # Into a folder of its own: neither root nor a virtual environment is needed, and the system's Python stays as it is.
    PIP_ROOT_USER_ACTION=ignore python3 -m pip install -q --disable-pip-version-check --upgrade --target .uv uv ||
        fail "uv could not be downloaded: is there a network?"
fi
