// SPDX-License-Identifier: Apache-2.0
#include "firmware/stick/words.h"

#include <optional>

#include <nlohmann/json.hpp>

#include "firmware/base/iso_time.h"

namespace kiosk::stick {

namespace {

using nlohmann::json;

/// The one of a closed list that is called so; `name` is found by what is given.
template <typename E>
std::optional<E> named(const std::string& text, int count) {
    for (int at = 0; at < count; ++at)
        if (name(static_cast<E>(at)) == text)
            return static_cast<E>(at);
    return std::nullopt;
}

constexpr int kKinds = static_cast<int>(ErrorKind::internal) + 1;
constexpr int kRemedies = static_cast<int>(Remedy::wait) + 1;
constexpr int kEvents = static_cast<int>(update::Event::What::failed) + 1;

std::uint64_t numberIn(const json& told, const char* member) {
    const auto found = told.find(member);
    return found != told.end() && found->is_number_unsigned() ? found->get<std::uint64_t>() : 0;
}

} // namespace

std::string textIn(const json& told, const char* member) {
    const auto found = told.find(member);
    return found != told.end() && found->is_string() ? found->get<std::string>() : std::string();
}

json toJson(const Progress& progress) {
    return {{"stage", name(progress.stage)},
            {"percent", static_cast<unsigned>(progress.percent)},
            {"needs", progress.needs},
            {"free", progress.free}};
}

json toJson(const BundleOnStick& bundle) {
    return {{"file", bundle.file},
            {"size", bundle.size},
            {"version", bundle.version},
            {"board", bundle.board},
            {"standing", name(bundle.standing)}};
}

json toJson(const Error& error) {
    return {{"kind", name(error.kind())},
            {"code", error.code()},
            {"remedy", name(error.remedy())},
            {"detail", error.detail()}};
}

json toJson(const update::Event& event) {
    return {{"at", isoTime(event.at)},
            {"what", update::name(event.what)},
            {"version", event.version},
            {"code", event.code},
            {"older", event.older}};
}

std::optional<Progress> progressIn(const json& told) {
    const auto stage = named<Progress::Stage>(textIn(told, "stage"), kStages);
    const std::uint64_t percent = numberIn(told, "percent");
    if (!stage || percent > 100)
        return std::nullopt;
    return Progress{*stage, static_cast<int>(percent), numberIn(told, "needs"),
                    numberIn(told, "free")};
}

std::optional<BundleOnStick> bundleIn(const json& told) {
    const auto standing = named<Standing>(textIn(told, "standing"), kStandings);
    if (!standing)
        return std::nullopt;
    return BundleOnStick{textIn(told, "file"), numberIn(told, "size"), textIn(told, "version"),
                         textIn(told, "board"), *standing};
}

std::optional<Error> errorIn(const json& told) {
    const auto kind = named<ErrorKind>(textIn(told, "kind"), kKinds);
    const auto remedy = named<Remedy>(textIn(told, "remedy"), kRemedies);
    if (!kind || !remedy)
        return std::nullopt;
    return Error(*kind, textIn(told, "code"), *remedy, textIn(told, "detail"));
}

std::optional<update::Event> eventIn(const json& told) {
    const auto at = timeFromIso(textIn(told, "at"));
    const auto what = named<update::Event::What>(textIn(told, "what"), kEvents);
    if (!at || !what)
        return std::nullopt;
    return update::Event{*at, *what, textIn(told, "version"), textIn(told, "code"),
                         told.value("older", json()) == json(true)};
}

} // namespace kiosk::stick
