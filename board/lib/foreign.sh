# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Debian's packages of another architecture, for cross-building, without telling this system's dpkg of it: apt has a folder
# of its own for them, with this system's sources. Needs say.sh, packages.sh, kernel.sh and ROOT.

readonly kRoomForSysrootMb=1500
# What the kiosk does without, and is as large as all else together: guidance of faces.
readonly kNotInSysroot=libopencv-objdetect-dev

# foreign_apt ARCHITECTURE: from now on kernel.sh looks up and downloads packages of this one.
foreign_apt() {
    local folder=$ROOT/build/apt/$1
    { mkdir -p "$folder"/{state/lists/partial,cache/archives/partial} && : >"$folder/status"; } ||
        fail "cannot write to $folder" "make room"
    APT_OPTIONS=(-o "APT::Architecture=$1" -o "APT::Architectures=$1" -o "Dir::State=$folder/state"
        -o "Dir::State::status=$folder/status" -o "Dir::Cache=$folder/cache" -o APT::Sandbox::User=root)
    [[ ${KIOSK_INSTALL:-yes} == yes ]] || return 0
    say "looking up packages for $1"
    apt-get -q "${APT_OPTIONS[@]}" update >"$folder/log" 2>&1 ||
        fail "no package server tells what there is for $1" "check the network and run again (log: $folder/log)"
}

# get_loader CACHE ARCHITECTURE: the folder with what the loader and the kernel's starter are made of, downloaded where
# KIOSK_INSTALL does not forbid it.
get_loader() {
    local folder=$1/$2
    if [[ ${KIOSK_INSTALL:-yes} == yes ]]; then
        rm -rf "$folder" && mkdir -p "$folder/tree"
        (cd "$folder" && apt-get -q "${APT_OPTIONS[@]}" download "grub-efi-$2-bin" systemd-boot-efi) >"$folder/log" 2>&1 ||
            fail "the loader for $2 could not be downloaded" "check the network and run again (log: $folder/log)"
        for package in "$folder"/*.deb; do dpkg -x "$package" "$folder/tree" || fail "no room for $package" "make room"; done
        touch "$folder/whole"
    fi
    [[ -e $folder/whole ]] || fail "no loader for $2 was downloaded before" "run again without --no-install"
    echo "$folder/tree"
}

# sysroot_packages: what a cross-compiler needs of list build.
sysroot_packages() { packages_of build | grep -- '-dev$' | grep -vx "$kNotInSysroot"; }

# make_sysroot ARCHITECTURE: headers and libraries in build/sysroot-ARCHITECTURE, which stay as long as the list does;
# remove the folder to have newer ones. Nothing in there is run.
make_sysroot() {
    local folder=$ROOT/build/sysroot-$1 log=$ROOT/build/sysroot-$1.log
    cmp -s <(sysroot_packages) "$folder/packages.txt" && return
    [[ ${KIOSK_INSTALL:-yes} == yes ]] || fail "no libraries for $1 were downloaded before" "run again without --no-install"
    need_room "$ROOT/build" "$kRoomForSysrootMb"
    say "headers and libraries for $1: some minutes"
    rm -rf "$folder.new"
    mmdebstrap --variant=extract --architectures="$1" --components=main --aptopt='Apt::Install-Recommends "false"' \
        --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
        --dpkgopt='path-exclude=/usr/share/locale/*' --include="$(sysroot_packages | paste -sd ,)" \
        bookworm "$folder.new" >"$log" 2>&1 </dev/null ||
        fail "headers and libraries for $1 could not be made" "the reason is at the end of $log"
    keep_links_inside "$folder.new/lib" "$folder.new/usr/lib"
    sysroot_packages >"$folder.new/packages.txt"
    { rm -rf "$folder" && mv "$folder.new" "$folder"; } || fail "$folder cannot be replaced" "remove it by hand"
}

# keep_links_inside FOLDER…: links to whole paths point into the tree that holds these folders, not out of it.
keep_links_inside() {
    local top link
    top=$(dirname "$1")
    find "$@" -type l -lname '/*' | while read -r link; do ln -sfnr "$top$(readlink "$link")" "$link"; done
}

# need_emulation ARCHITECTURE: its programs run here, as packages want when they are set up (binfmt_misc). On a system
# without a service for that the kernel is told here, as qemu-user-static has it.
need_emulation() {
    local machine=$1 registered=/proc/sys/fs/binfmt_misc
    [[ $1 != arm64 ]] || machine=aarch64
    [[ ! -e $registered/qemu-$machine ]] || return 0
    [[ -e $registered/register ]] || mount -t binfmt_misc binfmt_misc "$registered" 2>/dev/null
    [[ -e $registered/qemu-$machine ]] || cat "/usr/lib/binfmt.d/qemu-$machine.conf" 2>/dev/null >"$registered/register" ||
        fail "programs for $1 do not run here" "as root: mount -t binfmt_misc binfmt_misc $registered, and install qemu-user-static"
}
