// SPDX-License-Identifier: Apache-2.0
#include "drivers/auxiliaries/gpio/gpio_profile.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "firmware/base/files.h"

namespace kiosk::drivers::gpio {

namespace {

using nlohmann::json;

constexpr std::size_t kMostLines = 32;
constexpr unsigned kMostOffset = 1023;
constexpr unsigned kLongestDebounceMs = 1000;
constexpr unsigned kUsualDebounceMs = 20;

std::unexpected<Error> wrong(std::string_view why) {
    return fail(ErrorKind::configuration, "gpio.profile", Remedy::configuration, why);
}

Result<std::string> textOf(const json& entry, const char* key) {
    const auto found = entry.find(key);
    if (found == entry.end() || !found->is_string())
        return wrong(std::string(key) + ": a text is expected");
    return found->get<std::string>();
}

Result<unsigned> numberOf(const json& entry, const char* key, unsigned most) {
    const auto found = entry.find(key);
    if (found == entry.end() || !found->is_number_unsigned() || found->get<std::uint64_t>() > most)
        return wrong(std::string(key) + ": a whole number is expected, at most " +
                     std::to_string(most));
    return found->get<unsigned>();
}

Result<PowerSupply> powerOf(const json& entry) {
    const std::string value = TRY(textOf(entry, "value"));
    for (const PowerSupply power : {PowerSupply::battery, PowerSupply::batteryLow})
        if (name(power) == value)
            return power;
    return wrong("value: battery or batteryLow is expected");
}

Result<GpioLine> lineFrom(const json& entry) {
    if (!entry.is_object())
        return wrong("lines: an entry is no object");
    GpioLine line;
    const auto part = partNamed(TRY(textOf(entry, "part")));
    if (!part)
        return wrong("part: unknown");
    line.part = *part;
    if (line.part == Part::powerSupply)
        line.power = TRY(powerOf(entry));
    line.chip = TRY(textOf(entry, "chip"));
    line.line = TRY(numberOf(entry, "line", kMostOffset));
    const auto low = entry.find("activeLow");
    if (low != entry.end() && !low->is_boolean())
        return wrong("activeLow: true or false is expected");
    if (low != entry.end() && low->get<bool>())
        line.active = GpioLine::Active::low;
    const unsigned debounce = entry.contains("debounceMs")
                                  ? TRY(numberOf(entry, "debounceMs", kLongestDebounceMs))
                                  : kUsualDebounceMs;
    line.debounce = std::chrono::milliseconds(debounce);
    return line;
}

/// Two lines for one thing, or two things on one line.
bool clash(const GpioLine& one, const GpioLine& other) {
    return (one.chip == other.chip && one.line == other.line) ||
           (one.part == other.part && one.power == other.power);
}

} // namespace

Result<GpioProfile> gpioProfileFrom(ByteView text) {
    const json parsed = json::parse(toText(text), nullptr, false);
    if (!parsed.is_object() || !parsed.contains("lines") || !parsed["lines"].is_array())
        return wrong("lines: a list is expected");
    const json& entries = parsed["lines"];
    if (entries.empty() || entries.size() > kMostLines)
        return wrong("lines: 1 to " + std::to_string(kMostLines) + " are expected");
    GpioProfile profile;
    for (const json& entry : entries) {
        const GpioLine line = TRY(lineFrom(entry));
        if (std::ranges::any_of(profile, [&](const GpioLine& other) { return clash(line, other); }))
            return wrong("two lines clash: " + std::string(name(line.part)));
        profile.push_back(line);
    }
    return profile;
}

Result<GpioProfile> loadGpioProfile(const std::filesystem::path& file) {
    const Result<Bytes> text = readFile(file);
    if (!text)
        return wrong(file.string() + " cannot be read");
    return gpioProfileFrom(*text);
}

} // namespace kiosk::drivers::gpio
