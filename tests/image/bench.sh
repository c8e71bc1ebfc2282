# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034,SC2054,SC2153,SC2154  # names come from, and are for, whoever includes this
# A slot of a kiosk's disk started with the bench in it (bench/): its kernel, its initial file system, its root to the
# last byte, and beside them, in memory alone, what plays the devices. Needs say.sh, processes.sh, machine.sh, kernel.sh,
# slot_disk.sh, ROOT, and the folder of the machine in kFolder.

# What the kernel plays devices with, and what brings the host's files.
readonly kBenchModules=(virtio_pci 9pnet_virtio 9p overlay libcomposite usb_f_fs usb_f_printer uinput dummy_hcd vivid)

# make_bench_initrd SLOT: kFolder/bench/{vmlinuz,initrd,cmdline} of that slot, the bench in the initial file system.
make_bench_initrd() {
    local slot=$1 bench=$kFolder/bench tree=$kFolder/bench/tree kernel release
    rm -rf "$bench"
    mkdir -p "$tree/bench"/{bin,proc}
    mcopy -n -i "$(boot_of "$slot")" "::slot-$slot.efi" "$bench/slot.efi" || fail "slot $slot has no kernel" "look into $kFolder"
    take_apart "$bench/slot.efi" "$bench"
    kernel=$(find_kernel "$ROOT/build/machine/kernels") || fail "no kernel was downloaded before" "run again without --no-install"
    release=$(basename "$kernel"/tree/lib/modules/*)
    cmp -s "$kernel/tree/boot/vmlinuz-$release" "$bench/vmlinuz" ||
        fail "the image's kernel is another than $release" "make the image again"
    copy_modules "$kernel/tree" "$release" "$tree/bench" "${kBenchModules[@]}" ||
        fail "kernel $release lacks a module of the bench" "it is named above"
    install /bin/busybox "$tree/bench/bin/"
    install "$ROOT"/tests/image/bench/{hand_over,bench.service,kiosk.conf} "$tree/bench/"
    zstd -dcq "$bench/initrd" | cpio -i --quiet --to-stdout init | sed 's|^screen=.*|&\n/bench/hand_over|' >"$tree/init"
    grep -q hand_over "$tree/init" || fail "the image's first program hands over otherwise" "change bench.sh with it"
    chmod 755 "$tree/init"
    (cd "$tree" && find . | cpio -o -H newc --quiet | gzip -1) >>"$bench/initrd"
    rm -rf "$tree"
}

beside=() # QEMU's options for what is plugged in beside what the kernel plays

# play_on_disk SLOT BENCH PLAY [stay]: power comes, and goes when the play has ended or kSecondsToPlay later; with "stay"
# when the system starts again. What came of it lies in kFolder/out/PLAY.
play_on_disk() {
    local slot=$1 bench=$2 play=$3
    make_bench_initrd "$slot"
    mkdir -p "$kFolder/out"
    devices=(-kernel "$kFolder/bench/vmlinuz" -initrd "$kFolder/bench/initrd"
        -append "$(cat "$kFolder/bench/cmdline") no_timer_check BENCH_ROOT=$ROOT BENCH=$bench PLAY=$play AFTER=${4:-leave}"
        -virtfs local,path=/,mount_tag=host,security_model=none,readonly=on,multidevs=remap
        -virtfs "local,path=$kFolder/out,mount_tag=out,security_model=none" -no-reboot
        ${beside[@]+"${beside[@]}"})
    start
    wait_for "$kSecondsToPlay" has_ended
    stop
    devices=()
}

# played_well PLAY: it ended as it should.
played_well() { said "RESULT $1 0 "; }
