// SPDX-License-Identifier: Apache-2.0
#include "drivers/printer/device_id.h"

#include <algorithm>
#include <array>

#include "firmware/base/text.h"

namespace kiosk::drivers {

namespace {

struct IdKey {
    std::string_view name;
    std::string DeviceId::* value;
};

constexpr auto kIdKeys = std::to_array<IdKey>({{"MFG", &DeviceId::manufacturer},
                                               {"MANUFACTURER", &DeviceId::manufacturer},
                                               {"MDL", &DeviceId::model},
                                               {"MODEL", &DeviceId::model},
                                               {"SN", &DeviceId::serial},
                                               {"SERN", &DeviceId::serial},
                                               {"SERIALNUMBER", &DeviceId::serial},
                                               {"CMD", &DeviceId::commandSets},
                                               {"COMMAND SET", &DeviceId::commandSets}});

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kBlanks = " \t\r\n";
    const std::size_t first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

char upper(char character) {
    return character >= 'a' && character <= 'z' ? static_cast<char>(character - 'a' + 'A')
                                                : character;
}

bool isSameKey(std::string_view written, std::string_view key) {
    return std::ranges::equal(written, key, {}, upper);
}

/// Goes into records and onto a technician's screen.
std::string printable(std::string_view value) {
    std::string text(value);
    const bool wellFormed = isValidUtf8(text);
    std::ranges::replace_if(
        text,
        [wellFormed](char character) {
            const auto code = static_cast<unsigned char>(character);
            return code < 0x20 || code == 0x7F || (code > 0x7F && !wellFormed);
        },
        '?');
    return text;
}

} // namespace

DeviceId parseDeviceId(std::string_view text) {
    DeviceId id;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(';'), text.size());
        const std::string_view field = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::size_t colon = field.find(':');
        if (colon == std::string_view::npos)
            continue;
        const std::string_view written = trimmed(field.substr(0, colon));
        const auto key = std::ranges::find_if(
            kIdKeys, [written](const IdKey& each) { return isSameKey(written, each.name); });
        if (key != kIdKeys.end() && (id.*key->value).empty())
            id.*key->value = printable(trimmed(field.substr(colon + 1)));
    }
    return id;
}

} // namespace kiosk::drivers
