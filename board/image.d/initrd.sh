# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Kernel, its modules, and the initial file system. Needs say.sh, kernel.sh, board.sh and ROOT.

# modules [early]: the names in the board's lists.
modules() {
    sed -e 's/#.*//' -e '/^ *$/d' "${BOARD_MODULES[@]}" |
        awk -v early="${1:-}" '$1 == "early" { print $2; next } early == "" { print $1 }'
}

# kernels: the folder where kernels for this board are kept.
kernels() {
    if is_foreign; then echo "$ROOT/build/machine/kernels-$ARCHITECTURE"; else echo "$ROOT/build/machine/kernels"; fi
}

# gather_modules WORK: WORK/vmlinuz, WORK/modules for the root, WORK/early for the initial file system; WORK/devices.dtb where
# the board's profile names one.
gather_modules() {
    local work=$1 kernel release list
    mkdir -p "$(kernels)"
    kernel=$(find_kernel "$(kernels)" "$ARCHITECTURE")
    case $? in
    0) ;;
    1) fail "no kernel was downloaded before" "run again without --no-install" ;;
    *) exit 2 ;; # it has been said why
    esac
    release=$(basename "$kernel"/tree/lib/modules/*)
    cp "$kernel/tree/boot/vmlinuz-$release" "$work/vmlinuz"
    [[ -z $DEVICE_TREE ]] || cp "$kernel/tree/usr/lib/linux-image-$release/$DEVICE_TREE" "$work/devices.dtb" ||
        fail "kernel $release lacks $DEVICE_TREE" "name another one in the board's profile"
    mapfile -t list < <(modules)
    copy_modules "$kernel/tree" "$release" "$work/modules" "${list[@]}" || lacks_module "$release"
    mapfile -t list < <(modules early)
    copy_modules "$kernel/tree" "$release" "$work/early" "${list[@]}" || lacks_module "$release"
}

lacks_module() {
    fail "kernel $1 lacks a module that this board lists" "it is named above: take it out of ${BOARD_MODULES[*]#"$ROOT/"}"
}

# make_initrd WORK: WORK/initrd from WORK/early. The same files give the same bytes.
make_initrd() {
    local work=$1
    say "the initial file system"
    mkdir -p "$work/early"/{proc,sys,dev,sysroot}
    install -m 755 "$ROOT/board/image.d/init" "$work/early/init"
    install -m 644 "$ROOT/board/image.d/vault" "$work/early/vault"
    find "$work/early" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
    (cd "$work/early" && find . | LC_ALL=C sort |
        cpio -o -H newc --reproducible --quiet -R 0:0) | lz4 -lqf -12 --favor-decSpeed - "$work/initrd" ||
        fail "no initial file system came of it" "make room and run again"
}
