// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/trust_fact.h"

#include <algorithm>

#include "firmware/base/iso_time.h"
#include "firmware/health/network.h"
#include "firmware/seal/certificate.h"
#include "firmware/visit/view.h"

namespace kiosk::app {

namespace {

std::string dateOf(WallTime time) {
    return visit::localDateTime(time).substr(0, std::string_view("2026-11-26").size());
}

/// When the newest file below the folder was written; empty where there is none.
std::string lastChange(const std::filesystem::path& folder) {
    std::optional<std::filesystem::file_time_type> newest;
    std::error_code failed;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, failed)) {
        const auto time = entry.last_write_time(failed);
        if (!failed && entry.is_regular_file(failed))
            newest = std::max(newest.value_or(time), time);
    }
    if (!newest)
        return {};
    return dateOf(
        std::chrono::time_point_cast<WallTime::duration>(std::chrono::file_clock::to_sys(*newest)));
}

std::optional<WallTime> dayOf(const std::string& date) {
    const auto day = dateFromIso(date);
    return day ? std::optional<WallTime>(std::chrono::sys_days(*day)) : std::nullopt;
}

std::chrono::seconds between(WallTime from, WallTime until) {
    return std::chrono::floor<std::chrono::seconds>(until - from);
}

} // namespace

health::Trust trustHealthOf(const staff::TrustFact& fact, WallTime now) {
    health::Trust trust{.loaded = health::Outcome{},
                        .name = health::ListName::of(fact.name),
                        .roots = static_cast<int>(fact.roots)};
    if (const auto changed = dayOf(fact.lastChanged))
        trust.age = std::max(between(*changed, now), std::chrono::seconds(0));
    if (const auto ends = dayOf(fact.firstEnds))
        trust.endsIn = between(now, *ends);
    return trust;
}

std::optional<health::ClockWord> clockAgainst(const staff::TrustFact& fact, WallTime now) {
    const auto changed = dayOf(fact.lastChanged);
    return changed ? std::optional(health::clockWordOf(now, *changed)) : std::nullopt;
}

staff::TrustFact trustFactOf(const verify::TrustList& list, const std::filesystem::path& folder) {
    std::optional<WallTime> firstEnd;
    const auto heed = [&firstEnd](ByteView der) {
        if (const auto certificate = seal::parseCertificate(der))
            firstEnd =
                std::min(firstEnd.value_or(certificate->validUntil), certificate->validUntil);
    };
    for (const Bytes& root : list.roots)
        heed(root);
    for (const verify::CopySigner& signer : list.copySigners)
        heed(signer.certificate);
    return {.name = list.name(),
            .roots = list.roots.size(),
            .copySigners = list.copySigners.size(),
            .lastChanged = lastChange(folder),
            .firstEnds = firstEnd ? dateOf(*firstEnd) : std::string()};
}

} // namespace kiosk::app
