// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/document/package.h"
#include "firmware/verify/trust_list.h"
#include "firmware/verify/verdict.h"

namespace kiosk::verify {

/// A document judged, with the seal pictures its signatures place on the pages.
struct CheckedDocument {
    document::Document document;
    Verdict verdict;
    std::vector<document::Stamp> stamps;
};

/// Judges OFD licence files. Stateless apart from the trust list; call from any one thread at a
/// time.
class Verifier {
public:
    explicit Verifier(TrustList trust) : trust_(std::move(trust)) {}

    /// The whole path a received file takes: unpack, open, check every layer of every signature as
    /// of `now`. An unsigned document is never valid (reason "unsigned"). Errors only where there
    /// is no document to judge ("document.not-a-package" …).
    Result<CheckedDocument> check(ByteView file, WallTime now) const;

    /// Which list was used, for slips and records.
    std::string trustListName() const { return trust_.name(); }

private:
    TrustList trust_;
};

} // namespace kiosk::verify
