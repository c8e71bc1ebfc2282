// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/scenario.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "firmware/base/files.h"

namespace kiosk::bench {

namespace {

using nlohmann::json;

std::unexpected<Error> syntax(const std::string& detail) {
    return fail(ErrorKind::malformed, "scenario.syntax", Remedy::configuration, detail);
}

std::vector<std::string> texts(const json& object, const char* key) {
    if (!object.contains(key))
        return {};
    const json& value = object.at(key);
    return value.is_string() ? std::vector{value.get<std::string>()}
                             : value.get<std::vector<std::string>>();
}

play::See seeFrom(const json& value) {
    if (value.is_string())
        return {.screen = value.get<std::string>()};
    return {.screen = value.value("screen", ""),
            .text = texts(value, "text"),
            .absent = texts(value, "absent"),
            .nodes = texts(value, "nodes"),
            .withinSeconds = value.value("within", 20)};
}

/// A person's name, or whose card it is and what of it is not as usual.
Result<Play> cardFrom(const json& value) {
    if (value.is_string())
        return play::LayCard{value.get<std::string>()};
    const std::string card = value.at("card").get<std::string>();
    if (card != "valid" && card != "expired")
        return syntax("no card is '" + card + "'");
    return play::LayCard{value.at("person").get<std::string>(),
                         card == "expired" ? Stage::Card::expired : Stage::Card::valid};
}

template <typename T>
std::optional<T> optionalFrom(const json& object, const char* key) {
    return object.contains(key) ? std::optional(object.at(key).get<T>()) : std::nullopt;
}

/// What needs no more than its name: the words of acts.h.
Result<Play> happeningFrom(const std::string& word, const json& value) {
    if (std::ranges::find(acts(), word, &Act::word) == acts().end())
        return syntax("'" + word + "' is no step");
    const std::string how = value == true ? "" : value.get<std::string>();
    if (const Act* act = actNamed(word, how))
        return play::Happen{act->what};
    return syntax("'" + word + "' cannot be '" + how + "'");
}

Result<Play> playFrom(const std::string& word, const json& value) {
    if (word == "touch")
        return play::Touch{value.get<std::string>()};
    if (word == "see")
        return seeFrom(value);
    if (word == "layCard")
        return cardFrom(value);
    if (word == "fault")
        return play::SetFault{value.at("region").get<std::string>(),
                              value.at("kind").get<std::string>(),
                              optionalFrom<int>(value, "times")};
    if (word == "showCode")
        return play::ShowCode{value.get<std::string>()};
    if (word == "breakRead")
        return play::BreakRead{value.get<std::string>()};
    if (word == "wait")
        return play::Wait{value.get<int>()};
    return happeningFrom(word, value);
}

Result<Play> stepFrom(const json& step) {
    if (!step.is_object() || step.size() != 1)
        return syntax("it is not one word");
    return playFrom(step.begin().key(), step.begin().value());
}

Outcome outcomeFrom(const json& object) {
    return {.sheets = optionalFrom<int>(object, "sheets"),
            .slips = optionalFrom<int>(object, "slips"),
            .codesReadBack = optionalFrom<bool>(object, "codesReadBack"),
            .delivered = optionalFrom<int>(object, "delivered"),
            .executionsPerKey = optionalFrom<int>(object, "executionsPerKey"),
            .held = optionalFrom<bool>(object, "held")};
}

Result<Scenario> scenarioFrom(const json& file, std::string name) {
    Scenario scenario{.name = std::move(name), .title = file.at("title").get<std::string>()};
    for (const json& step : file.at("steps")) {
        Result<Play> play = stepFrom(step);
        if (!play)
            return std::unexpected(
                std::move(play.error())
                    .during("step " + std::to_string(scenario.plays.size() + 1)));
        scenario.plays.push_back(std::move(*play));
        scenario.lines.push_back(step.dump());
    }
    if (file.contains("outcome"))
        scenario.outcome = outcomeFrom(file.at("outcome"));
    return scenario;
}

} // namespace

Result<Play> parseStep(std::string_view step) {
    try {
        return stepFrom(json::parse(step));
    } catch (const json::exception& error) {
        return syntax(error.what());
    }
}

Result<Scenario> loadScenario(const std::filesystem::path& file) {
    const Result<Bytes> bytes = readFile(file, 1U << 20);
    if (!bytes)
        return fail(ErrorKind::notFound, "scenario.unreadable", Remedy::configuration,
                    bytes.error().detail());
    try {
        return scenarioFrom(json::parse(toText(*bytes), nullptr, true, true), file.stem().string());
    } catch (const json::exception& error) {
        return syntax(file.filename().string() + ": " + error.what());
    }
}

} // namespace kiosk::bench
