# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Keys that sign bundles. Needs say.sh.

readonly kKeyDays=7300

# make_keys FOLDER: an authority whose certificate a kiosk holds (keyring.pem) and a signer whose key makes bundles
# (signer.pem, signer.key). Keys that are there stay.
make_keys() {
    local folder=$1
    { mkdir -p "$folder" && chmod 700 "$folder"; } || fail "cannot write to $folder" "name another folder"
    if [[ -f $folder/keyring.pem ]]; then
        say "$folder has keys already: they stay"
        return
    fi
    say "keys that sign bundles"
    sign_keys "$folder" || fail "no keys: $(tail -1 "$folder/keys.log")" "make room and run again"
    rm -f "$folder"/{signer.csr,new.srl,keys.log}
    mv "$folder/new.pem" "$folder/keyring.pem"
    say "a kiosk made with --keyring $folder/keyring.pem takes what --keys $folder signs; keep authority.key elsewhere"
}

# sign_keys FOLDER: what it says goes to FOLDER/keys.log.
sign_keys() {
    local folder=$1
    new_key authority "$folder" -x509 -out "$folder/new.pem" -days "$kKeyDays" &&
        new_key signer "$folder" -out "$folder/signer.csr" &&
        openssl x509 -req -in "$folder/signer.csr" -CA "$folder/new.pem" -CAkey "$folder/authority.key" \
            -CAcreateserial -days "$kKeyDays" -out "$folder/signer.pem" >>"$folder/keys.log" 2>&1
}

# new_key NAME FOLDER OPTION…: FOLDER/NAME.key, and what the options ask of it.
new_key() {
    local name=$1 folder=$2
    shift 2
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout "$folder/$name.key" \
        -subj "/CN=Kiosk updates: $name" "$@" >>"$folder/keys.log" 2>&1
}
