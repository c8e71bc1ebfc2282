// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/seal/signed_value.h"

namespace kiosk::seal {

/// SignedData with one signer: CMS (RFC 5652) and its GM profile (GB/T 35275-2017), told apart by
/// object identifiers alone. Errors besides the reader's: "seal.signed-data",
/// "seal.several-signers", "seal.signer-certificate" where the one the signer names is not carried.
Result<SignedValue> parseSignedData(ByteView der);

} // namespace kiosk::seal
