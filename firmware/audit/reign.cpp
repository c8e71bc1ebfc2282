// SPDX-License-Identifier: Apache-2.0
#include "firmware/audit/reign.h"

namespace kiosk::audit {

namespace {

/// Of the list, as it is spelt there.
template <log::Id id>
constexpr std::string_view idOf() {
    static_assert(placeOf(id.view()) != kNoEvent);
    return kEvents[placeOf(id.view())].id;
}

constexpr std::string_view kHandedOver = idOf<"key.handed-over">();
constexpr std::string_view kTakenOver = idOf<"key.taken-over">();

Bytes pointIn(const nlohmann::json& told, std::string_view event, const char* field) {
    if (textIn(told, "event") != event)
        return {};
    const auto is = told.find("is");
    if (is == told.end() || !is->is_object())
        return {};
    return fromHex(textIn(*is, field)).value_or(Bytes());
}

/// Two lines that hand over, each signed by its own key.
struct Handover {
    std::size_t at = 0; ///< index of the line that takes over
    Known before;
    Known after;
};

std::optional<Handover> handoverAt(const std::vector<std::string>& lines, std::size_t at,
                                   const Known& key) {
    // Most lines are neither: these are not taken apart.
    if (lines[at].find(kTakenOver) == std::string::npos ||
        lines[at - 1].find(kHandedOver) == std::string::npos)
        return std::nullopt;
    const auto last = lineIn(lines[at - 1]);
    const auto first = lineIn(lines[at]);
    if (!last || !first || first->before != digestOf(lines[at - 1]))
        return std::nullopt;
    const Bytes to = handedTo(last->text.told);
    const Bytes from = takenFrom(first->text.told);
    if (to.empty() || from.empty())
        return std::nullopt;
    Handover handover{at, key.another(from), key.another(to)};
    if (!isBy(Signs::record, last->text, handover.before) ||
        !isBy(Signs::record, first->text, handover.after))
        return std::nullopt;
    return handover;
}

/// Those that lead from key to key without a gap, of which `key` is one.
std::vector<Handover> chainOf(std::vector<Handover> all, const Known& key) {
    std::vector<Handover> chain;
    bool holdsKey = false;
    for (Handover& handover : all) {
        if (!chain.empty() && chain.back().after.key != handover.before.key) {
            if (holdsKey)
                break;
            chain.clear();
        }
        holdsKey = holdsKey || handover.before.key == key.key || handover.after.key == key.key;
        chain.push_back(std::move(handover));
    }
    return holdsKey ? std::move(chain) : std::vector<Handover>();
}

} // namespace

Bytes handedTo(const nlohmann::json& told) {
    return pointIn(told, kHandedOver, "to");
}

Bytes takenFrom(const nlohmann::json& told) {
    return pointIn(told, kTakenOver, "from");
}

std::vector<Reign> reignsOf(const std::vector<std::string>& lines, const Known& key) {
    std::vector<Handover> all;
    if (key.another)
        for (std::size_t at = 1; at < lines.size(); ++at)
            if (auto handover = handoverAt(lines, at, key))
                all.push_back(*std::move(handover));
    const std::vector<Handover> chain = chainOf(std::move(all), key);
    std::vector<Reign> reigns{{0, chain.empty() ? key : chain.front().before}};
    for (const Handover& handover : chain)
        reigns.push_back({handover.at, handover.after});
    return reigns;
}

std::optional<Known> keyBefore(const Line& line, const Signer& signer, const Known& known,
                               const std::vector<std::string>& heads) {
    if (!known.another)
        return std::nullopt;
    if (const Bytes from = takenFrom(line.text.told); !from.empty())
        return isBy(Signs::record, line.text, known) ? std::optional(known.another(from))
                                                     : std::nullopt;
    if (handedTo(line.text.told) != signer.point)
        return std::nullopt;
    for (const std::string& text : heads) {
        const auto head = headIn(text);
        if (!head || head->point.empty())
            continue;
        Known before = known.another(head->point);
        if (isBy(Signs::head, head->text, before) && isBy(Signs::record, line.text, before))
            return before;
    }
    return std::nullopt;
}

} // namespace kiosk::audit
