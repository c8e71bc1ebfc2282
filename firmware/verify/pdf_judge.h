// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/verify/pdf_ranges.h"
#include "firmware/verify/signature_judge.h"

namespace kiosk::verify {

/// Every signature and time stamp of a PDF, in the order in which they were added to the file, and
/// what the file as a whole makes of them.
struct JudgedPdf {
    std::vector<JudgedSignature> signatures;
    std::vector<Why> findings; ///< about the file: unsigned, appended to, changed
};

JudgedPdf judgePdf(const document::pdf::PdfFile& pdf, ByteView file, const TrustList& trust,
                   WallTime now);

} // namespace kiosk::verify
