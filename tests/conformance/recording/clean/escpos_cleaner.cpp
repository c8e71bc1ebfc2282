// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/recording/clean/escpos_cleaner.h"

#include <algorithm>
#include <array>

#include "drivers/printer/escpos/codec/commands.h"

namespace kiosk::tests {

namespace {

using namespace drivers::escpos;

constexpr std::size_t kMostAnswers = 4;
constexpr std::size_t kPictureHead = 8; // GS v 0 m, width and height in two bytes each

/// Commands that are always the same, but for their parameter.
struct Pattern {
    std::string_view begin; ///< hexadecimal
    std::size_t size;
};
constexpr std::array kPatterns{Pattern{"1004", 3},
                               Pattern{"1005", 3},
                               Pattern{"1014080103140106"
                                       "0208",
                                       10},
                               Pattern{"1b40", 2},
                               Pattern{"1c2e", 2},
                               Pattern{"1d61", 3},
                               Pattern{"1d5642", 4},
                               Pattern{"1d72", 3},
                               Pattern{"1d763000", kPictureHead}};

bool fits(ByteView command, const Pattern& pattern) {
    const Bytes begin = fromHex(pattern.begin).value();
    const std::size_t known = std::min(command.size(), begin.size());
    return command.size() <= pattern.size &&
           std::ranges::equal(command.first(known), ByteView(begin).first(known));
}

bool isStatus(const KeptBytes& bytes) {
    return bytes.size() <= kMostAnswers && std::ranges::all_of(bytes, [](const auto& byte) {
               return kindOf(byte.value()) != AnswerKind::noise;
           });
}

/// USB printer class: GET_DEVICE_ID and GET_PORT_STATUS tell of the device, SOFT_RESET nothing.
bool isOfDevice(const Transfer& transfer) {
    return transfer.request.request <= 2;
}

} // namespace

std::vector<Transfer> EscposCleaner::take(Transfer transfer) {
    switch (transfer.kind) {
    case Transfer::Kind::out:
        cleanOut(transfer.bytes);
        return {std::move(transfer)};
    case Transfer::Kind::in:
        return {isStatus(transfer.bytes) ? std::move(transfer) : withheld(std::move(transfer))};
    case Transfer::Kind::ask:
    case Transfer::Kind::tell:
        return {isOfDevice(transfer) ? std::move(transfer) : withheld(std::move(transfer))};
    }
    return {};
}

void EscposCleaner::cleanOut(KeptBytes& bytes) {
    for (auto byte = bytes.begin(); byte != bytes.end(); ++byte) {
        if (pictureBytes_ > 0) {
            --pictureBytes_;
            byte->reset();
        } else if (!accept(byte->value())) {
            command_.clear();
            std::fill(byte, bytes.end(), std::nullopt);
            return;
        }
    }
}

bool EscposCleaner::accept(std::byte next) {
    command_.push_back(next);
    const auto pattern = std::ranges::find_if(
        kPatterns, [this](const Pattern& each) { return fits(command_, each); });
    if (pattern == kPatterns.end())
        return false;
    if (command_.size() < pattern->size)
        return true;
    if (pattern->size == kPictureHead) {
        const auto size = [this](std::size_t at) {
            return std::to_integer<std::size_t>(command_[at]) |
                   std::to_integer<std::size_t>(command_[at + 1]) << 8U;
        };
        pictureBytes_ = size(4) * size(6);
    }
    command_.clear();
    return true;
}

} // namespace kiosk::tests
