# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Debian's stock kernel: looked up, downloaded and unpacked, never installed, and kept. Needs say.sh.

readonly kRoomForKernelMb=1500
# Where apt looks for packages of another architecture (foreign.sh).
APT_OPTIONS=()

# newest_kernel ARCHITECTURE: the package that Debian's linux-image-ARCHITECTURE stands for, and its version.
newest_kernel() {
    local package
    package=$(apt-cache "${APT_OPTIONS[@]}" depends "linux-image-$1" 2>/dev/null | awk '$1 == "Depends:" { print $2; exit }')
    [[ $package ]] || return 1
    apt-cache "${APT_OPTIONS[@]}" policy "$package" | awk -v package="$package" '$1 == "Candidate:" { print package, $2 }'
}

# kept_kernel CACHE: the folder of the newest kernel unpacked before.
kept_kernel() {
    local marks=("$1"/*/whole)
    [[ -e ${marks[-1]} ]] && dirname "${marks[-1]}"
}

# get_kernel CACHE PACKAGE VERSION: unpacks it into a folder of the cache and prints the folder.
get_kernel() {
    local folder=$1/$2_$3
    if [[ ! -e $folder/whole ]]; then
        need_room "$1" "$kRoomForKernelMb"
        say "getting Debian's kernel $2 $3"
        rm -rf "$folder" && mkdir -p "$folder/tree"
        (cd "$folder" && apt-get -q "${APT_OPTIONS[@]}" download "$2=$3") >"$folder/log" 2>&1 ||
            fail "the kernel $2 $3 could not be downloaded" \
                "check the network, run apt-get update, and run again (log: $folder/log)"
        dpkg -x "$folder"/*.deb "$folder/tree" >>"$folder/log" 2>&1 ||
            fail "the kernel $2 $3 could not be unpacked" "run again (log: $folder/log)"
        rm -f "$folder"/*.deb
        touch "$folder/whole"
    fi
    echo "$folder"
}

# find_kernel CACHE [ARCHITECTURE]: the folder of the newest kernel, downloaded where KIOSK_INSTALL does not forbid it. Ends
# with 1 where it does and none was kept.
find_kernel() {
    local found package version architecture=${2:-amd64}
    if [[ ${KIOSK_INSTALL:-yes} == no ]]; then
        kept_kernel "$1"
    elif found=$(newest_kernel "$architecture") && [[ $found ]]; then
        read -r package version <<<"$found"
        get_kernel "$1" "$package" "$version"
    else
        kept_kernel "$1" ||
            fail "apt knows no package linux-image-$architecture" "run apt-get update and run again"
    fi
}

# copy_modules TREE RELEASE ROOT MODULE…: these and all they need.
copy_modules() {
    local tree=$1 release=$2 root=$3 module file
    shift 3
    depmod -b "$tree" "$release" || return
    for module; do
        modprobe -d "$tree" -S "$release" --show-depends "$module" || return
    done | awk '$1 == "insmod" { print $2 }' | sort -u | while read -r file; do
        install -D -m 644 "$file" "$root/${file#"$tree/"}" || return
    done
    cp "$tree/lib/modules/$release"/modules.{order,builtin,builtin.modinfo} "$root/lib/modules/$release" &&
        depmod -b "$root" "$release"
}
