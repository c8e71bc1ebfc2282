// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kioskctl/told_judgement.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "firmware/app/audit_record.h"
#include "firmware/audit/reign.h"

namespace kiosk::app {

namespace {

using audit::Fault;
using audit::Judgement;
using nlohmann::json;

/// Points that a head tells, and lines that tell of a change of the key: whose name is asked for is
/// the one.
std::vector<Bytes> pointsIn(const audit::Stored& stored) {
    std::vector<Bytes> points;
    for (const std::string& text : stored.heads)
        if (const auto head = audit::headIn(text))
            points.push_back(head->point);
    for (const std::string& text : stored.lines)
        if (text.find("key.taken-over") != std::string::npos)
            if (const auto line = audit::lineIn(text))
                points.push_back(audit::takenFrom(line->text.told));
    return points;
}

/// The key with this name, where the record tells its point.
std::optional<audit::Known> keyIn(const audit::Stored& stored, const std::string& fingerprint) {
    for (const Bytes& point : pointsIn(stored))
        if (handout::fingerprintOf(point) == fingerprint)
            return knownOf(point);
    return std::nullopt;
}

/// Without a point nobody can say what the kiosk signed.
JudgedRecord withoutKey(audit::Stored stored, const std::string& fingerprint) {
    const bool isOthers = std::ranges::any_of(
        stored.heads, [](const std::string& text) { return audit::headIn(text).has_value(); });
    const Judgement judgement{.fault = isOthers ? Fault::otherKey : Fault::noHead,
                              .count = stored.lines.size()};
    return {std::move(stored), {fingerprint, [](ByteView, ByteView) { return false; }}, judgement};
}

JudgedRecord judged(audit::Stored stored, audit::Known key,
                    const std::optional<audit::KnownHead>& head) {
    const Judgement judgement = audit::judge(stored, key, audit::Reads::all, head);
    return {std::move(stored), std::move(key), judgement};
}

JudgedRecord judgedUnder(audit::Stored stored, const std::string& fingerprint,
                         const std::optional<audit::KnownHead>& head) {
    auto key = keyIn(stored, fingerprint);
    return key ? judged(std::move(stored), *std::move(key), head)
               : withoutKey(std::move(stored), fingerprint);
}

json orNull(std::uint64_t number) {
    return number == 0 ? json() : json(number);
}
json orNull(const std::string& text) {
    return text.empty() ? json() : json(text);
}

} // namespace

Result<JudgedRecord> judgeState(const std::filesystem::path& state,
                                const std::optional<std::string>& fingerprint,
                                const std::optional<audit::KnownHead>& head) {
    audit::Stored stored = TRY(audit::readFolder(state / audit::kFolderName, audit::Reads::all));
    if (fingerprint)
        return judgedUnder(std::move(stored), *fingerprint, head);
    const auto key = TRY(handout::DeviceKey::open(state / handout::kKeyFileName));
    return judged(std::move(stored), knownOf(key.publicPoint()), head);
}

JudgedRecord judgeCopy(std::string_view text, const std::string& fingerprint,
                       const std::optional<audit::KnownHead>& head) {
    return judgedUnder(audit::readCopy(text), fingerprint, head);
}

json toJson(const JudgedRecord& judged) {
    const Judgement& is = judged.judgement;
    const auto error = audit::errorOf(is);
    return {{"whole", is.isWhole()},
            {"code", error ? json(error->code()) : json()},
            {"from", orNull(is.from)},
            {"through", orNull(is.through)},
            {"found", orNull(is.found)},
            {"count", is.count},
            {"first", orNull(is.first)},
            {"last", orNull(is.last.number)},
            {"digest", is.last.number == 0 ? json() : json(is.last.digest)},
            {"since", orNull(is.since)},
            {"until", orNull(is.last.at)},
            {"unfinished", is.isUnfinished},
            {"key", judged.key.key},
            {"keyNow", orNull(is.key)}};
}

} // namespace kiosk::app
