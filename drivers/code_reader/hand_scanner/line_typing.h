// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drivers/code_reader/hand_scanner/typed_text.h"
#include "firmware/base/bytes.h"

namespace kiosk::drivers::scanner {

/// The text that a scanner sends over a serial line: bytes as they are, CR, LF or Tab at the end.
/// Other control characters make the code unbelievable. Pure.
class LineTyping {
public:
    /// The text of a code when this byte was its end.
    std::optional<std::string> byte(std::byte byte, Moment at);

private:
    TypedText text_;
};

} // namespace kiosk::drivers::scanner
