// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/tpm/key_file.h"
#include "firmware/tpm/place.h"

namespace kiosk::tpm {

// Each of these opens the TPM, asks and lets go of it: nothing of ours stays loaded there, and a
// TPM that was away is found again. Any thread. A TPM needs some tenths of a second for each; one
// that hangs is waited for as long as the kernel does. Errors, all for the technician:
//
//   "tpm.absent" (unavailable)  nobody answers there, or this program may not ask
//   "tpm.other" (refused)       the TPM does not know this key: it is another one, or was cleared
//   "tpm.failed" (device)       it refuses otherwise; the detail is its response code
//   "tpm.key-file" (storage)    this is no key as makeSigner() makes them

/// A new key for ECDSA on P-256 with SHA-256 (FIPS 186-5), made in the TPM, that can do nothing but
/// sign and cannot leave it: fixedTPM, fixedParent, sensitiveDataOrigin (TPM 2.0 Library Part 2,
/// 8.3). Wrong guesses do not lock it (noDA), for it has no pass phrase: whoever may open the TPM
/// on this machine may have it sign.
Result<KeyBlob> makeSigner(const Transport& transport);

/// r and s of the signature of this SHA-256, 32 bytes each, big end first.
Result<Bytes> sign(const KeyBlob& key, ByteView sha256, const Transport& transport);

/// The key's point, uncompressed (SEC 1), 65 bytes. Asks no TPM. "tpm.key-file" also for a key that
/// may leave its TPM, was not made there, or can do more than sign.
Result<Bytes> pointOf(const KeyBlob& key);

} // namespace kiosk::tpm
