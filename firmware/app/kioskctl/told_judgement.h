// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "firmware/audit/judgement.h"

namespace kiosk::app {

/// A kiosk's record, or a copy of one, and by which key it was judged.
struct JudgedRecord {
    audit::Stored stored;
    audit::Known key;
    audit::Judgement judgement;
};

/// The record in a kiosk's state folder under the key there, or under the key of this name, whose
/// point the record itself tells. Errors: "handout.key" (technician), readFolder()'s.
Result<JudgedRecord> judgeState(const std::filesystem::path& state,
                                const std::optional<std::string>& fingerprint,
                                const std::optional<audit::KnownHead>& head = {});
/// A copy's text, under the key of this name.
JudgedRecord judgeCopy(std::string_view text, const std::string& fingerprint,
                       const std::optional<audit::KnownHead>& head = {});

/// {"whole", "code", "from", "through", "found", "count", "first", "last", "digest", "since",
/// "until", "unfinished", "key", "keyNow"}; null for what there is not. "keyNow" is the key that it
/// was handed over to, or the same.
nlohmann::json toJson(const JudgedRecord& judged);

} // namespace kiosk::app
