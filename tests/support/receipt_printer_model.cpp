// SPDX-License-Identifier: Apache-2.0
#include "tests/support/receipt_printer_model.h"

#include <algorithm>
#include <ranges>
#include <utility>

namespace kiosk::tests {

namespace {

constexpr std::size_t kBufferSize = 256U << 10;

unsigned valueOf(std::byte byte) {
    return std::to_integer<unsigned>(byte);
}

/// How long the real-time command is that begins so; 0 where none does.
std::size_t realTimeSize(ByteView begun) {
    constexpr std::size_t kShort = 3;
    constexpr std::size_t kForget = 10;
    const auto at = [begun](std::size_t i) { return valueOf(begun[i]); };
    if (begun.empty() || at(0) != 0x10)
        return 0;
    if (begun.size() == 1)
        return kShort;
    if (at(1) == 0x14)
        return begun.size() < kShort || at(2) == 0x08 ? kForget : 0;
    return at(1) == 0x04 || at(1) == 0x05 ? kShort : 0;
}

} // namespace

bool ReceiptPrinterModel::receive(ByteView bytes) {
    const std::scoped_lock lock(mutex_);
    if (buffer_.size() + bytes.size() > kBufferSize)
        return false;
    received_ = true;
    for (const std::byte byte : bytes)
        takeRealTime(byte);
    carryOut();
    return true;
}

void ReceiptPrinterModel::takeRealTime(std::byte byte) {
    realTime_.push_back(byte);
    const std::size_t size = realTimeSize(realTime_);
    if (size == 0) {
        buffer_.insert(buffer_.end(), realTime_.begin(), realTime_.end());
        realTime_.clear();
        return;
    }
    if (realTime_.size() < size)
        return;
    const unsigned what = valueOf(realTime_[1]);
    if (what == 0x04 && !faults_.contains(Fault::mute))
        answers_.push_back(statusOf(valueOf(realTime_[2])));
    if (what == 0x14 || (what == 0x05 && valueOf(realTime_[2]) == 2))
        forget();
    realTime_.clear();
}

std::byte ReceiptPrinterModel::statusOf(unsigned part) const {
    const auto bits = [this](Fault fault, unsigned set) {
        return faults_.contains(fault) ? set : 0U;
    };
    constexpr unsigned kAlways = 0x12;
    constexpr unsigned kOffline = 0x08;
    switch (part) {
    case 1:
        return std::byte(kAlways | (isStopped() ? kOffline : 0U));
    case 2:
        return std::byte(kAlways | bits(Fault::coverOpen, 0x04) | bits(Fault::paperOut, 0x20) |
                         bits(Fault::jam, 0x40) | bits(Fault::cutterJam, 0x40));
    case 3:
        return std::byte(kAlways | bits(Fault::jam, 0x04) | bits(Fault::cutterJam, 0x08) |
                         bits(Fault::broken, 0x20) | bits(Fault::tooHot, 0x40));
    default:
        return std::byte(kAlways | bits(Fault::paperLow, 0x0C) | bits(Fault::paperOut, 0x6C));
    }
}

Bytes ReceiptPrinterModel::send(std::size_t most) {
    const std::scoped_lock lock(mutex_);
    const auto end =
        answers_.begin() + static_cast<std::ptrdiff_t>(std::min(most, answers_.size()));
    Bytes bytes(answers_.begin(), end);
    answers_.erase(answers_.begin(), end);
    return bytes;
}

bool ReceiptPrinterModel::isStopped() const {
    return std::ranges::any_of(
        faults_, [](Fault fault) { return fault != Fault::paperLow && fault != Fault::mute; });
}

void ReceiptPrinterModel::carryOut() {
    while (!isStopped() && carryOutNext())
        ;
}

/// One command, or a row of a picture; false where the printer has to wait.
bool ReceiptPrinterModel::carryOutNext() {
    if (rowsLeft_ > 0) {
        if (buffer_.size() < rowWidth_)
            return false;
        burnRow();
        return true;
    }
    const auto begins = [this](std::initializer_list<unsigned> command) {
        return std::ranges::equal(command, buffer_ | std::views::take(command.size()), {}, {},
                                  valueOf);
    };
    const auto drop = [this](std::size_t count) {
        buffer_.erase(buffer_.begin(), buffer_.begin() + static_cast<std::ptrdiff_t>(count));
        return true;
    };
    constexpr std::size_t kLongest = 8;
    if (begins({0x1D, 0x76, 0x30, 0x00}))
        return buffer_.size() >= kLongest && beginPicture();
    if (begins({0x1B, 0x40}))
        return drop(2);
    if (begins({0x1C, 0x2E})) {
        chinese_ = false;
        return drop(2);
    }
    if (begins({0x1D, 0x61, 0x00}))
        return drop(3);
    if (begins({0x1D, 0x56, 0x42}) && buffer_.size() >= 4) {
        cutOff();
        return drop(4);
    }
    if (begins({0x1D, 0x72, 0x01})) {
        if (!faults_.contains(Fault::mute))
            answers_.push_back(std::byte(faults_.contains(Fault::paperLow) ? 0x03 : 0x00));
        return drop(3);
    }
    const bool mayGoOn = begins({0x1B}) || begins({0x1C}) || begins({0x1D});
    if (buffer_.empty() || (mayGoOn && buffer_.size() < kLongest))
        return false; // the rest is still to come
    ++garbage_;
    return drop(1);
}

bool ReceiptPrinterModel::beginPicture() {
    if (pace_ == Pace::onCommand && allowed_ == 0)
        return false;
    constexpr std::size_t kHead = 8;
    const auto number = [this](std::size_t at) {
        return valueOf(buffer_[at]) | valueOf(buffer_[at + 1]) << 8U;
    };
    rowWidth_ = number(4);
    rowsLeft_ = number(6);
    buffer_.erase(buffer_.begin(), buffer_.begin() + kHead);
    return true;
}

void ReceiptPrinterModel::burnRow() {
    const auto end = buffer_.begin() + static_cast<std::ptrdiff_t>(rowWidth_);
    current_.dots.insert(current_.dots.end(), buffer_.begin(), end);
    buffer_.erase(buffer_.begin(), end);
    current_.dots.resize(++current_.rows * kBytesPerRow);
    --rowsLeft_;
    ++burned_;
    if (coming_ && --coming_->first == 0) {
        faults_.insert(coming_->second);
        coming_.reset();
    }
}

void ReceiptPrinterModel::cutOff() {
    if (current_.rows == 0)
        return;
    strips_.push_back(std::exchange(current_, {}));
    if (pace_ == Pace::onCommand && allowed_ > 0)
        --allowed_;
}

void ReceiptPrinterModel::forget() {
    buffer_.clear();
    rowsLeft_ = 0;
}

void ReceiptPrinterModel::softReset() {
    const std::scoped_lock lock(mutex_);
    realTime_.clear();
    forget();
}

/// "Selected" is said only once something has come.
std::byte ReceiptPrinterModel::portStatus() const {
    const std::scoped_lock lock(mutex_);
    const unsigned paper = faults_.contains(Fault::paperOut) ? 0x20U : 0U;
    const unsigned selected = received_ ? 0x10U : 0U;
    const unsigned well = faults_.contains(Fault::broken) ? 0U : 0x08U;
    return std::byte(paper | selected | well);
}

void ReceiptPrinterModel::stripOut() {
    const std::scoped_lock lock(mutex_);
    ++allowed_;
    carryOut();
}

void ReceiptPrinterModel::begin(Fault fault) {
    const std::scoped_lock lock(mutex_);
    faults_.insert(fault);
}

void ReceiptPrinterModel::beginAfter(std::size_t rows, Fault fault) {
    const std::scoped_lock lock(mutex_);
    coming_.emplace(rows, fault);
}

void ReceiptPrinterModel::end(Fault fault) {
    const std::scoped_lock lock(mutex_);
    faults_.erase(fault);
    carryOut();
}

bool ReceiptPrinterModel::has(Fault fault) const {
    const std::scoped_lock lock(mutex_);
    return faults_.contains(fault);
}

void ReceiptPrinterModel::powerCycle() {
    const std::scoped_lock lock(mutex_);
    realTime_.clear();
    forget();
    answers_.clear();
    received_ = false;
    chinese_ = true;
}

void ReceiptPrinterModel::say(ByteView bytes) {
    const std::scoped_lock lock(mutex_);
    answers_.insert(answers_.end(), bytes.begin(), bytes.end());
}

std::vector<ReceiptPrinterModel::Strip> ReceiptPrinterModel::strips() const {
    const std::scoped_lock lock(mutex_);
    return strips_;
}

std::size_t ReceiptPrinterModel::rowsUncut() const {
    const std::scoped_lock lock(mutex_);
    return current_.rows;
}

std::size_t ReceiptPrinterModel::rowsBurned() const {
    const std::scoped_lock lock(mutex_);
    return burned_;
}

std::size_t ReceiptPrinterModel::garbage() const {
    const std::scoped_lock lock(mutex_);
    return garbage_;
}

bool ReceiptPrinterModel::readsChinese() const {
    const std::scoped_lock lock(mutex_);
    return chinese_;
}

} // namespace kiosk::tests
