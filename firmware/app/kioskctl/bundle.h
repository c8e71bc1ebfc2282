// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "firmware/app/config.h"
#include "firmware/app/kioskctl/journal.h"
#include "firmware/base/bytes.h"

namespace kiosk::app {

/// One file of a bundle.
struct BundleFile {
    std::string name; ///< "health.json"
    std::string content;
};

/// What a field person can send of a kiosk, running or not. Made of values that cannot hold a
/// person alone: the health report, codes, counts, digests, times; no text that somebody may have
/// written is copied, from no file and no log: of a log's line an event of the list, with what that
/// declares (G3). What cannot be told is named by its error's code.
///
///   health.json    the report (assets/schemas/health.schema.json), with what waits in the queue
///   doctor.txt     the same in words: cause and who must act, most useful first
///   software.json  version, and the SHA-256 digest of each program of the kiosk
///   errors.json    the journal's errors by event and code, how often, first and last time; this
///                  boot and earlier ones
///   endings.json   how the kiosk's last runs ended; of crashes where in the program, after what
///   tests.json     how each guided test ended last, when, by which role
///   audit.json     whether the kiosk's record is whole, and where it ends (S2)
///   audit.jsonl    the record, as far as the kiosk's key signed it; `kioskctl audit verify` judges
///                  it by that key alone. Not where there is none
///   manifest.json  when it was made, and the digest of each file above
///
/// Of the errors alone: errors.json, endings.json and manifest.json.
enum class BundleHolds { everything, errorsOnly };
std::vector<BundleFile> bundleOf(const Config& config, const JournalQuery& journal, WallTime now,
                                 BundleHolds holds = BundleHolds::everything);

/// As a ZIP archive, with the same bytes for the same files and time. Error "bundle.not-packed"
/// (internal, supplier).
Result<Bytes> packed(const std::vector<BundleFile>& files, WallTime now);

/// A journal's errors, by event of the list (firmware/base/event_list.h) and code: how often, first
/// and last time, and what the last one's fields say. Of lines that are none of the list it says
/// how many.
nlohmann::json errorsIn(const std::vector<JournalLine>& lines);

} // namespace kiosk::app
