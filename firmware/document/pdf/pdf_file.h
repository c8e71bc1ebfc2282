// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "firmware/base/clock.h"
#include "firmware/document/document.h"

namespace kiosk::document::pdf {

/// The value of a signature field (ISO 32000-1, 12.8.1), as written: nothing of it is believed.
struct SignatureField {
    enum class Kind {
        signature,
        timeStamp, ///< DocTimeStamp (ISO 32000-2, 12.8.5): says when, not who
    };

    Kind kind = Kind::signature;
    std::string subFilter;               ///< "adbe.pkcs7.detached", …
    std::vector<std::int64_t> byteRange; ///< offset, length, offset, length; empty where unreadable
    Bytes contents;                      ///< with its padding
    std::optional<WallTime> statedTime;  ///< M
    std::string name;                    ///< Name: who the dictionary says signed
};

/// Where a revision ends: an incremental update (ISO 32000-1, 7.5.6) is written after it.
struct RevisionEnd {
    std::size_t marker = 0;  ///< the offset just behind "%%EOF"
    std::size_t lineEnd = 0; ///< the same behind the end of that line
};

/// The structure of a PDF file as its newest revision has it. A plain value; drawing pages is an
/// engine's work elsewhere.
struct PdfFile {
    std::string version;        ///< "1.7"
    std::vector<SizeMm> pages;  ///< MediaBox as turned by Rotate
    ObjectCounts objects;       ///< over page contents and the forms they use, each form once
    std::vector<FontUse> fonts; ///< of the same; without the tag of a subset; no substitutes
    std::vector<SignatureField> signatures; ///< those that hold a value, in the order of fields
    std::vector<RevisionEnd> revisions;

    bool endsRevision(std::size_t offset) const;

    /// Reads under limits: 32 MiB, 1,000 pages, 64 MiB of decoded page content. A damaged
    /// cross-reference table is not mended: readers would mend it differently. Errors:
    /// "document.not-a-pdf", "document.encrypted", "document.damaged", "document.too-large".
    static Result<PdfFile> open(ByteView file);
};

/// Everything that decides what the pages of a PDF look like, in one canonical text: two revisions
/// with the same text show the same. Signature fields without a visible appearance, which signing
/// adds, are left out. Errors as open().
Result<std::string> shownContent(ByteView file);

} // namespace kiosk::document::pdf
