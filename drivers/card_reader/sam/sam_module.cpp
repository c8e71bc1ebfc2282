// SPDX-License-Identifier: Apache-2.0
#include "drivers/card_reader/sam/sam_module.h"

#include <algorithm>

namespace kiosk::drivers::sam {

namespace {

/// A reader that never stops talking is out of order; this many pieces are more than any reply.
constexpr int kMostLeftovers = 128;

CardTrouble troubleOf(LinkTrouble trouble) {
    switch (trouble) {
    case LinkTrouble::silent:
        return CardTrouble::silent;
    case LinkTrouble::stalled:
        return CardTrouble::garbled;
    case LinkTrouble::failed: // seen one call before `gone`: the owner has to open it again
    case LinkTrouble::gone:
        return CardTrouble::gone;
    case LinkTrouble::cancelled:
        return CardTrouble::cancelled;
    }
    return CardTrouble::gone;
}

} // namespace

SamModule::SamModule(std::unique_ptr<FrameChannel> channel, const Clock& clock, SamTiming timing)
    : channel_(std::move(channel)), clock_(clock), timing_(timing) {}

std::expected<Answer, CardTrouble> SamModule::exchange(Command command, SteadyTime deadline,
                                                       const std::stop_token& stop) {
    if (line_ == Line::leftovers)
        TRY(discardUntilQuiet(deadline, stop));
    line_ = Line::leftovers; // until the reply is here, whole and alone
    const auto sent = channel_->send(encodeRequest(command), remaining(deadline), stop);
    if (!sent)
        return std::unexpected(troubleOf(sent.error()));
    Answer answer = TRY(receiveAnswer(deadline, stop));
    if (!canAnswer(command, answer.reply))
        return std::unexpected(CardTrouble::garbled);
    answer.frame->wipeEnd(fingerprintBytes(command, answer.reply));
    if (!answer.frame->sawSurplus())
        line_ = Line::clean;
    return answer;
}

std::expected<Answer, CardTrouble> SamModule::receiveAnswer(SteadyTime deadline,
                                                            const std::stop_token& stop) {
    auto frame = std::make_unique<FrameParser>();
    while (frame->wantsMore()) {
        const auto left = remaining(deadline);
        const auto patience = frame->sawBytes() ? std::min(left, timing_.gap) : left;
        const auto piece = channel_->receive(frame->part(), patience, stop);
        if (piece)
            frame->feed(*piece);
        else if (piece.error() == LinkTrouble::silent && frame->sawBytes())
            return std::unexpected(CardTrouble::garbled);
        else
            return std::unexpected(troubleOf(piece.error()));
    }
    const auto reply = decodeReply(frame->payload());
    if (!reply)
        return std::unexpected(CardTrouble::garbled);
    return Answer{std::move(frame), *reply};
}

std::expected<void, CardTrouble> SamModule::discardUntilQuiet(SteadyTime deadline,
                                                              const std::stop_token& stop) {
    for (const FramePart part : {FramePart::header, FramePart::body}) {
        for (int pieces = 0; pieces < kMostLeftovers; ++pieces) {
            const auto piece =
                channel_->receive(part, std::min(timing_.quiet, remaining(deadline)), stop);
            if (piece || piece.error() == LinkTrouble::stalled)
                continue;
            if (piece.error() == LinkTrouble::silent)
                break;
            return std::unexpected(troubleOf(piece.error()));
        }
    }
    return {};
}

std::chrono::milliseconds SamModule::remaining(SteadyTime deadline) const {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - clock_.steady());
    return std::max(left, std::chrono::milliseconds(0));
}

} // namespace kiosk::drivers::sam
