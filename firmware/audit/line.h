// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/audit/entry.h"
#include "firmware/audit/signed_text.h"
#include "firmware/base/clock.h"

namespace kiosk::audit {

/// Form of the lines that this version writes. Number, time, key, link and signature stand in the
/// same place in every form: any version can go on with, and judge, what another has written.
inline constexpr int kForm = 1;

/// Who writes.
struct Writer {
    std::string program; ///< one of kPrograms
    std::string run;     ///< of this start of the program, by which a wrong clock hides no order
};

/// One record as it lies in the file:
///
///     {"at": "2026-11-27T20:28:09Z", "before": SM3, "by": "kiosk", "event": "staff.mode",
///      "form": 1, "is": {"role": "technician", "what": "opened"}, "key": "3F7A-…", "number": 12,
///      "run": "9c1d04e2", "sign": BASE64}
///
/// without blanks. "before" is digestOf() the line before, signature and all.
struct Line {
    std::uint64_t number = 0; ///< from 1, without a gap
    std::string before;
    SignedText text;
};

/// What is new in a record.
struct News {
    std::uint64_t number = 1;
    std::string before = kNoDigest;
    WallTime at{};
};

/// The line of a new record. Errors: the signer's.
Result<std::string> lineOf(const Entry& entry, const News& news, const Writer& writer,
                           const Signer& signer);
std::optional<Line> lineIn(std::string_view text);

/// Where the record ended when it was last written, kept apart from it: from it is known that the
/// end is missing. Signed too, and with the key's point, by which a copy is judged elsewhere.
struct Head {
    std::uint64_t number = 0;
    std::string digest; ///< of that record's line
    std::string at;     ///< of that record
    std::string key;
    Bytes point;
    SignedText text;
};

/// A record's place in the chain.
struct Tip {
    std::uint64_t number = 0; ///< 0: nothing is recorded yet
    std::string digest = kNoDigest;
    std::string at{};
};

/// `tip` is the last one. Errors: the signer's.
Result<std::string> headOf(const Tip& tip, const Signer& signer);
std::optional<Head> headIn(std::string_view text);

} // namespace kiosk::audit
