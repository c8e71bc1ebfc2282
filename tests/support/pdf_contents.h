// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "firmware/base/text.h"
#include "firmware/seal/der.h"

namespace kiosk::tests {

/// Where the last signature value of a sealed PDF stands: its hexadecimal digits, and what pads
/// them.
struct PdfContents {
    explicit PdfContents(std::string_view pdf)
        : begin(pdf.rfind(kKey) + kKey.size()),
          end(pdf.find('>', begin)),
          padding(begin + 2 * valueIn(pdf).size()) {}

    /// The value, without what pads it.
    Bytes valueIn(std::string_view pdf) const {
        const Bytes padded = fromHex(pdf.substr(begin, end - begin)).value();
        const ByteView value = seal::DerReader(padded).any().value().whole;
        return {value.begin(), value.end()};
    }

    static constexpr std::string_view kKey = "/Contents<";
    std::size_t begin;   ///< first digit
    std::size_t end;     ///< after the last digit
    std::size_t padding; ///< first digit after the value
};

} // namespace kiosk::tests
