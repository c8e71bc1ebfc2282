// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "firmware/base/bytes.h"
#include "firmware/reading/patience.h"

namespace kiosk::reading {

/// First word to kiosk-reader for confining pdftoppm instead of reading by itself; what follows are
/// that program's words.
inline constexpr std::string_view kPdfPageWord = "pdf-page";

/// What a command writes to its standard output, at most `most` bytes of it, with the memory as its
/// standard input. It is ended when it writes more or takes too long. Errors: "document.no-reader",
/// "document.too-much-work".
Result<Bytes> outputOf(std::vector<std::string> command, int input, std::size_t most,
                       const Patience& patience);

} // namespace kiosk::reading
