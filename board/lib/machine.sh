# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# A machine of software that starts the kiosk's image, of the board that IMAGE_PROFILE names (image.d/board.sh). Needs say.sh
# and ROOT.

PATH=$PATH:/sbin:/usr/sbin
. "$ROOT/board/image.d/disk.sh"
case $ARCHITECTURE in
amd64)
    readonly kMachine=(qemu-system-x86_64 -M q35 -cpu "max,-erms,-fsrm,-avx,-avx2") kCard=virtio-vga
    readonly kFirmware=${MACHINE_FIRMWARE:-/usr/share/OVMF/OVMF_CODE_4M.fd}
    readonly kFirmwareSettings=/usr/share/OVMF/OVMF_VARS_4M.fd
    ;;
arm64)
    readonly kMachine=(qemu-system-aarch64 -M virt -cpu cortex-a57) kCard=virtio-gpu-pci
    readonly kFirmware=${MACHINE_FIRMWARE:-/usr/share/AAVMF/AAVMF_CODE.fd}
    readonly kFirmwareSettings=/usr/share/AAVMF/AAVMF_VARS.fd
    ;;
esac
readonly kMachineMb=${MACHINE_MB:-1024}
readonly kGlass=${GLASS:-1080x1920} # pixels
# The folder's own path must not stand in the site's files.
readonly kSiteFiles=(regions.json trust tls/ca.pem tls/kiosk.pem tls/kiosk.key)

# start_sandbox STATE [OPTION…]: the sandbox's regions, answering until SANDBOX_PID is ended. What they say when they
# are ready lies in STATE.line.
start_sandbox() {
    local state=$1
    mkdir -p "$state"
    "$ROOT/build/release/bin/sandbox" --state "$state" "${@:2}" >"$state.line" 2>&1 &
    SANDBOX_PID=$!
    until [[ -s $state.line ]] || ! kill -0 "$SANDBOX_PID" 2>/dev/null; do sleep 0.1; done
    [[ -f $state/regions.json ]] ||
        fail "the sandbox made no regions: $(tail -1 "$state.line")" "make room and run again"
}

# take_site STATE FOLDER: what a kiosk needs of the sandbox in STATE, a whole path.
take_site() {
    mkdir -p "$2"
    (cd "$1" && tar -c "${kSiteFiles[@]}" ./*/envelope.pem) | tar -x -C "$2"
    sed -i "s|$1/||" "$2/regions.json"
}

# make_desk_site FOLDER: a site as on a workbench: the sandbox's two regions, devices by their usual names, or as the
# configuration DESK has them.
make_desk_site() {
    local folder state
    folder=$(realpath -m "$1") # the sandbox writes whole paths
    state=$folder.sandbox
    start_sandbox "$state"
    kill "$SANDBOX_PID" 2>/dev/null
    wait "$SANDBOX_PID"
    take_site "$state" "$folder"
    cp "${DESK:-$ROOT/board/image.d/desk.json}" "$folder/kiosk.json"
    rm -rf "$state" "$state.line"
}

# machine_disk IMAGE FOLDER: a copy of the image in FOLDER with a workbench's site on its data partition.
machine_disk() {
    make_desk_site "$2/data/site"
    disk_with_data "$1" "$2"
}

# disk_with_data IMAGE FOLDER: a copy of the image in FOLDER, with FOLDER/data on its data partition.
disk_with_data() {
    local image=$1 folder=$2
    cp --sparse=always "$image" "$folder/disk.img" || fail "no room for a copy of the image" "make room and run again"
    SOURCE_DATE_EPOCH=$EPOCHSECONDS make_data "$folder/data.img" "$folder/data"
    put "$folder/disk.img" data "$folder/data.img"
    rm -rf "$folder/data" "$folder/data.img"
    cp "$kFirmwareSettings" "$folder/firmware.img" ||
        fail "the machine's firmware is missing" "install what board/packages/image.txt lists"
}

# shellcheck disable=SC2034,SC2054  # commas are QEMU's; whoever includes this starts it
# machine_command FOLDER DISPLAY [OPTION…]: words of the machine in MACHINE, and QEMU's options for what else it has.
# Every instruction is translated by software: a device for more may be there and not work. Its network ends at the machine
# but for what FORWARDED, options that begin with a comma, lets through.
machine_command() {
    local folder=$1 display=$2
    shift 2
    MACHINE=("${kMachine[@]}" -accel "tcg,thread=multi" -smp 2 -m "$kMachineMb"
        -nodefaults -no-user-config -display "$display" -monitor none
        -drive "if=pflash,unit=0,format=raw,readonly=on,file=$kFirmware"
        -drive "if=pflash,unit=1,format=raw,file=$folder/firmware.img"
        -drive "if=virtio,format=raw,file=$folder/disk.img"
        -device "$kCard,xres=${kGlass%x*},yres=${kGlass#*x}" -device virtio-tablet-pci -device virtio-keyboard-pci
        -device i6300esb -action watchdog=reset -nic "user,model=virtio-net-pci,restrict=on${FORWARDED:-}"
        -serial "file:$folder/serial.log" -qmp "pipe:$folder/qmp" "$@")
    rm -f "$folder"/qmp.{in,out} "$folder/serial.log"
    mkfifo "$folder"/qmp.{in,out}
}

# picture_of_machine FOLDER FILE: what its screen shows, a moment later. FILE ends in .png or .ppm.
picture_of_machine() {
    tell_machine "$1" "$(printf '{"execute":"screendump","arguments":{"filename":"%s","format":"%s"}}' "$2" "${2##*.}")"
}

# press_on_machine FOLDER X Y: a press of 0.3 s where this pixel of its screen is.
press_on_machine() {
    local folder=$1 x=$(($2 * 32767 / ${kGlass%x*})) y=$(($3 * 32767 / ${kGlass#*x}))
    tell_machine "$folder" "$(printf '{"execute":"input-send-event","arguments":{"events":[%s,%s]}}' \
        "{\"type\":\"abs\",\"data\":{\"axis\":\"x\",\"value\":$x}}" \
        "{\"type\":\"abs\",\"data\":{\"axis\":\"y\",\"value\":$y}}")"
    tell_machine "$folder" "$(button true)"
    sleep 0.3
    tell_machine "$folder" "$(button false)"
}

# button true|false: the pointer's, down or up.
button() {
    printf '{"execute":"input-send-event","arguments":{"events":[{"type":"btn","data":{"down":%s,"button":"left"}}]}}' "$1"
}

# tell_machine FOLDER COMMAND: one command of QMP. Its first one opens the talk; again it is an error that harms nothing.
tell_machine() { printf '{"execute":"qmp_capabilities"}\n%s\n' "$2" >"$1/qmp.in"; }

# has_all_started FOLDER: there is nothing left of the start.
has_all_started() { grep -aqs 'Startup finished' "$1/serial.log"; }

# is_serving FOLDER: the kiosk in it has drawn its first screen.
is_serving() { grep -aqs 'kiosk: ready' "$1/serial.log"; }
