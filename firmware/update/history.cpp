// SPDX-License-Identifier: Apache-2.0
#include "firmware/update/history.h"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "firmware/base/files.h"
#include "firmware/base/iso_time.h"
#include "firmware/base/text.h"

namespace kiosk::update {

namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 5> kNames{"begun", "installed", "refused", "proven",
                                                 "failed"};

std::string lineOf(const Event& event) {
    json told{{"at", isoTime(event.at)}, {"what", name(event.what)}, {"version", event.version}};
    if (!event.code.empty())
        told["code"] = event.code;
    if (event.older)
        told["older"] = true;
    return told.dump(-1, ' ', true, json::error_handler_t::replace) + "\n";
}

std::string textIn(const json& told, const char* name) {
    return told.contains(name) && told[name].is_string() ? told[name].get<std::string>()
                                                         : std::string();
}

std::optional<Event> eventIn(std::string_view line) {
    const json told = json::parse(line, nullptr, false);
    if (!told.is_object())
        return std::nullopt;
    const auto at = timeFromIso(textIn(told, "at"));
    const auto what = std::ranges::find(kNames, textIn(told, "what"));
    if (!at || what == kNames.end())
        return std::nullopt;
    return Event{*at, static_cast<Event::What>(what - kNames.begin()), textIn(told, "version"),
                 textIn(told, "code"), told.contains("older")};
}

} // namespace

std::string_view name(Event::What what) {
    return kNames[static_cast<std::size_t>(what)];
}

std::vector<Event> History::events() const {
    std::vector<Event> all;
    const auto bytes = readFile(file_);
    if (!bytes)
        return all;
    const std::string text = toText(*bytes);
    for (const std::string_view line : split(text, '\n'))
        if (auto event = eventIn(line))
            all.push_back(std::move(*event));
    return all;
}

Result<> History::add(const Event& event) {
    std::vector<Event> all = events();
    all.push_back(event);
    const std::size_t first = all.size() > kMost ? all.size() - kMost : 0;
    std::string text;
    for (std::size_t i = first; i < all.size(); ++i)
        text += lineOf(all[i]);
    return writeFile(file_, bytesOf(text));
}

int History::unfinished(std::string_view version) const {
    const std::vector<Event> all = events();
    const auto ended = std::find_if(all.rbegin(), all.rend(), [version](const Event& event) {
        return event.what != Event::What::begun || event.version != version;
    });
    return static_cast<int>(ended - all.rbegin());
}

} // namespace kiosk::update
