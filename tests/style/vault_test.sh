#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What board/image.d/vault says of a disk that does not open: each code that a TPM's key can fail with has a cause and a
# remedy of its own. tests/image has the disks.
# shellcheck disable=SC2317  # expectations are called by name
set -uo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
. "$ROOT/tests/style/expect.sh"
world=$(mktemp -d "${TMPDIR:-/tmp}/vault-XXXXXX")
trap 'rm -rf "$world"' EXIT
mkdir "$world/run"
sed "s|/sysroot/|$world/|" "$ROOT/board/image.d/vault" >"$world/vault"

# say_of LINE: what is said when kiosk-vault said LINE: code|cause|remedy.
say_of() {
    printf '%s' "$1" >"$world/run/vault-why"
    said=$(sh -c ". '$world/vault'; find_cause; echo \"\$code|\$cause|\$remedy\"" 2>&1)
    status=$?
}

codes=$(grep -oh '"tpm\.[a-z-]*"' "$ROOT"/firmware/tpm/{talk,sealed,disk_key}.cpp | tr -d '"' | sort -u)
expect "the TPM's codes are found" [ "$(wc -w <<<"$codes")" -ge 5 ]
causes=
for code in $codes; do
    say_of "$code: detail of it (technician: act)"
    expect "Q5 $code is named" mentions "$code|"
    expect "Q5 $code is no fault of the disk" [ "${said%%|*}" != disk.failed ]
    [[ $code == tpm.failed ]] || expect "Q5 $code is not an error of the TPM" [ "${said/TPM fails/}" == "$said" ]
    causes+=$(cut -d'|' -f2 <<<"$said")$'\n'
done
expect "Q5 each has a cause of its own" [ "$(sort -u <<<"$causes" | grep -c .)" == "$(wc -w <<<"$codes")" ]
say_of "tpm.failed: TPM code 0x101 (technician: act)"
expect "Q5 what the TPM answered is told" mentions "this board's TPM fails: TPM code 0x101|"
say_of ""
expect "Q5 where the TPM said nothing the disk is at fault" mentions "disk.failed|"
((failures == 0))
