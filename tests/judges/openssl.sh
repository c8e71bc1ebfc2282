#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Judges the signatures of OFD files with the openssl program: digests, signature values, seals.
#
#   openssl.sh FILE.ofd…
#
# Prints one line a signature and ends with 0 when everything matched, 1 when something did not.
# shellcheck disable=SC2086  # an element is three words
set -uo pipefail
files=()
for file in "$@"; do files+=("$(realpath "$file")"); done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 2

# FILE OFFSET HEADER LENGTH [SKIP]: an element of DER with its header, or its content.
whole() { dd if="$1" bs=1 skip="$2" count=$(($3 + $4)) status=none; }
content() { dd if="$1" bs=1 skip=$(($2 + $3 + ${5:-0})) count=$(($4 - ${5:-0})) status=none; }

# elements FILE DEPTH FROM TO: "offset header length" of the elements at that depth.
elements() {
    openssl asn1parse -inform DER -in "$1" 2>/dev/null |
        sed -E 's/^ *([0-9]+):d= *([0-9]+) +hl= *([0-9]+) +l= *([0-9]+) .*/\1 \2 \3 \4/' |
        awk -v depth="$2" -v from="$3" -v to="$4" '$2 == depth && $1 >= from && $1 < to { print $1, $3, $4 }'
}

# matches CERTIFICATE(DER) VALUE SIGNED
matches() {
    openssl x509 -inform DER -in "$1" -noout -pubkey >key.pem 2>/dev/null &&
        openssl pkeyutl -verify -rawin -digest sm3 -pkeyopt distid:1234567812345678 \
            -pubin -inkey key.pem -sigfile "$2" -in "$3" >/dev/null 2>&1
}

# members OFFSET HEADER LENGTH DEPTH: of the element there, into the array `member`.
members() { mapfile -t member < <(elements value.dat "$4" $(($1 + $2)) $(($1 + $2 + $3))); }

judge_seal() {
    members "$1" "$2" "$3" 3
    ((${#member[@]} == 4)) || return 0 # v1 signs what stands nowhere in one piece
    whole value.dat ${member[0]} >info.der
    content value.dat ${member[1]} >maker.der
    content value.dat ${member[3]} 1 >seal.sig
    matches maker.der seal.sig info.der || problems+=(sealSignature)
}

# What stands in SES_Signature after its two or four members are told apart.
judge_ses() {
    local outer=("$@") inner hash certificate
    whole value.dat ${outer[0]} >signed.der
    members ${outer[0]} 2
    inner=("${member[@]}")
    hash=$(content value.dat ${inner[3]} 1 | od -An -tx1 | tr -d ' \n')
    [[ $hash == "$(openssl dgst -sm3 -r "$description" | cut -d' ' -f1)" ]] || problems+=(dataHash)
    if ((${#outer[@]} == 2)); then
        certificate=${inner[5]}
        content value.dat ${outer[1]} 1 >value.sig
    else
        certificate=${outer[1]}
        content value.dat ${outer[3]} 1 >value.sig
    fi
    content value.dat $certificate >signer.der
    matches signer.der value.sig signed.der || problems+=(signature)
    judge_seal ${inner[1]}
}

judge_references() {
    local path wanted
    while IFS=$'\t' read -r path wanted; do
        [[ $(openssl dgst -sm3 -binary "files/${path#/}" 2>/dev/null | base64) == "$wanted" ]] ||
            problems+=("digest of $path")
    done < <(grep -oE 'FileRef="[^"]*"[^>]*><ofd:CheckValue>[^<]*' "$description" |
        sed -E 's/FileRef="([^"]*)"[^>]*><ofd:CheckValue>(.*)/\1\t\2/')
}

failed=0
for file in "${files[@]}"; do
    rm -rf files
    if ! unzip -qq -o "$file" -d files; then
        echo "cannot unpack $file"
        failed=1
        continue
    fi
    while read -r description; do
        problems=()
        judge_references
        cp "$(dirname "$description")/SignedValue.dat" value.dat
        mapfile -t outer < <(elements value.dat 1 0 1000000000)
        first=$(content value.dat 0 "${outer[0]%% *}" 1 | od -An -tx1)
        [[ $first == " 30" ]] && judge_ses "${outer[@]}"
        printf '%s: %s\n' "$(basename "$file")" "${problems[*]:-matches}"
        ((${#problems[@]} == 0)) || failed=1
    done < <(find files -name Signature.xml)
done
exit $failed
