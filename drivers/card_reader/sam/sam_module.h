// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <expected>
#include <memory>

#include "drivers/card_reader/card_trouble.h"
#include "drivers/card_reader/sam/codec/reply.h"
#include "drivers/card_reader/sam/frame_channel.h"
#include "firmware/base/clock.h"

namespace kiosk::drivers::sam {

/// How long the protocol waits.
struct SamTiming {
    /// For the answer to a command that reads no card.
    std::chrono::milliseconds control{900};
    /// For the answer to a command that reads one.
    std::chrono::milliseconds read{1900};
    /// Between the pieces of one answer; longer means that the rest is not coming.
    std::chrono::milliseconds gap{200};
    /// Without a byte, before what was left over counts as discarded.
    std::chrono::milliseconds quiet{50};
};

/// A reply and the frame it views into; wiped when it goes.
struct Answer {
    std::unique_ptr<FrameParser> frame;
    Reply reply;
};

/// The protocol: one command, one reply. Knows frames and time, not what a reply means.
///
/// A reply names no command, so one that comes late would be taken for the next command's, with
/// somebody else's card in it. After any exchange that did not end cleanly the next one therefore
/// first discards what still comes. Fingerprints, sent though nobody asked, are wiped before a
/// reply leaves here.
class SamModule {
public:
    /// `clock` outlives the module.
    SamModule(std::unique_ptr<FrameChannel> channel, const Clock& clock, SamTiming timing);

    const SamTiming& timing() const { return timing_; }
    const Clock& clock() const { return clock_; }
    DeviceIdentity identity() const { return channel_->identity(); }

    /// Troubles: silent, garbled, gone, cancelled. Does not repeat anything.
    std::expected<Answer, CardTrouble> exchange(Command command, SteadyTime deadline,
                                                const std::stop_token& stop);

private:
    enum class Line { clean, leftovers };

    std::expected<Answer, CardTrouble> receiveAnswer(SteadyTime deadline,
                                                     const std::stop_token& stop);
    std::expected<void, CardTrouble> discardUntilQuiet(SteadyTime deadline,
                                                       const std::stop_token& stop);
    std::chrono::milliseconds remaining(SteadyTime deadline) const;

    std::unique_ptr<FrameChannel> channel_;
    const Clock& clock_;
    SamTiming timing_;
    Line line_ = Line::leftovers; // what a former owner of the port left is not known
};

} // namespace kiosk::drivers::sam
