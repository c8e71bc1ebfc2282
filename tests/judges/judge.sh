#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Lets another program judge licences that the sandbox makes, and the samples where they are.
#
#   judge.sh openssl|pdfsig|schemas|sm_crypto|renderer JUDGED_FILES KIOSKCTL FOLDER
#
# Ends with 0 when the judge agrees, 1 when it does not, 77 when it is not here.
set -uo pipefail
here=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd -P)
judge=$1 judged_files=$2 kioskctl=$3 folder=$4/$1
samples=${KIOSK_SAMPLES:-$here/../../../shared/samples}

skip() { echo "skipped: $1"; exit 77; }
need() { command -v "$1" >/dev/null || skip "no $1 here"; }

# Puts npm packages into the folder, once.
need_modules() {
    need node
    need npm
    mkdir -p "$folder"
    [[ ! -d $folder/node_modules ]] || return 0
    npm install --prefix "$folder" --no-package-lock --no-audit --no-fund --ignore-scripts "$@" ||
        skip "$* cannot be had"
}

make_files() { rm -rf "$folder/made" && "$judged_files" "$folder/made"; }

# The judge must also see what is wrong: each broken licence fails in its own layer.
sees() {
    local seen
    seen=$(bash "$here/openssl.sh" "$folder/made/broken/$1.ofd")
    [[ $seen == *"$2"* ]] || { echo "openssl does not see $1: $seen"; exit 1; }
}

judge_openssl() {
    need openssl
    need unzip
    openssl list -digest-algorithms | grep -qi sm3 || skip "this openssl has no SM3"
    make_files || exit 2
    bash "$here/openssl.sh" "$folder"/made/valid/*.ofd || exit 1
    sees seal.digest-wrong "digest of /Doc_0/Pages/Page_0/Content.xml"
    sees seal.data-hash-wrong dataHash
    sees seal.signature-wrong signature
    sees seal.seal-signature-wrong sealSignature
}

# says FILE WORDS: pdfsig must say this of the file.
says() {
    local said
    said=$(pdfsig -nocert "$1" 2>&1)
    [[ $said == *"$2"* ]] || { printf '%s: not "%s" but\n%s\n' "$(basename "$1")" "$2" "$said"; exit 1; }
}

# Its NSS knows no SM2: those files are left to the others.
judge_pdfsig() {
    local file
    need pdfsig
    make_files || exit 2
    for file in "$folder"/made/sealed/*-{rsa,ecdsa}.pdf; do
        says "$file" "Signature Validation: Signature is Valid."
        says "$file" "Total document signed"
    done
    # It must also see what is wrong.
    sed 's#/Producer#/Producet#' "$file" >"$folder/changed.pdf"
    says "$folder/changed.pdf" "Signature Validation: Digest Mismatch."
    { cat "$file" && echo more; } >"$folder/appended.pdf"
    says "$folder/appended.pdf" "Not total document signed"
    [[ $("$kioskctl" document verify --json "$folder/changed.pdf") == *'"seal.data-hash-wrong"'* ]] &&
        [[ $("$kioskctl" document verify --json "$folder/appended.pdf") == *'"pdf.appended"'* ]]
}

judge_schemas() {
    need /usr/bin/python3
    make_files || exit 2
    /usr/bin/python3 "$here/schemas.py" "$kioskctl" "$here/../../assets/schemas" "$folder"/made/*/*.ofd \
        "$folder"/made/{sealed,broken}/*.pdf
}

# Sets `files` to those given and the samples, where they are.
with_samples() {
    files=("$@")
    if [[ -d $samples/ofd ]]; then files+=("$samples"/ofd/*.ofd); else echo "without samples"; fi
}

judge_sm_crypto() {
    need_modules sm-crypto
    make_files || exit 2
    with_samples "$folder"/made/valid/*.ofd "$folder"/made/broken/*.ofd
    node "$here/sm_crypto.mjs" "$kioskctl" "$folder" "${files[@]}"
}

# Later versions of ofd.js draw with a closed part; of this one the bundle is enough, without the
# packages it was made of.
fetch_ofd_js() {
    [[ ! -d $folder/package ]] || return 0
    npm pack --pack-destination "$folder" ofd.js@0.2.6 &&
        tar -xzf "$folder/ofd.js-0.2.6.tgz" -C "$folder" package/lib/ofd.umd.min.js
}

judge_renderer() {
    need chromium
    need_modules puppeteer-core@24 pngjs@7
    fetch_ofd_js || skip "ofd.js cannot be had"
    node --test "$here/renderer/comparison_test.mjs" || exit 1
    make_files || exit 2
    with_samples "$folder"/made/valid/*.ofd
    node "$here/renderer/pages.mjs" "$kioskctl" "$(command -v chromium)" "$folder" "$folder/pages" \
        "${files[@]}"
}

case $judge in
openssl) judge_openssl ;;
pdfsig) judge_pdfsig ;;
schemas) judge_schemas ;;
sm_crypto) judge_sm_crypto ;;
renderer) judge_renderer ;;
*) echo "unknown judge $judge"; exit 64 ;;
esac
