# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034  # names are for whoever includes this
# The board that an image is for, as its profile in boards/ has it. Needs say.sh and ROOT.

readonly kBoards=$ROOT/board/image.d/boards
readonly kUsualBoard=amd64-pc

# boards: the names of all profiles.
boards() { (cd "$kBoards" && ls ./*.conf) | sed 's|^\./\(.*\)\.conf$|\1|'; }

# use_board NAME: the profile's words (boards/*.conf), and what follows from its architecture.
use_board() {
    local kind
    DEVICE_TREE='' # below the kernel's own; without one the firmware tells what there is
    # shellcheck source=board/image.d/boards/amd64-pc.conf
    . "$kBoards/$1.conf" || fail "no profile $1 in board/image.d/boards" "name one of these: $(boards | xargs)"
    BOARD_MODULES=("$ROOT/board/image.d/modules.txt" "$kBoards/$1.modules.txt")
    case $ARCHITECTURE in
    amd64) kind=(release "" x86_64-linux-gnu /lib64/ld-linux-x86-64.so.2 x86_64-efi x64) ;;
    arm64) kind=(arm64 aarch64-linux-gnu- aarch64-linux-gnu /lib/ld-linux-aarch64.so.1 arm64-efi aa64) ;;
    *) fail "$1 has an unknown architecture $ARCHITECTURE" "add it to board/image.d/board.sh" ;;
    esac
    PRESET=${kind[0]}       # of CMakePresets.json: what makes its programs
    TOOL_PREFIX=${kind[1]}  # of the compiler's tools
    LIBRARIES=/usr/lib/${kind[2]}
    LIBRARY_LOADER=${kind[3]}
    GRUB_FORMAT=${kind[4]}
    STARTER=linux${kind[5]}.efi.stub
    LOADER=BOOT${kind[5]^^}.EFI # UEFI 2.10, 3.5.1.1
}

# is_foreign: this system's programs are of another architecture.
is_foreign() { [[ $TOOL_PREFIX ]]; }

use_board "${IMAGE_PROFILE:-$kUsualBoard}"
