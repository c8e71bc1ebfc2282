# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2154  # kKeyDays comes from keys.sh
# Keys of a machine's firmware (UEFI 2.10, 32.3): whose programs it starts, and who may change that. Needs say.sh and
# keys.sh.

# The platform's owner; who may change the list of those whose programs start; and who is on it.
readonly kBootKeys=(PK KEK db)
readonly kEnroller=/usr/lib/systemd/boot/efi/systemd-bootx64.efi

# make_boot_keys FOLDER: PK, KEK and db, each a key and a certificate, and in FOLDER/stick what a memory stick needs to put
# them into a machine's firmware. Keys that are there stay.
make_boot_keys() {
    local folder=$1
    { mkdir -p "$folder" && chmod 700 "$folder"; } || fail "cannot write to $folder" "name another folder"
    [[ ! -f $folder/signer.key ]] ||
        fail "the keys of bundles lie in $folder" "name another folder: who signs bundles need not sign what starts"
    if [[ -d $folder/stick ]]; then
        say "$folder has keys already: they stay"
        return
    fi
    say "keys of a machine's firmware"
    mkdir -p "$folder/new/loader/keys/auto" "$folder/new/EFI/BOOT"
    { sign_boot_keys "$folder" && fill_stick "$folder" && mv "$folder/new" "$folder/stick"; } ||
        fail "no keys: $(tail -1 "$folder/keys.log")" "make room and run again"
    rm -f "$folder"/{*.esl,*.auth,keys.log}
    say "board/image build --boot-keys $folder signs with db.key; keep PK.key and KEK.key elsewhere"
    say "what lies in $folder/stick goes onto a memory stick, which puts the keys into a machine's firmware"
}

# sign_boot_keys FOLDER: FOLDER/db.auth and so on, what firmware takes. What it says goes to FOLDER/keys.log.
sign_boot_keys() {
    local folder=$1 name owner
    owner=$(cat /proc/sys/kernel/random/uuid)
    for name in "${kBootKeys[@]}"; do
        # Every firmware knows RSA with 2048 bits.
        openssl req -new -x509 -newkey rsa:2048 -sha256 -nodes -keyout "$folder/$name.key" -out "$folder/$name.pem" \
            -days "$kKeyDays" -subj "/CN=Kiosk boot: $name" >>"$folder/keys.log" 2>&1 &&
            cert-to-efi-sig-list -g "$owner" "$folder/$name.pem" "$folder/$name.esl" >>"$folder/keys.log" 2>&1 || return
    done
    sign_list "$folder" "$owner" PK PK && sign_list "$folder" "$owner" PK KEK && sign_list "$folder" "$owner" KEK db
}

# sign_list FOLDER OWNER SIGNER NAME: FOLDER/NAME.auth.
sign_list() {
    sign-efi-sig-list -g "$2" -k "$1/$3.key" -c "$1/$3.pem" "$4" "$1/$4.esl" "$1/$4.auth" >>"$1/keys.log" 2>&1
}

# fill_stick FOLDER: FOLDER/new with a program that enrols the keys by itself where the firmware has none yet, and with the
# certificates for a firmware's own menu.
fill_stick() {
    local stick=$1/new name
    cp "$kEnroller" "$stick/EFI/BOOT/BOOTX64.EFI" 2>>"$1/keys.log" || return
    echo 'secure-boot-enroll force' >"$stick/loader/loader.conf"
    for name in "${kBootKeys[@]}"; do
        cp "$1/$name.auth" "$stick/loader/keys/auto/" &&
            openssl x509 -in "$1/$name.pem" -outform DER -out "$stick/$name.cer" || return
    done
}
