// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>

#include "firmware/base/clock.h"
#include "tests/sandbox/issuing/pdf_seal_picture.h"

namespace kiosk::sandbox {

/// One thing wrong with how a signature sits in its PDF.
enum class PdfFault {
    none,
    startsLate,  ///< the ByteRange leaves out the file's first byte
    gapTooWide,  ///< it leaves out more than the Contents
    endsEarly,   ///< it ends inside its own revision
    sharedRange, ///< a second field with the same value
    overlapping, ///< a second signature in the same revision, each covering the other
};

/// The seal as it is to be seen on the first page.
struct PdfPicture {
    ByteView png;
    SizeMm size;
    double x = 0; ///< of its middle, points from the left
    double y = 0; ///< points from the bottom
};

/// How a PDF is to be signed.
struct PdfSealing {
    /// Makes the Contents for the covered bytes: CMS, an electronic seal, a time stamp token.
    std::function<Result<Bytes>(ByteView covered)> sign;
    std::string subFilter = "adbe.pkcs7.detached";
    std::string type = "Sig"; ///< "DocTimeStamp"
    std::optional<WallTime> statedTime = std::nullopt;
    std::optional<PdfPicture> picture = std::nullopt;
    PdfFault fault = PdfFault::none;
};

/// Appends an incremental update (ISO 32000-1, 7.5.6) that signs the file as it is, field,
/// ByteRange and padded Contents included. The file, and each revision of it, has a classic
/// cross-reference table, as Cairo writes them. A file already signed may be signed again.
Result<Bytes> sealedPdf(ByteView pdf, const PdfSealing& sealing);

/// Appends an update with these objects by number ("<</Type/Page …>>"), new or replaced.
Bytes appendRevision(ByteView pdf, const PdfObjects& objects);

/// Appends an update in which the first page is turned by a quarter: what a forger would do, made
/// small.
Bytes withTurnedPage(ByteView pdf);

} // namespace kiosk::sandbox
