// SPDX-License-Identifier: Apache-2.0
#include "drivers/card_reader/sam/codec/frame.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace kiosk::drivers::sam {

namespace {

constexpr std::array kPreamble{std::byte{0xAA}, std::byte{0xAA}, std::byte{0xAA}, std::byte{0x96},
                               std::byte{0x69}};
/// The end of the preamble is enough: a stray byte between its AAs then does no harm, and what is
/// taken for a preamble by chance fails its length or its check.
constexpr std::uint32_t kPreambleEnd = 0xAA9669;

} // namespace

Bytes encodeFrame(ByteView payload) {
    const std::size_t length = payload.size() + 1;
    Bytes frame(kPreamble.begin(), kPreamble.end());
    frame.push_back(static_cast<std::byte>(length >> 8));
    frame.push_back(static_cast<std::byte>(length & 0xFF));
    frame.insert(frame.end(), payload.begin(), payload.end());
    std::byte check{};
    for (std::size_t i = kPreambleSize; i < frame.size(); ++i)
        check ^= frame[i];
    frame.push_back(check);
    return frame;
}

FrameParser::FrameParser(std::size_t shortest) : shortest_(shortest) {
    body_.reserve(kLongestReply); // at once, so that growing leaves no copy of a card behind
}

FrameParser::~FrameParser() {
    ::explicit_bzero(body_.data(), body_.size());
}

void FrameParser::feed(ByteView bytes) {
    sawBytes_ = sawBytes_ || !bytes.empty();
    for (std::byte next : bytes)
        accept(next);
}

bool FrameParser::wantsMore() const {
    return state_ == State::seekingPreamble || state_ == State::inLength || state_ == State::inBody;
}

FramePart FrameParser::part() const {
    return state_ == State::inBody ? FramePart::body : FramePart::header;
}

ByteView FrameParser::payload() const {
    if (state_ != State::complete)
        return {};
    return ByteView(body_).first(body_.size() - 1);
}

void FrameParser::wipeEnd(std::size_t count) {
    const std::size_t size = payload().size();
    ::explicit_bzero(body_.data() + (size - std::min(count, size)), std::min(count, size));
}

void FrameParser::accept(std::byte next) {
    switch (state_) {
    case State::seekingPreamble:
        return acceptPreamble(next);
    case State::inLength:
        return acceptLength(next);
    case State::inBody:
        return acceptBody(next);
    case State::complete:
    case State::wrongLength:
    case State::wrongCheck:
        sawSurplus_ = true;
        return;
    }
}

void FrameParser::acceptPreamble(std::byte next) {
    window_ = (window_ << 8 | std::to_integer<std::uint32_t>(next)) & 0xFFFFFFU;
    if (window_ == kPreambleEnd)
        state_ = State::inLength;
}

void FrameParser::acceptLength(std::byte next) {
    length_ = length_ << 8 | std::to_integer<std::size_t>(next);
    check_ ^= next;
    if (++lengthBytes_ < 2)
        return;
    const bool possible = length_ >= shortest_ && length_ <= kLongestReply;
    state_ = possible ? State::inBody : State::wrongLength;
}

void FrameParser::acceptBody(std::byte next) {
    body_.push_back(next);
    check_ ^= next;
    if (body_.size() == length_)
        state_ = check_ == std::byte{} ? State::complete : State::wrongCheck;
}

} // namespace kiosk::drivers::sam
