// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/tpm/key_file.h"
#include "firmware/tpm/place.h"

namespace kiosk::tpm {

/// A secret that the TPM gives out again: what opens the kiosk's disk. As tpm.h's functions, these
/// open the TPM, ask and let go of it, with the same errors, and one more:
///
///   "tpm.other-boot" (refused, technician)  this is the TPM, but Secure Boot is not as it was

/// What has to be as it was, beside the TPM and its seed, for the secret to come out.
enum class Binding {
    tpm,        ///< nothing
    secureBoot, ///< Secure Boot's state and keys: PCR 7 (TCG PC Client Platform Firmware Profile,
                ///< 3.3.4.8), in the bank of SHA-256
};

/// As much as every TPM seals (MAX_SYM_DATA, TPM 2.0 Library Part 2, 11.1.13).
inline constexpr std::size_t kMostSecretBytes = 128;

/// Seals 1 to kMostSecretBytes bytes, others are "tpm.failed"; the blob is of use in this TPM only
/// (fixedTPM, fixedParent) and is no secret. Neither wrong guesses nor losses of power lock it
/// (noDA): it has no pass phrase to guess. On the wires to the TPM the secret goes enciphered, by a
/// session that is salted with the TPM's storage key.
Result<KeyBlob> seal(ByteView secret, Binding binding, const Transport& transport);

/// The secret, enciphered on its way like that. "tpm.key-file" for a blob that seal() does not
/// make.
Result<Bytes> unseal(const KeyBlob& sealed, const Transport& transport);

/// What a blob is bound to. Asks no TPM.
Result<Binding> bindingOf(const KeyBlob& sealed);

} // namespace kiosk::tpm
