// SPDX-License-Identifier: Apache-2.0
#include "firmware/ending/history.h"

#include <algorithm>
#include <regex>

#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <sys/file.h>

#include "firmware/base/event_list.h"
#include "firmware/base/events.h"
#include "firmware/base/files.h"
#include "firmware/base/iso_time.h"
#include "firmware/base/process/descriptor.h"
#include "firmware/base/text.h"
#include "firmware/ending/run_file.h"

namespace kiosk::ending {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr int kHistoryForm = 1;
constexpr std::size_t kMostHistoryBytes = 1U << 20;
constexpr int kHex = 16;

std::string hexOf(std::uint64_t number) {
    std::array<char, 17> digits{};
    std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(number));
    return digits.data();
}

json jsonOf(const Frame& frame) {
    return {
        {"module", frame.module}, {"build", hexOf(frame.build)}, {"offset", hexOf(frame.offset)}};
}

json jsonOf(const PastEvent& event) {
    json told{{"code", event.event}, {"msBefore", event.before.count()}};
    if (!event.word.empty())
        told["word"] = event.word;
    return told;
}

json jsonOf(const Ending& ending) {
    json told{{"how", name(ending.how)},
              {"run", ending.run},
              {"at", isoTime(ending.at)},
              {"version", ending.version},
              {"build", hexOf(ending.build)}};
    if (ending.fault != Fault::none)
        told["fault"] = name(ending.fault);
    if (!ending.place)
        return told;
    told["place"] = name(*ending.place);
    told["loopBusyMs"] = ending.loopBusy.count();
    told["frames"] = json::array();
    for (const Frame& frame : ending.frames)
        told["frames"].push_back(jsonOf(frame));
    told["events"] = json::array();
    for (const PastEvent& event : ending.events)
        told["events"].push_back(jsonOf(event));
    return told;
}

// Reading trusts nobody: what a file says becomes a word of a closed list, a number or a form of
// its own, or it is left out.

std::string stringAt(const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

std::uint64_t numberAt(const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_number_unsigned() ? found->get<std::uint64_t>() : 0;
}

std::uint64_t hexAt(const json& object, const char* key) {
    static const std::regex kForm("[0-9a-f]{16}");
    const std::string text = stringAt(object, key);
    return std::regex_match(text, kForm) ? std::strtoull(text.c_str(), nullptr, kHex) : 0;
}

template <typename E, std::size_t N>
std::optional<E> wordAtKey(const json& object, const char* key,
                           const std::array<std::string_view, N>& names) {
    const auto found = std::ranges::find(names, stringAt(object, key));
    if (found == names.end())
        return std::nullopt;
    return static_cast<E>(found - names.begin());
}

std::optional<PastEvent> eventFrom(const json& told) {
    if (!told.is_object())
        return std::nullopt;
    const std::size_t place = events::placeOf(stringAt(told, "code"));
    if (place == events::kNoEvent)
        return std::nullopt;
    const events::Event& event = events::kEvents[place];
    return PastEvent{
        event.id, events::wordOf(event, stringAt(told, "word")),
        std::chrono::milliseconds(static_cast<std::uint32_t>(numberAt(told, "msBefore")))};
}

std::optional<Frame> frameFrom(const json& told) {
    if (!told.is_object())
        return std::nullopt;
    const std::string module = stringAt(told, "module");
    return Frame{isModuleName(module) ? module : "", hexAt(told, "build"), hexAt(told, "offset")};
}

template <typename T>
std::vector<T> listAt(const json& object, const char* key, std::size_t most,
                      std::optional<T> (*from)(const json&)) {
    std::vector<T> list;
    const auto found = object.find(key);
    if (found == object.end() || !found->is_array())
        return list;
    for (const json& entry : *found)
        if (auto one = from(entry); one && list.size() < most)
            list.push_back(std::move(*one));
    return list;
}

std::optional<Ending> endingFrom(const json& told) {
    if (!told.is_object())
        return std::nullopt;
    const auto how = wordAtKey<How>(told, "how", kHowNames);
    const auto at = timeFromIso(stringAt(told, "at"));
    if (!how || !at)
        return std::nullopt;
    static const std::regex kVersion("[0-9]{1,4}\\.[0-9]{1,4}\\.[0-9]{1,4}");
    const std::string version = stringAt(told, "version");
    return Ending{.how = *how,
                  .run = numberAt(told, "run"),
                  .at = *at,
                  .fault = wordAtKey<Fault>(told, "fault", kFaultNames).value_or(Fault::none),
                  .place = wordAtKey<Place>(told, "place", kPlaceNames),
                  .loopBusy = std::chrono::milliseconds(
                      static_cast<std::uint32_t>(numberAt(told, "loopBusyMs"))),
                  .version = std::regex_match(version, kVersion) ? version : "",
                  .build = hexAt(told, "build"),
                  .frames = listAt(told, "frames", kMostFrames, frameFrom),
                  .events = listAt(told, "events", events::kRemembered, eventFrom)};
}

/// Whoever runs holds its file.
bool someRunHolds(const fs::path& file) {
    const Descriptor opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    return opened && ::flock(opened.number(), LOCK_SH | LOCK_NB) != 0;
}

History withNewest(History history, const Ending& ending) {
    const bool isKept = std::ranges::find(history, ending.run, &Ending::run) != history.end();
    if (isKept)
        return history;
    if (ending.how == How::stopped && !history.empty() && history.front().how == How::stopped)
        history.erase(history.begin());
    history.insert(history.begin(), ending);
    history.resize(std::min(history.size(), kMostEndings));
    return history;
}

} // namespace

std::string textOf(const History& history) {
    json list = json::array();
    for (const Ending& ending : history)
        list.push_back(jsonOf(ending));
    return json{{"form", kHistoryForm}, {"endings", list}}.dump(2) + "\n";
}

History keptEndings(const fs::path& state) {
    const auto bytes = readFile(state / kEndingsFileName, kMostHistoryBytes);
    const json whole = bytes ? json::parse(toText(*bytes), nullptr, false) : json();
    if (!whole.is_object() || whole.value("form", json()) != json(kHistoryForm))
        return {};
    return listAt(whole, "endings", kMostEndings, endingFrom);
}

History endingsIn(const fs::path& state, WallTime now) {
    History history = keptEndings(state);
    if (someRunHolds(state / kRunFileName))
        return history;
    const auto file = readFile(state / kRunFileName, kRunFileSize);
    if (!file)
        return history;
    const auto ending = endingOf(runFileIn(*file), bootName(), now);
    return ending ? withNewest(std::move(history), *ending) : history;
}

Result<> keepEnding(const fs::path& state, const Ending& ending) {
    const std::string text = textOf(withNewest(keptEndings(state), ending));
    return writeFile(state / kEndingsFileName, bytesOf(text));
}

int unaskedWithin(const History& history, std::chrono::hours time, WallTime now) {
    return static_cast<int>(std::ranges::count_if(history, [&](const Ending& ending) {
        return isUnasked(ending.how) && now - ending.at <= time;
    }));
}

} // namespace kiosk::ending
