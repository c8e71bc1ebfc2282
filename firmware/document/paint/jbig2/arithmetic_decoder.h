// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "firmware/base/bytes.h"

namespace kiosk::document::paint::jbig2 {

/// What one context has learned: its state in the table of probabilities and the likelier bit.
struct ContextState {
    std::uint8_t state = 0;
    std::uint8_t likelier = 0;
};

/// The MQ decoder of ITU-T T.88 annex E. Reading past the end gives bits of no meaning, never an
/// error: the standard pads so.
class ArithmeticDecoder {
public:
    explicit ArithmeticDecoder(ByteView data);

    unsigned bit(ContextState& context);

private:
    std::uint32_t byteAt(std::size_t at) const;
    void readByte();
    void renormalise();

    ByteView data_;
    std::size_t at_ = 0;
    std::uint32_t code_ = 0;
    std::uint32_t interval_ = 0x8000;
    int shifts_ = 0; ///< left until the next byte is needed
};

} // namespace kiosk::document::paint::jbig2
