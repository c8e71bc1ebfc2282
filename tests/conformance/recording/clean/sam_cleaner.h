// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drivers/card_reader/sam/codec/reply.h"
#include "tests/conformance/recording/clean/cleaner.h"

namespace kiosk::tests {

/// Frames of a SAM reader. Commands of ours are kept as they are. Of replies only the status is:
/// text, photo and newest address become those of the sample card of the same layout (a damaged
/// text becomes a damaged sample), fingerprints, answers of the search and whatever else a card
/// says of itself become zeros, the module's number the sample module's. Lengths and check bytes
/// are right. A frame that came not whole, not right or to no command of ours is withheld.
class SamCleaner : public Cleaner {
public:
    std::vector<Transfer> take(Transfer transfer) override;
    std::vector<Transfer> rest() override;

protected:
    /// The frame's payload without a person, as long as the one given; nothing: not understood.
    virtual std::optional<Bytes> cleanReply(drivers::sam::Command command, ByteView payload) const;

private:
    bool continues(const Transfer& transfer) const;
    std::optional<Bytes> cleanFrame(ByteView payload);
    std::vector<Transfer> release(const std::optional<Bytes>& frame);

    std::vector<Transfer> held_;                   ///< of one frame, all in the same direction
    std::optional<drivers::sam::Command> command_; ///< the last one of ours that was sent
};

} // namespace kiosk::tests
