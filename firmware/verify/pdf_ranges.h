// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "firmware/document/pdf/pdf_file.h"
#include "firmware/verify/reasons.h"

namespace kiosk::verify {

/// What a PDF signature covers: the file from its start to `end`, but for the gap that holds the
/// signature itself, angle brackets included (ISO 32000-1, 12.8.1).
struct SignedRange {
    std::size_t gapBegin = 0;
    std::size_t gapEnd = 0;
    std::size_t end = 0;

    bool operator==(const SignedRange&) const = default;
};

/// The field's ByteRange where it is what it must be: starts at 0, leaves out just the field's own
/// Contents as a hexadecimal string, and ends inside the file.
std::optional<SignedRange> rangeOf(const document::pdf::SignatureField& field, ByteView file);

/// The bytes a range covers, in one piece.
Bytes coveredBytes(const SignedRange& range, ByteView file);

/// What is wrong with one range by itself and among the others of the file. A later signature
/// covers an earlier one whole; anything else is a trick.
std::vector<Why> rangeFindings(const std::optional<SignedRange>& range,
                               const std::vector<std::optional<SignedRange>>& all,
                               const document::pdf::PdfFile& pdf, ByteView file);

} // namespace kiosk::verify
