// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "firmware/base/result.h"

namespace kiosk::kit {

/// One text of a PO file.
struct PoEntry {
    std::string context; ///< msgctxt
    std::string id;      ///< msgid
    std::string text;    ///< msgstr
};

/// The longest text a catalogue may hold, in bytes: what is longer fits no screen.
inline constexpr std::size_t kLongestText = 2048;

/// The entries of a PO file (GNU gettext, "The Format of PO Files") in their order, without the
/// header and without those a translator marked as fuzzy. Plural forms are not read: our texts are
/// MessageFormat patterns. Untrusted input is safe: bounded, and refused as a whole where it is
/// malformed, with "texts.unreadable" (configuration) and the line.
Result<std::vector<PoEntry>> readPo(std::string_view content);

} // namespace kiosk::kit
