// SPDX-License-Identifier: Apache-2.0
#include "firmware/counters/counter_book.h"

#include <algorithm>
#include <utility>

#include "firmware/base/files.h"
#include "firmware/base/log.h"

namespace kiosk::counters {

namespace {

using drivers::Count;
using drivers::DeviceIdentity;

constexpr std::size_t kMostBytes = 1U << 20;
constexpr std::string_view kDamaged = "counters.damaged";

Error notRead(std::string_view why) {
    return {ErrorKind::storage, "counters.not-read", Remedy::technician, std::string(why)};
}

/// Nothing where there is none.
Result<std::optional<std::string>> textOf(const std::filesystem::path& file) {
    const auto bytes = readFile(file, kMostBytes);
    if (bytes)
        return std::optional<std::string>(toText(*bytes));
    if (bytes.error().kind() == ErrorKind::notFound)
        return std::nullopt;
    if (bytes.error().kind() == ErrorKind::limitExceeded)
        return fail(ErrorKind::storage, kDamaged, Remedy::technician, "far too long");
    return std::unexpected(notRead(bytes.error().detail()));
}

std::map<std::string, Counted, std::less<>> lastOf(const CountedParts& parts) {
    std::map<std::string, Counted, std::less<>> last;
    for (const auto& [part, devices] : parts)
        if (!devices.empty())
            last[part] = devices.front();
    return last;
}

} // namespace

/// One part's way into the book; outlives it no longer than its slot.
class CounterBook::PartTally final : public drivers::Tally {
public:
    PartTally(std::shared_ptr<CounterBook> book, std::string part)
        : book_(std::move(book)), part_(std::move(part)) {}
    void opened(const DeviceIdentity& device) override { book_->opened(part_, device); }
    void count(Count what, int more) override { book_->count(part_, what, more); }

private:
    std::shared_ptr<CounterBook> book_;
    std::string part_;
};

std::shared_ptr<CounterBook> CounterBook::open(Surroundings surroundings) {
    std::shared_ptr<CounterBook> book(new CounterBook(std::move(surroundings)));
    book->read();
    return book;
}

void CounterBook::read() {
    auto text = textOf(around_.file);
    if (text && !*text)
        return;
    auto parts = text ? countedIn(**text) : std::unexpected(text.error());
    if (parts) {
        parts_ = std::move(*parts);
        text_ = std::move(**text);
        return;
    }
    notRead_ = parts.error();
    counts_ = notRead_->code() == kDamaged && putAside();
    log::tell<"counters.not-whole">(*notRead_);
}

bool CounterBook::putAside() {
    std::error_code failed;
    std::filesystem::rename(around_.file, around_.file.parent_path() / kPutAsideName, failed);
    if (failed)
        notRead_ = notRead("damaged, and cannot be put aside");
    return !failed;
}

std::shared_ptr<drivers::Tally> CounterBook::tallyOf(std::string part) {
    return std::make_shared<PartTally>(shared_from_this(), std::move(part));
}

bool CounterBook::changed() {
    return !std::exchange(isDirty_, true);
}

void CounterBook::opened(const std::string& part, const DeviceIdentity& device) {
    bool isFirst = false;
    {
        const std::scoped_lock lock(mutex_);
        if (!counts_)
            return;
        auto& devices = parts_[part];
        const auto known = std::ranges::find_if(
            devices, [&](const Counted& counted) { return isSame(counted.device, device); });
        if (known == devices.end())
            devices.insert(devices.begin(), {.device = device, .since = around_.today()});
        else
            std::rotate(devices.begin(), known, known + 1);
        if (devices.size() > kDevicesKept)
            devices.resize(kDevicesKept);
        devices.front().counts[Count::openings] += 1;
        isFirst = changed();
    }
    if (isFirst)
        around_.stirred();
}

void CounterBook::count(const std::string& part, Count what, int more) {
    bool isFirst = false;
    {
        const std::scoped_lock lock(mutex_);
        const auto devices = parts_.find(part);
        if (!counts_ || devices == parts_.end() || devices->second.empty() || more <= 0)
            return;
        devices->second.front().counts[what] += more;
        isFirst = changed();
    }
    if (isFirst)
        around_.stirred();
}

Standing CounterBook::standing() const {
    const std::scoped_lock lock(mutex_);
    return {.trouble = notWritten_ ? notWritten_ : notRead_, .parts = lastOf(parts_)};
}

Result<> CounterBook::keep() {
    std::string text;
    {
        const std::scoped_lock lock(mutex_);
        if (!std::exchange(isDirty_, false))
            return {};
        text = fileText(parts_, text_);
    }
    const Result<> written = writeFile(around_.file, bytesOf(text));
    const std::scoped_lock lock(mutex_);
    if (written) {
        text_ = std::move(text);
        notWritten_.reset();
        return {};
    }
    isDirty_ = true;
    const Error why(ErrorKind::storage, "counters.not-written", Remedy::technician,
                    written.error().detail());
    if (!std::exchange(notWritten_, why)) // told once, not each minute
        log::tell<"counters.not-whole">(why);
    return std::unexpected(why);
}

Standing CounterBook::standingIn(const std::filesystem::path& file) {
    const auto text = textOf(file);
    if (text && !*text)
        return {.isThere = false};
    const auto parts = text ? countedIn(**text) : std::unexpected(text.error());
    if (!parts)
        return {.trouble = parts.error()};
    return {.parts = lastOf(*parts)};
}

} // namespace kiosk::counters
