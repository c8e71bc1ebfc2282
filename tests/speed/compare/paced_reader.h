// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "tests/support/pty_device.h"
#include "tests/support/sam_device_model.h"

namespace kiosk::speed {

/// A request on a reader's line, and how many bytes answer it.
struct Turn {
    Bytes request;
    std::size_t answerSize = 0;
};

/// A SAM reader at a line on which every byte takes its ten bits of 115,200 baud, both ways. The
/// module itself takes no time: what real ones spend on the card is not ours to shorten.
class PacedReader {
public:
    /// Puts a card on it that has not been read.
    void layCard();
    const std::filesystem::path& path() const { return line_.path(); }
    /// What was asked since the last call, in order; by then all of it is answered.
    std::vector<Turn> takeTurns() { return std::exchange(turns_, {}); }

private:
    tests::LineReply answer(ByteView came);

    tests::SamDeviceModel model_;
    Bytes request_; ///< that is not whole yet
    std::vector<Turn> turns_;
    tests::PtyDevice line_{[this](ByteView came) { return answer(came); }}; ///< last: has a thread
};

} // namespace kiosk::speed
