// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "firmware/base/error.h"
#include "firmware/document/picture.h"
#include "firmware/handout/proof.h"

namespace kiosk::staff {

/// A challenge of digits alone is long enough from here on, and no more of them are taken than
/// somebody reads out.
inline constexpr std::size_t kFewestProofDigits = handout::Challenge::kFewest;
inline constexpr std::size_t kMostProofDigits = 32;

/// The page of the proof: a challenge while it is typed, then the answer to it.
struct ProofView {
    std::string challenge{}; ///< digits
    bool isMaking = false;
    std::string fingerprint{};                       ///< of the key that signed the answer
    std::vector<document::SharedPicture> pictures{}; ///< the answer's codes; empty until it is made
    std::optional<Error> error{};                    ///< of making it

    bool canEnter() const { return challenge.size() >= kFewestProofDigits && !isMaking; }
};

} // namespace kiosk::staff
