// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/recording/clean/sam_cleaner.h"

#include <algorithm>
#include <array>

#include "drivers/card_reader/sam/codec/frame.h"
#include "drivers/card_reader/sam/codec/status.h"
#include "tests/conformance/recording/clean/sample_replies.h"

namespace kiosk::tests {

namespace {

using namespace drivers::sam;

constexpr std::size_t kShortestRequest = 3; // command, parameter, check
constexpr std::size_t kStatusSize = 3;
constexpr std::array kOurCommands{kResetModule, kModuleStatus,     kReadSamId,        kFindCard,
                                  kSelectCard,  kReadTextAndPhoto, kReadNewestAddress};

bool isOut(const Transfer& transfer) {
    return transfer.kind == Transfer::Kind::out;
}

/// The bytes of transfers that hold one frame, as one.
Bytes joined(const std::vector<Transfer>& transfers) {
    Bytes bytes;
    for (const Transfer& transfer : transfers)
        for (const auto& byte : transfer.bytes)
            bytes.push_back(byte.value());
    return bytes;
}

/// Nothing stands before the frame, inside it or after it that belongs to no frame.
bool isNothingElse(const FrameParser& frame, const Bytes& bytes) {
    return frame.state() == FrameParser::State::complete &&
           std::ranges::equal(encodeFrame(frame.payload()), bytes);
}

} // namespace

std::vector<Transfer> SamCleaner::take(Transfer transfer) {
    std::vector<Transfer> ready;
    const auto add = [&ready](std::vector<Transfer> more) {
        std::ranges::move(more, std::back_inserter(ready));
    };
    if (!continues(transfer))
        add(rest());
    held_.push_back(std::move(transfer));
    const Bytes bytes = joined(held_);
    FrameParser frame(isOut(held_.front()) ? kShortestRequest : kShortestReply);
    frame.feed(bytes);
    const bool goesOn = frame.wantsMore() && !bytes.empty() && !held_.back().trouble &&
                        bytes.size() < kHeaderSize + kLongestReply;
    if (goesOn)
        return ready;
    if (isNothingElse(frame, bytes))
        add(release(cleanFrame(frame.payload())));
    else
        add(rest());
    return ready;
}

std::vector<Transfer> SamCleaner::rest() {
    return release(std::nullopt);
}

bool SamCleaner::continues(const Transfer& transfer) const {
    const bool bulk = transfer.kind == Transfer::Kind::in || isOut(transfer);
    return bulk && !held_.empty() && held_.front().kind == transfer.kind;
}

std::optional<Bytes> SamCleaner::cleanFrame(ByteView payload) {
    if (held_.front().kind == Transfer::Kind::in) {
        const auto clean = command_ ? cleanReply(*command_, payload) : std::nullopt;
        return clean ? std::optional(encodeFrame(*clean)) : std::nullopt;
    }
    command_.reset();
    for (const Command& known : kOurCommands)
        if (std::ranges::equal(encodeRequest(known), encodeFrame(payload)))
            command_ = known;
    return command_ ? std::optional(encodeRequest(*command_)) : std::nullopt;
}

std::optional<Bytes> SamCleaner::cleanReply(Command command, ByteView payload) const {
    Bytes clean(payload.begin(), payload.begin() + kStatusSize);
    const auto data = sampleReply(command, payload.subspan(kStatusSize));
    if (!data)
        return std::nullopt;
    clean.insert(clean.end(), data->begin(), data->end());
    return clean;
}

/// Lets go of what is held, as parts of this frame; without one, withheld.
std::vector<Transfer> SamCleaner::release(const std::optional<Bytes>& frame) {
    std::vector<Transfer> transfers = std::exchange(held_, {});
    std::size_t at = 0;
    for (Transfer& transfer : transfers) {
        transfer = withheld(std::move(transfer));
        for (auto& byte : transfer.bytes)
            if (frame)
                byte = frame->at(at++);
    }
    return transfers;
}

} // namespace kiosk::tests
