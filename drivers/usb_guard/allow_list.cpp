// SPDX-License-Identifier: Apache-2.0
#include "drivers/usb_guard/allow_list.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "firmware/base/files.h"
#include "firmware/base/text.h"

namespace kiosk::drivers {

namespace {

using nlohmann::json;

constexpr std::size_t kMostBytes = 1U << 20;

std::unexpected<Error> badList(std::string_view why) {
    return fail(ErrorKind::configuration, "device.allow-list", Remedy::configuration, why);
}

Result<std::vector<std::string>> textsOf(const json& entry, const char* key) {
    const auto found = entry.find(key);
    if (found == entry.end())
        return std::vector<std::string>();
    if (!found->is_array())
        return badList(std::string(key) + ": a list of texts is expected");
    std::vector<std::string> texts;
    for (const json& text : *found) {
        if (!text.is_string())
            return badList(std::string(key) + ": a text is expected");
        texts.push_back(text.get<std::string>());
    }
    return texts;
}

/// "05e0:*" or "ff/00": hexadecimal numbers of so many bytes; "*", and what is left out, is any.
template <std::size_t N>
Result<std::array<std::optional<unsigned>, N>> patternFrom(const std::string& text, char separator,
                                                           std::size_t bytesEach) {
    const auto words = split(text, separator);
    if (words.size() > N)
        return badList(text + ": too many numbers");
    std::array<std::optional<unsigned>, N> pattern;
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (words[at] == "*")
            continue;
        const auto number = fromHex(words[at]);
        if (!number || number->size() != bytesEach)
            return badList(text + ": no hexadecimal number of that length");
        unsigned value = 0;
        for (const std::byte each : *number)
            value = value << 8U | std::to_integer<unsigned>(each);
        pattern.at(at) = value;
    }
    return pattern;
}

Result<AllowedUsb> lineFrom(const json& entry) {
    if (!entry.is_object())
        return badList("devices: an entry is no object");
    AllowedUsb line{.parts = TRY(textsOf(entry, "parts")),
                    .ports = TRY(textsOf(entry, "ports")),
                    .serials = TRY(textsOf(entry, "serials"))};
    const auto ids = TRY(textsOf(entry, "ids"));
    for (const std::string& id : ids)
        line.ids.push_back(TRY(patternFrom<2>(id, ':', 2)));
    const auto interfaces = TRY(textsOf(entry, "interfaces"));
    for (const std::string& interface : interfaces)
        line.interfaces.push_back(TRY(patternFrom<3>(interface, '/', 1)));
    if (line.parts.empty() || line.ids.empty() || line.interfaces.empty())
        return badList("an entry needs parts, ids and interfaces");
    return line;
}

template <std::size_t N>
bool fits(const std::array<std::optional<unsigned>, N>& pattern,
          const std::array<unsigned, N>& value) {
    return std::ranges::equal(
        pattern, value, [](const auto& wanted, unsigned is) { return !wanted || *wanted == is; });
}

bool contains(const std::vector<std::string>& texts, std::string_view text) {
    return std::ranges::find(texts, text) != texts.end();
}

bool covers(const AllowedUsb& line, const UsbInterfaceCode& interface) {
    return std::ranges::any_of(line.interfaces, [&](const UsbInterfacePattern& pattern) {
        return fits<3>(pattern, {interface.classCode, interface.subclass, interface.protocol});
    });
}

/// Whether the device passes for what this line is about: by its whole id; by what it offers where
/// the line leaves the id open; or because it sits where that belongs.
bool passesFor(const AllowedUsb& line, const UsbDevice& device) {
    const auto hasId = [&](const UsbIdPattern& pattern) {
        return fits<2>(pattern, {device.id.vendor, device.id.product});
    };
    const auto isWhole = [](const UsbIdPattern& pattern) { return pattern[0] && pattern[1]; };
    const auto id = std::ranges::find_if(line.ids, hasId);
    if (contains(line.ports, device.port))
        return true;
    if (id == line.ids.end())
        return false;
    return isWhole(*id) || !device.interfaces ||
           std::ranges::any_of(*device.interfaces,
                               [&](const auto& interface) { return covers(line, interface); });
}

/// Empty: none.
std::string objectionTo(const AllowedUsb& line, const UsbDevice& device) {
    if (std::ranges::none_of(line.ids, [&](const UsbIdPattern& pattern) {
            return fits<2>(pattern, {device.id.vendor, device.id.product});
        }))
        return "not what belongs at its port";
    if (!device.interfaces)
        return "its descriptors are not well formed";
    if (!line.ports.empty() && !contains(line.ports, device.port))
        return "not at the port where it belongs";
    if (!line.serials.empty() && !contains(line.serials, device.serial))
        return "another serial number";
    if (device.interfaces->empty())
        return "it offers nothing";
    for (const UsbInterfaceCode& interface : *device.interfaces)
        if (!covers(line, interface))
            return "it offers " + textOf(interface) + " too";
    return {};
}

} // namespace

bool UsbJudgement::isFor(std::string_view part) const {
    return contains(parts, part);
}

Result<AllowList> AllowList::parse(std::string_view text) {
    const json list = json::parse(text, nullptr, false, true);
    if (!list.is_object() || !list.contains("devices") || !list["devices"].is_array())
        return badList("an object with a list \"devices\" is expected");
    std::vector<AllowedUsb> lines;
    for (const json& entry : list["devices"])
        lines.push_back(TRY(lineFrom(entry)));
    return AllowList(std::move(lines));
}

Result<AllowList> AllowList::load(const std::filesystem::path& file) {
    const auto bytes = readFile(file, kMostBytes);
    if (!bytes)
        return badList(bytes.error().detail());
    return parse(toText(*bytes));
}

UsbJudgement AllowList::judge(const UsbDevice& device) const {
    UsbJudgement refused{.objection = "not on the list"};
    for (const AllowedUsb& line : lines_) {
        if (!passesFor(line, device))
            continue;
        std::string objection = objectionTo(line, device);
        if (objection.empty())
            return {.parts = line.parts};
        refused.parts.insert(refused.parts.end(), line.parts.begin(), line.parts.end());
        refused.objection = std::move(objection);
    }
    return refused;
}

} // namespace kiosk::drivers
