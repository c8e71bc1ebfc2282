// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/seal/signed_value.h"

namespace kiosk::seal {

/// SignedData of GB/T 35275-2017 with one signer, under its own or the international object
/// identifiers. With signed attributes (the usual case) these are what was signed, re-tagged as
/// SET; without them the digest carried as content is. Error besides the reader's:
/// "seal.signed-data".
Result<SignedValue> parseGmSignedData(ByteView der);

} // namespace kiosk::seal
