// SPDX-License-Identifier: Apache-2.0
#include "drivers/code_reader/hand_scanner/typed_text.h"

#include <utility>

#include "drivers/code_reader/code.h"

namespace kiosk::drivers::scanner {

namespace {

constexpr std::chrono::milliseconds kLongestPause{100};

} // namespace

void TypedText::dropHalf(Moment at) {
    if (!text_.empty() && at - last_ > kLongestPause)
        text_.clear();
    last_ = at;
}

void TypedText::add(char letter, Moment at) {
    dropHalf(at);
    if (text_.size() < kLongestCode)
        text_.push_back(letter);
    else
        lost_ = true;
}

std::optional<std::string> TypedText::end(Moment at) {
    dropHalf(at);
    std::string text = std::exchange(text_, {});
    const bool lost = std::exchange(lost_, false);
    return lost || text.empty() ? std::nullopt : std::optional(std::move(text));
}

} // namespace kiosk::drivers::scanner
