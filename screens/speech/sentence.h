// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace kiosk::speech {

/// One thing to say.
struct Sentence {
    std::string text;       ///< as the tree has it, values between isolates
    std::string language;   ///< BCP 47
    bool isPrivate = false; ///< for a headset only, unless the citizen chose otherwise (A32)
    std::string instead{};  ///< said where others hear it; empty: nothing is

    bool operator==(const Sentence&) const = default;
};

/// Where speech comes out.
enum class Channel { headset, loudspeaker };

} // namespace kiosk::speech
