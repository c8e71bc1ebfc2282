# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034,SC2153,SC2154  # names come from, and are for, whoever includes this
# Plays in a slot of a kiosk's disk. Needs say.sh, processes.sh, machine.sh, kernel.sh, bench_in_machine.sh, slot_disk.sh,
# ROOT, and the folder of the machine in kFolder.

beside=() # QEMU's options for what is plugged in beside what the kernel plays

# play_on_disk SLOT BENCH PLAY [stay]: power comes, and goes when the play has ended or kSecondsToPlay later; with "stay"
# when the system starts again. What came of it lies in kFolder/out/PLAY.
play_on_disk() {
    bench_in_machine "$kFolder" "$kFolder/out" "$1" "$2" "$3" "${4:-leave}"
    devices=("${BENCH_OPTIONS[@]}" ${beside[@]+"${beside[@]}"})
    start
    wait_for "$kSecondsToPlay" has_ended
    stop
    devices=()
}

# played_well PLAY: it ended as it should.
played_well() { said "RESULT $1 0 "; }

# told PLAY FILE WORDS: by what was in the bench's place.
told() { grep -qs -- "$3" "$kFolder/out/$1/$2"; }
