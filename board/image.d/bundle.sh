# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# A bundle: what replaces a kiosk's system, signed. Needs say.sh and processes.sh.

# make_bundle IMAGE KEYS FILE: of the slot that lies in the folder IMAGE (board/image build), with the signer in KEYS.
make_bundle() {
    local image=$1 keys=$2 file=$3 log=$1/bundle.log
    say "the bundle: half a minute"
    bundle_of "$image" "$keys" "$file" "$(cat "$image/board")" "$(cat "$image/version")" "$image"/{root,boot}.img ||
        fail "no bundle: $(tail -1 "$log")" "check keys and room; all it said is in $log"
    rm -f "$log"
    say "the bundle is $file: version $(cat "$image/version"), $(du -m "$file" | cut -f1) MB"
}

# bundle_of FOLDER KEYS FILE BOARD VERSION ROOT BOOT: what it says goes to FOLDER/bundle.log.
bundle_of() {
    local folder=$1 keys=$2 file=$3 contents
    contents=$(mktemp -d "$folder/bundle-XXXXXX") || return
    LEFTOVERS+=("$contents")
    ln "$6" "$contents/root.img" && ln "$7" "$contents/boot.img" || return
    cat >"$contents/manifest.raucm" <<END
[update]
compatible=$4
version=$5

[bundle]
format=verity

[image.rootfs]
filename=root.img

[image.boot]
filename=boot.img
END
    rm -f "$file"
    rauc bundle --mksquashfs-args="-comp zstd -quiet -no-progress" --cert "$keys/signer.pem" --key "$keys/signer.key" \
        --keyring "$keys/keyring.pem" "$contents" "$file" >"$folder/bundle.log" 2>&1
    local done=$?
    rm -rf "$contents"
    return "$done"
}
