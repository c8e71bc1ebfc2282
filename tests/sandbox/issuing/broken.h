// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <span>
#include <string_view>

#include "tests/sandbox/issuing/making.h"

namespace kiosk::sandbox {

/// One way in which a licence is wrong, and the reason a verifier must give for it.
struct Broken {
    std::string_view reason; ///< "seal.digest-wrong"
    Making making;
    std::chrono::hours signedAhead{0}; ///< of the kiosk's clock
};

/// One broken OFD licence for every reason that an OFD sealed with SM2 can give. What only other
/// algorithms, time stamps, chains or PDF files can give is made where those are tested. The trust
/// must hold the office's root, and its seal maker as an issuer who may not issue.
std::span<const Broken> brokenLicences();

} // namespace kiosk::sandbox
