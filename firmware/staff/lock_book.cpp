// SPDX-License-Identifier: Apache-2.0
#include "firmware/staff/lock_book.h"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "firmware/base/files.h"
#include "firmware/base/iso_time.h"

namespace kiosk::staff {

namespace {

using namespace std::chrono_literals;
using nlohmann::json;

constexpr std::size_t kMostBytes = 1U << 20;
constexpr std::array<std::chrono::seconds, 4> kLocks{1min, 5min, 15min, 60min};

std::unexpected<Error> badBook(std::string_view why) {
    return fail(ErrorKind::storage, "staff.locks", Remedy::technician, why);
}

} // namespace

std::chrono::seconds LockBook::lockAfter(int wrong) {
    if (wrong < kFreeTries)
        return 0s;
    return kLocks[std::min(static_cast<std::size_t>(wrong - kFreeTries), kLocks.size() - 1)];
}

Result<LockBook> LockBook::open(const std::filesystem::path& file) {
    LockBook book(file);
    const auto bytes = readFile(file, kMostBytes);
    if (!bytes && bytes.error().kind() != ErrorKind::notFound)
        return badBook(bytes.error().detail());
    if (bytes)
        TRY(book.read(toText(*bytes)));
    return book;
}

Result<> LockBook::read(std::string_view text) {
    const json whole = json::parse(text, nullptr, false);
    if (!whole.is_object())
        return badBook("no object");
    for (const auto& [mark, entry] : whole.items()) {
        if (!entry.is_object() || !entry.contains("wrong") || !entry["wrong"].is_number_integer() ||
            !entry.contains("last") || !entry["last"].is_string())
            return badBook("an entry is not whole");
        const auto last = timeFromIso(entry["last"].get<std::string>());
        if (!last)
            return badBook("an entry has no time");
        counts_[mark] = {entry["wrong"].get<int>(), *last};
    }
    return {};
}

Result<> LockBook::write() const {
    json whole = json::object();
    for (const auto& [mark, count] : counts_)
        whole[mark] = {{"wrong", count.wrong}, {"last", isoTime(count.last)}};
    return writeFile(file_, bytesOf(whole.dump(2)));
}

Result<std::chrono::seconds> LockBook::lockedFor(const std::string& mark, WallTime now) {
    const auto found = counts_.find(mark);
    if (found == counts_.end())
        return 0s;
    Count& count = found->second;
    if (now < count.last) {
        count.last = now;
        TRY(write());
    }
    const auto left =
        std::chrono::ceil<std::chrono::seconds>(count.last + lockAfter(count.wrong) - now);
    return std::max(left, std::chrono::seconds(0));
}

Result<> LockBook::tryBegins(const std::string& mark, WallTime now) {
    Count& count = counts_[mark];
    ++count.wrong;
    count.last = now;
    return write();
}

Result<> LockBook::wasRight(const std::string& mark) {
    counts_.erase(mark);
    return write();
}

int LockBook::wrongTries(const std::string& mark) const {
    const auto found = counts_.find(mark);
    return found == counts_.end() ? 0 : found->second.wrong;
}

} // namespace kiosk::staff
