// SPDX-License-Identifier: Apache-2.0
#include "firmware/staff/staff_register.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "firmware/base/files.h"
#include "firmware/base/iso_time.h"

namespace kiosk::staff {

namespace {

using nlohmann::json;

constexpr std::size_t kMostBytes = 1U << 20;
constexpr std::size_t kShortestMark = 8;

std::unexpected<Error> badRegister(std::string_view why) {
    return fail(ErrorKind::storage, "staff.register", Remedy::technician, why);
}

std::string textIn(const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Result<Bytes> bytesIn(const json& object, const char* key) {
    auto bytes = fromHex(textIn(object, key));
    if (!bytes || bytes->empty())
        return badRegister(std::string(key) + " is missing or no hexadecimal");
    return bytes;
}

Result<StaffRegister::Entry> entryFrom(const json& object) {
    if (!object.is_object())
        return badRegister("an entry is no object");
    const auto role = roleNamed(textIn(object, "role"));
    if (!role)
        return badRegister("an entry has no role");
    return StaffRegister::Entry{.mark = toHex(TRY(bytesIn(object, "card"))),
                                .role = *role,
                                .addedAt = textIn(object, "addedAt"),
                                .pinSalt = TRY(bytesIn(object, "pinSalt")),
                                .pin = TRY(bytesIn(object, "pin"))};
}

} // namespace

Result<StaffRegister> StaffRegister::open(const std::filesystem::path& file) {
    StaffRegister book(file);
    const auto bytes = readFile(file, kMostBytes);
    if (!bytes && bytes.error().kind() != ErrorKind::notFound)
        return badRegister(bytes.error().detail());
    if (bytes)
        TRY(book.read(toText(*bytes)));
    return book;
}

Result<> StaffRegister::read(std::string_view text) {
    const json whole = json::parse(text, nullptr, false);
    if (!whole.is_object() || !whole.contains("staff") || !whole["staff"].is_array())
        return badRegister("no object with a list of staff");
    cardSalt_ = TRY(bytesIn(whole, "cardSalt"));
    for (const json& object : whole["staff"])
        entries_.push_back(TRY(entryFrom(object)));
    return {};
}

Result<> StaffRegister::write() const {
    json list = json::array();
    for (const Entry& entry : entries_)
        list.push_back({{"card", entry.mark},
                        {"role", name(entry.role)},
                        {"addedAt", entry.addedAt},
                        {"pinSalt", toHex(entry.pinSalt)},
                        {"pin", toHex(entry.pin)}});
    return writeFile(file_, bytesOf(json{{"cardSalt", toHex(cardSalt_)}, {"staff", list}}.dump(2)));
}

Result<std::optional<StaffRegister::Entry>> StaffRegister::find(std::string_view cardNumber) const {
    if (entries_.empty())
        return std::nullopt;
    const std::string mark = toHex(TRY(stretched(cardNumber, cardSalt_)));
    const auto found = std::ranges::find(entries_, mark, &Entry::mark);
    return found == entries_.end() ? std::nullopt : std::optional(*found);
}

Result<StaffRegister::Entry> StaffRegister::add(std::string_view cardNumber, Role role,
                                                std::string_view pin, WallTime now) {
    if (!isGoodPin(pin))
        return fail(ErrorKind::malformed, "staff.pin-form", Remedy::technician,
                    "six to eight digits, neither all the same nor in a row");
    if (cardSalt_.empty())
        cardSalt_ = TRY(freshSalt());
    if (TRY(find(cardNumber)))
        return fail(ErrorKind::refused, "staff.card-known", Remedy::technician,
                    "remove it first to change its role or PIN");
    Entry entry{.mark = toHex(TRY(stretched(cardNumber, cardSalt_))),
                .role = role,
                .addedAt = isoTime(now),
                .pinSalt = TRY(freshSalt()),
                .pin = {}};
    entry.pin = TRY(stretched(pin, entry.pinSalt));
    entries_.push_back(entry);
    TRY(write());
    return entry;
}

Result<> StaffRegister::remove(std::string_view markBegin) {
    const auto isIt = [&](const Entry& entry) { return entry.mark.starts_with(markBegin); };
    if (markBegin.size() < kShortestMark || std::ranges::count_if(entries_, isIt) != 1)
        return fail(ErrorKind::notFound, "staff.no-such-card", Remedy::technician, markBegin);
    std::erase_if(entries_, isIt);
    return write();
}

Result<bool> isPinOf(const StaffRegister::Entry& entry, std::string_view pin) {
    return isSame(TRY(stretched(pin, entry.pinSalt)), entry.pin);
}

} // namespace kiosk::staff
