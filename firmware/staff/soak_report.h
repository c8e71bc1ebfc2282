// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

#include "firmware/health/footprint.h"
#include "firmware/health/health.h"

namespace kiosk::staff {

/// What a soak works with, by the words of text keys and of the results' file.
enum class SoakPart { cardReader, printer, camera, store, machine };
inline constexpr std::size_t kSoakParts = 5;
std::string_view name(SoakPart part); ///< "cardReader"
std::optional<SoakPart> soakPartNamed(std::string_view name);

/// Why a soak came to its end.
enum class SoakEnd {
    none,    ///< it goes on
    time,    ///< its time was over
    stopped, ///< by a press
    served   ///< somebody came to be served
};
std::string_view name(SoakEnd end); ///< "time"
std::optional<SoakEnd> soakEndNamed(std::string_view name);

/// What of a part failed in the same way.
struct SoakFailure {
    SoakPart part = SoakPart::cardReader;
    health::Cause why;
    int times = 0;
    int firstRound = 0;

    bool operator==(const SoakFailure&) const = default;
};

/// How much of one thing the kiosk held. Steady is the least of ten rounds: what a round needs for
/// a moment is no growth.
struct SoakGrowth {
    std::optional<std::int64_t> first{};   ///< steady, once the kiosk was warm; empty: never known
    std::optional<std::int64_t> last{};    ///< steady, now
    std::optional<std::int64_t> highest{}; ///< of all rounds

    bool operator==(const SoakGrowth&) const = default;
};

/// What a soak has found so far.
struct SoakReport {
    std::chrono::minutes planned{};
    std::chrono::seconds lasted{};
    int rounds = 0; ///< whole ones
    std::vector<SoakFailure> failures{};
    SoakGrowth memory{}; ///< bytes
    SoakGrowth files{};  ///< open ones
    SoakEnd end = SoakEnd::none;

    bool operator==(const SoakReport&) const = default;
};

/// Held out for all of its time, and nothing failed.
bool isPassed(const SoakReport& report);
/// One that was ended before its time, and in which nothing failed until then, is neither.
bool hasFailed(const SoakReport& report);

/// Counts what a soak finds; without clock and devices.
class SoakMeter {
public:
    /// Rounds until caches, pools and fonts are as full as they get.
    static constexpr int kWarmRounds = 10;
    /// Whose least counts as steady.
    static constexpr int kSteadyRounds = 10;
    /// Growth that is none: 1 %, and no less than a megabyte, for the C library's memory
    /// comes in pieces. Of open files none is.
    static constexpr std::int64_t kGrowthPercent = 1;
    static constexpr std::int64_t kGrowthBytes = 1 << 20;

    explicit SoakMeter(std::chrono::minutes planned) { report_.planned = planned; }

    /// In the round that is under way.
    void failed(SoakPart part, const health::Cause& why);
    void roundOver(const health::Footprint& held, std::chrono::seconds lasted);
    /// Judges growth too: "soak.memory-grew" and "soak.files-grew" (supplier), of the part
    /// "machine". A soak that was too short to tell says nothing of it.
    SoakReport end(SoakEnd why, std::chrono::seconds lasted);

    const SoakReport& report() const { return report_; }

private:
    using Rounds = std::vector<std::optional<std::int64_t>>; ///< the newest kSteadyRounds
    void note(SoakGrowth& growth, Rounds& newest, std::optional<std::int64_t> held) const;

    SoakReport report_;
    Rounds memory_;
    Rounds files_;
};

} // namespace kiosk::staff
