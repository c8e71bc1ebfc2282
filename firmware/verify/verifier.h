// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/document/package.h"
#include "firmware/document/pdf/pdf_file.h"
#include "firmware/verify/trust_list.h"
#include "firmware/verify/verdict.h"

namespace kiosk::verify {

/// A document judged, with the seal pictures its signatures place on the pages.
struct CheckedDocument {
    document::Document document;
    Verdict verdict;
    std::vector<document::Stamp> stamps;
};

/// A PDF judged. Its seals are appearances of its own pages: nothing is to be stamped on them.
struct CheckedPdf {
    document::pdf::PdfFile file;
    Verdict verdict;
};

/// Judges OFD and PDF licence files. Stateless apart from the trust list; call from any one thread
/// at a time.
class Verifier {
public:
    explicit Verifier(TrustList trust) : trust_(std::move(trust)) {}

    /// The whole path a received file takes: unpack, open, check every layer of every signature as
    /// of `now`. An unsigned document is never valid (reason "unsigned"). Errors only where there
    /// is no document to judge ("document.not-a-package" …).
    Result<CheckedDocument> check(ByteView file, WallTime now) const;

    /// The same for a PDF (it begins with "%PDF-"): each signature field, with detached CMS or an
    /// electronic seal inside, and what was appended since. Errors: "document.not-a-pdf",
    /// "document.damaged" … as PdfFile::open() has them.
    Result<CheckedPdf> checkPdf(ByteView file, WallTime now) const;

private:
    TrustList trust_;
};

} // namespace kiosk::verify
