// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "firmware/seal/der.h"

namespace kiosk::seal {

/// Which of `certificates` (DER) a CMS SignerIdentifier names, by issuer and serial number or by
/// subject key identifier (RFC 5652, 5.3); their number where it is none of them.
std::size_t indexOfSigner(const std::vector<Bytes>& certificates, const DerElement& identifier);

} // namespace kiosk::seal
