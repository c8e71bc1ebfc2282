// SPDX-License-Identifier: Apache-2.0
#include "firmware/parts/parts_book.h"

#include <algorithm>
#include <array>
#include <set>

#include <nlohmann/json.hpp>

#include "firmware/base/files.h"
#include "firmware/base/iso_time.h"
#include "firmware/base/log.h"

namespace kiosk::parts {

namespace {

using drivers::DeviceIdentity;
using nlohmann::json;

constexpr std::size_t kMostBytes = 1U << 20;

struct Property {
    const char* name;
    std::string DeviceIdentity::* member;
};

constexpr std::array kProperties{
    Property{"module", &DeviceIdentity::module}, Property{"model", &DeviceIdentity::model},
    Property{"serial", &DeviceIdentity::serial}, Property{"firmware", &DeviceIdentity::firmware},
    Property{"port", &DeviceIdentity::port}};

/// One with a serial number is known by it wherever it is plugged in.
std::vector<std::string> differencesBetween(const DeviceIdentity& recorded,
                                            const DeviceIdentity& seen) {
    std::vector<std::string> differences;
    for (const Property& property : kProperties) {
        const bool isPort = property.member == &DeviceIdentity::port;
        if (!(isPort && !recorded.serial.empty()) &&
            recorded.*property.member != seen.*property.member)
            differences.emplace_back(property.name);
    }
    return differences;
}

bool isFirmwareAlone(const std::vector<std::string>& differences) {
    return differences == std::vector<std::string>{"firmware"};
}

/// "serial: A on record, B found"
std::string told(const PartReport& report) {
    std::string text = report.part;
    for (const Property& property : kProperties)
        if (std::ranges::find(report.differences, property.name) != report.differences.end())
            text += std::string(", ") + property.name + ": \"" +
                    (*report.recorded).*property.member + "\" on record, \"" +
                    (*report.seen).*property.member + "\" found";
    return text;
}

std::unexpected<Error> badRecord(std::string_view why) {
    return fail(ErrorKind::storage, "parts.record", Remedy::technician, why);
}

} // namespace

std::string_view name(PartState state) {
    switch (state) {
    case PartState::notSeen:
        return "not seen";
    case PartState::notOnRecord:
        return "not on record";
    case PartState::asOnRecord:
        return "as on record";
    case PartState::other:
        return "another part";
    }
    return "not seen";
}

Result<std::shared_ptr<PartsBook>> PartsBook::open(const std::filesystem::path& file) {
    const auto bytes = readFile(file, kMostBytes);
    if (!bytes && bytes.error().kind() != ErrorKind::notFound)
        return badRecord(bytes.error().detail());
    std::map<std::string, Record, std::less<>> records;
    if (bytes)
        records = TRY(read(toText(*bytes)));
    return std::shared_ptr<PartsBook>(new PartsBook(file, std::move(records)));
}

Result<std::map<std::string, PartsBook::Record, std::less<>>>
PartsBook::read(std::string_view text) {
    const json parts = json::parse(text, nullptr, false);
    if (!parts.is_object())
        return badRecord("not an object");
    std::map<std::string, Record, std::less<>> records;
    for (const auto& [part, entry] : parts.items()) {
        Record& record = records[part];
        const auto take = [&entry](const char* key, std::string& into) {
            if (!entry.is_object() || !entry.contains(key) || !entry[key].is_string())
                return false;
            into = entry[key].get<std::string>();
            return true;
        };
        bool whole = take("acceptedAt", record.acceptedAt);
        for (const Property& property : kProperties)
            whole = take(property.name, record.identity.*property.member) && whole;
        if (!whole)
            return badRecord("the entry of a part is not whole");
    }
    return records;
}

std::string PartsBook::written() const {
    json parts = json::object();
    for (const auto& [part, record] : records_) {
        json& entry = parts[part];
        entry["acceptedAt"] = record.acceptedAt;
        for (const Property& property : kProperties)
            entry[property.name] = record.identity.*property.member;
    }
    return parts.dump(2, ' ', false, json::error_handler_t::replace);
}

Result<> PartsBook::note(std::string_view part, const DeviceIdentity& seen, OtherPart other) {
    const std::scoped_lock lock(mutex_);
    const std::string key(part);
    const auto before = seen_.find(key);
    const bool isNews = before == seen_.end() || before->second != seen;
    seen_[key] = seen;
    const PartReport report = reportOn(key);
    if (report.state != PartState::other)
        return {};
    if (isNews)
        log::tell<"parts.other">(part, report.differences);
    if (other == OtherPart::isTold || isFirmwareAlone(report.differences))
        return {};
    return fail(ErrorKind::refused, "device.other-part", Remedy::technician, told(report));
}

PartReport PartsBook::reportOn(const std::string& part) const {
    PartReport report{.part = part};
    if (const auto record = records_.find(part); record != records_.end()) {
        report.recorded = record->second.identity;
        report.acceptedAt = record->second.acceptedAt;
    }
    const auto seen = seen_.find(part);
    if (seen == seen_.end())
        return report;
    report.seen = seen->second;
    report.state = PartState::notOnRecord;
    if (report.recorded) {
        report.differences = differencesBetween(*report.recorded, *report.seen);
        report.state = report.differences.empty() ? PartState::asOnRecord : PartState::other;
    }
    return report;
}

std::vector<PartReport> PartsBook::report() const {
    const std::scoped_lock lock(mutex_);
    std::set<std::string> parts;
    for (const auto& [part, record] : records_)
        parts.insert(part);
    for (const auto& [part, identity] : seen_)
        parts.insert(part);
    std::vector<PartReport> reports;
    for (const std::string& part : parts)
        reports.push_back(reportOn(part));
    return reports;
}

Result<> PartsBook::accept(const std::string& part, WallTime now,
                           const std::optional<DeviceIdentity>& asShown) {
    const std::scoped_lock lock(mutex_);
    const auto seen = seen_.find(part);
    if (seen == seen_.end())
        return fail(ErrorKind::notFound, "parts.not-seen", Remedy::technician, part);
    if (asShown && *asShown != seen->second)
        return fail(ErrorKind::refused, "parts.changed", Remedy::technician, part);
    const auto before = records_;
    records_[part] = {seen->second, isoTime(now)};
    const Result<> kept = writeFile(file_, bytesOf(written()));
    if (!kept) {
        records_ = before;
        return kept;
    }
    log::tell<"parts.accepted">(part);
    return {};
}

} // namespace kiosk::parts
