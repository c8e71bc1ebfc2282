// SPDX-License-Identifier: Apache-2.0
#include "firmware/counters/counter_file.h"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "firmware/base/iso_time.h"

namespace kiosk::counters {

namespace {

using drivers::Count;
using drivers::DeviceIdentity;
using nlohmann::json;

constexpr std::int64_t kForm = 1;
/// What every reader of JSON takes for the same number (RFC 8259, 6).
constexpr std::int64_t kMost = (std::int64_t{1} << 53) - 1;

struct Property {
    const char* name;
    std::string DeviceIdentity::* member;
};
constexpr std::array kProperties{
    Property{"module", &DeviceIdentity::module}, Property{"model", &DeviceIdentity::model},
    Property{"serial", &DeviceIdentity::serial}, Property{"port", &DeviceIdentity::port}};

std::unexpected<Error> damaged(std::string_view why) {
    return fail(ErrorKind::storage, "counters.damaged", Remedy::technician, why);
}

Result<std::string> textAt(const json& entry, const char* key) {
    if (!entry.contains(key) || !entry[key].is_string())
        return damaged("a device does not say who it is");
    return entry[key].get<std::string>();
}

/// A count that the file does not have yet was not kept by whoever wrote it: an older system.
Result<std::int64_t> numberAt(const json& entry, Count count) {
    const std::string key(name(count));
    if (!entry.contains(key))
        return 0;
    const json& number = entry[key];
    if (!number.is_number_integer() || number < 0 || number > kMost)
        return damaged("a count is no number");
    return number.get<std::int64_t>();
}

Result<Counted> countedFrom(const json& entry) {
    if (!entry.is_object())
        return damaged("a device is no object");
    Counted counted;
    for (const Property& property : kProperties)
        counted.device.*property.member = TRY(textAt(entry, property.name));
    const auto since = dateFromIso(TRY(textAt(entry, "since")));
    if (!since)
        return damaged("a date is none");
    counted.since = *since;
    for (std::size_t i = 0; i < drivers::kCounts; ++i) {
        const auto count = static_cast<Count>(i);
        counted.counts[count] = TRY(numberAt(entry, count));
    }
    return counted;
}

/// An empty object for what cannot be read.
json objectFrom(std::string_view text) {
    json object = json::parse(text, nullptr, false);
    return object.is_object() ? object : json::object();
}

/// What the file said of this device before; an empty object where it did not.
json entryOf(const json& before, const std::string& part, const DeviceIdentity& device) {
    if (!before.contains("parts") || !before["parts"].contains(part))
        return json::object();
    for (const json& entry : before["parts"][part])
        if (const auto known = countedFrom(entry); known && isSame(known->device, device))
            return entry;
    return json::object();
}

json written(const Counted& counted, json entry) {
    for (const Property& property : kProperties)
        entry[property.name] = counted.device.*property.member;
    entry["since"] = isoDate(counted.since);
    for (std::size_t i = 0; i < drivers::kCounts; ++i) {
        const auto count = static_cast<Count>(i);
        entry[std::string(name(count))] = std::min(counted.counts[count], kMost);
    }
    return entry;
}

} // namespace

bool isSame(const DeviceIdentity& one, const DeviceIdentity& other) {
    const bool isNamed = !one.serial.empty() || !other.serial.empty();
    return one.module == other.module && one.model == other.model && one.serial == other.serial &&
           (isNamed || one.port == other.port);
}

Result<CountedParts> countedIn(std::string_view text) {
    const json file = json::parse(text, nullptr, false);
    if (!file.is_object() || !file.contains("form") || !file["form"].is_number_integer())
        return damaged("no file of counters");
    if (file["form"] > kForm)
        return fail(ErrorKind::unsupported, "counters.newer-form", Remedy::technician);
    if (file["form"] != kForm || !file.contains("parts") || !file["parts"].is_object())
        return damaged("no parts");
    CountedParts parts;
    for (const auto& [part, devices] : file["parts"].items()) {
        if (!devices.is_array())
            return damaged("a part has no list");
        std::vector<Counted>& list = parts[part];
        for (const json& entry : devices)
            list.push_back(TRY(countedFrom(entry)));
    }
    return parts;
}

std::string fileText(const CountedParts& parts, std::string_view before) {
    const json old = objectFrom(before);
    json file = old;
    file["form"] = kForm;
    for (const auto& [part, devices] : parts) {
        json list = json::array();
        for (const Counted& counted : devices)
            list.push_back(written(counted, entryOf(old, part, counted.device)));
        file["parts"][part] = std::move(list);
    }
    return file.dump(1, ' ', false, json::error_handler_t::replace) + "\n";
}

} // namespace kiosk::counters
