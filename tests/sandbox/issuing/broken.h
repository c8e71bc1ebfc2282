// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <span>
#include <string_view>
#include <variant>

#include "tests/sandbox/issuing/issuer.h"

namespace kiosk::sandbox {

/// One way in which a licence is wrong, and the reason a verifier must give for it.
struct Broken {
    std::string_view reason; ///< "seal.digest-wrong"
    std::variant<Making, PdfMaking> making;
    std::chrono::hours signedAhead{0}; ///< of the kiosk's clock
};

/// A broken licence for every reason a verifier can give, in the order of the verifier's reasons.
/// The trust must hold the office's root, and its seal maker as an issuer who may not issue.
std::span<const Broken> brokenLicences();

/// The broken file, OFD or PDF, where the kiosk's clock shows `now`.
Result<LicenceFile> makeBroken(const Issuer& issuer, const LicenceFace& face, const Broken& broken,
                               WallTime now);

} // namespace kiosk::sandbox
