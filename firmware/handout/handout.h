// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <initializer_list>

#include "firmware/document/sheet/notice.h"
#include "firmware/handout/health_code.h"

namespace kiosk::handout {

/// One report, ready to be handed out in every form: they hold the same, but for what takes a
/// code of its own (health::forCodes()).
struct Handout {
    std::string report{};      ///< health::reportOf(), as text
    HealthCodes codes{};       ///< of it
    std::string fingerprint{}; ///< of the key that signed it
};

/// Errors: "health.report" (supplier) for what is no report of this form, and healthCodes()'s.
Result<Handout> handoutOf(std::string report, const DeviceKey& key);

/// The words of paper: those of assets/texts, and what is told of a cause by its code. An unknown
/// key or code gives an empty text; without `cause` a cause is its code. Called on any worker.
struct PaperWords {
    std::function<std::string(std::string_view key, std::initializer_list<std::string_view> values)>
        text;
    std::function<std::string(std::string_view code)> cause;
};

/// What citizens can do, what is wrong, who acts, what to bring, and the codes. `place` is where
/// the kiosk stands.
document::Notice noticeOf(const Handout& handout, const std::string& place,
                          const PaperWords& words);

inline constexpr const char* kReportFileName = "readiness.json";
inline constexpr const char* kTextFileName = "readiness.txt";

/// Writes the report and, beside it, the same as a technician reads it at a terminal, with the
/// key's name. Each replaces the one before in one step. Errors: writeFile()'s.
Result<> writeFiles(const Handout& handout, const std::filesystem::path& folder);

} // namespace kiosk::handout
