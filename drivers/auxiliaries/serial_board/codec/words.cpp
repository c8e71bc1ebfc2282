// SPDX-License-Identifier: Apache-2.0
#include "drivers/auxiliaries/serial_board/codec/words.h"

#include <algorithm>
#include <array>

namespace kiosk::drivers::serial_board {

namespace {

constexpr std::size_t kWordsBeforeParts = 3;

/// The value with this name.
template <typename Enum, std::size_t N>
std::optional<Enum> named(std::string_view text, const std::array<Enum, N>& values) {
    const auto found =
        std::ranges::find_if(values, [text](Enum value) { return name(value) == text; });
    return found == values.end() ? std::nullopt : std::optional(*found);
}

/// Puts the value with this name into the member; false where there is none.
template <typename Enum, typename... Values>
bool put(Enum& member, std::string_view text, Values... values) {
    const auto value = named(text, std::array{values...});
    member = value.value_or(member);
    return value.has_value();
}

bool putPart(CabinetState& state, Part part, std::string_view value) {
    switch (part) {
    case Part::cabinetDoor:
        return put(state.door, value, CabinetDoor::closed, CabinetDoor::open);
    case Part::tamperSensor:
        return put(state.tamper, value, TamperSensor::off, TamperSensor::on);
    case Part::powerSupply:
        return put(state.power, value, PowerSupply::mains, PowerSupply::battery,
                   PowerSupply::batteryLow);
    case Part::headset:
        return put(state.headset, value, Headset::notPresent, Headset::present);
    case Part::callKey:
        return put(state.callKey, value, CallKey::off, CallKey::on);
    case Part::cardLight:
    case Part::paperLight:
    case Part::callLamp:
        break;
    }
    return false;
}

std::string_view valueOf(Part part, const CabinetState& state) {
    switch (part) {
    case Part::cabinetDoor:
        return name(state.door);
    case Part::tamperSensor:
        return name(state.tamper);
    case Part::powerSupply:
        return name(state.power);
    case Part::headset:
        return name(state.headset);
    case Part::callKey:
        return name(state.callKey);
    case Part::cardLight:
    case Part::paperLight:
    case Part::callLamp:
        break;
    }
    return {};
}

} // namespace

std::optional<Description> descriptionFrom(std::span<const std::string> words) {
    if (words.size() <= kWordsBeforeParts)
        return std::nullopt;
    Description description{words[0], words[1], words[2], {}};
    for (const std::string& word : words.subspan(kWordsBeforeParts)) {
        const auto part = partNamed(word);
        if (!part)
            return std::nullopt;
        description.parts.push_back(*part);
    }
    std::ranges::sort(description.parts);
    if (std::ranges::adjacent_find(description.parts) != description.parts.end())
        return std::nullopt;
    return description;
}

std::vector<std::string> wordsOf(const Description& description) {
    std::vector<std::string> words{description.version, description.model, description.firmware};
    for (const Part part : description.parts)
        words.emplace_back(name(part));
    return words;
}

std::optional<CabinetChange> changeFrom(const CabinetState& before, std::string_view word) {
    const std::size_t equals = word.find('=');
    if (equals == std::string_view::npos)
        return std::nullopt;
    const auto part = partNamed(word.substr(0, equals));
    CabinetState state = before;
    if (!part || !putPart(state, *part, word.substr(equals + 1)))
        return std::nullopt;
    return CabinetChange{*part, state};
}

std::string wordOf(Part part, const CabinetState& state) {
    return std::string(name(part)) + "=" + std::string(valueOf(part, state));
}

} // namespace kiosk::drivers::serial_board
