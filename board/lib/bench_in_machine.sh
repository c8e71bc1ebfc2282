# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# A slot of a kiosk's disk started with the bench in it (tests/image/bench): its kernel, its initial file system, its root
# to the last byte, and beside them, in memory alone, what plays the devices. Needs say.sh, machine.sh, kernel.sh,
# unified.sh and ROOT.

# What the kernel plays devices with, what brings the host's files, and the port on which the bench is told what to do.
readonly kBenchModules=(virtio_pci 9pnet_virtio 9p overlay libcomposite usb_f_fs usb_f_printer uinput dummy_hcd vivid virtio_console)

# make_bench_initrd FOLDER SLOT: FOLDER/bench/{vmlinuz,initrd,cmdline} of that slot of FOLDER/disk.img, the bench in the
# initial file system.
make_bench_initrd() {
    local folder=$1 slot=$2 bench=$1/bench tree=$1/bench/tree kernel release
    rm -rf "$bench"
    mkdir -p "$tree/bench"/{bin,proc}
    mcopy -n -i "$folder/disk.img@@$(($(start_of "$folder/disk.img" "boot-$slot") * 512))" \
        "::slot-$slot.efi" "$bench/slot.efi" || fail "slot $slot has no kernel" "look into $folder"
    take_apart "$bench/slot.efi" "$bench"
    kernel=$(find_kernel "$ROOT/build/machine/kernels") || fail "no kernel was downloaded before" "run again without --no-install"
    release=$(basename "$kernel"/tree/lib/modules/*)
    cmp -s "$kernel/tree/boot/vmlinuz-$release" "$bench/vmlinuz" ||
        fail "the image's kernel is another than $release" "make the image again: board/image build"
    copy_modules "$kernel/tree" "$release" "$tree/bench" "${kBenchModules[@]}" ||
        fail "kernel $release lacks a module of the bench" "it is named above"
    install /bin/busybox "$tree/bench/bin/"
    install "$ROOT"/tests/image/bench/{hand_over,bench.service,kiosk.conf} "$tree/bench/"
    lz4 -dcq "$bench/initrd" | cpio -i --quiet --to-stdout init | sed 's|^screen=.*|&\n/bench/hand_over|' >"$tree/init"
    grep -q hand_over "$tree/init" ||
        fail "the image's first program hands over otherwise" "make the image again: board/image build"
    chmod 755 "$tree/init"
    # Zeros are where the kernel takes the lz4 before them to end.
    (head -c 4 /dev/zero && cd "$tree" && find . | cpio -o -H newc --quiet | gzip -1) >>"$bench/initrd"
    rm -rf "$tree"
}

# shellcheck disable=SC2034,SC2054  # commas are QEMU's; whoever includes this starts it
# bench_in_machine FOLDER OUT SLOT BENCH PLAY AFTER [SANDBOX]: QEMU's options in BENCH_OPTIONS. BENCH is the program that
# plays PLAY, or "lines" that come on the port, and leaves in OUT what came of it. SANDBOX is the control side of one outside.
bench_in_machine() {
    local folder=$1 out=$2 slot=$3
    [[ $ROOT$4$out != *[[:space:],]* ]] ||
        fail "a folder's name holds a blank or a comma" "the machine's options cannot carry it: move the clone, or name another --out"
    make_bench_initrd "$folder" "$slot"
    mkdir -p "$out"
    BENCH_OPTIONS=(-kernel "$folder/bench/vmlinuz" -initrd "$folder/bench/initrd"
        -append "$(cat "$folder/bench/cmdline") no_timer_check BENCH_ROOT=$ROOT BENCH=$4 PLAY=$5 AFTER=$6 SANDBOX=${7:-}"
        -virtfs local,path=/,mount_tag=host,security_model=none,readonly=on,multidevs=remap
        -virtfs "local,path=$out,mount_tag=out,security_model=none" -no-reboot)
}
