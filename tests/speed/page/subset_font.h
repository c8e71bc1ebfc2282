// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string_view>

#include "firmware/base/bytes.h"

namespace kiosk::speed {

/// A face of an installed font file.
struct FontFace {
    std::filesystem::path file;
    unsigned index = 0; ///< in a collection
};

/// The face cut down to these characters, as issuers embed it in licence files. Errors:
/// "speed.font-missing", "speed.font-not-subset".
Result<Bytes> subsetFont(const FontFace& face, std::u32string_view characters);

} // namespace kiosk::speed
