// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "firmware/base/bytes.h"

namespace kiosk::tests {

/// What a contact card holds and how it behaves.
struct ChipCard {
    enum class Manner {
        plain,
        splitReplies, ///< records have to be fetched: 61 nn, GET RESPONSE
        wantsSizes,   ///< records have to be asked for with their size: 6C nn
        locked,       ///< the holder's file wants a PIN
        mute          ///< does not answer to power as a card does
    };

    Bytes application;                                 ///< the name it is selected by
    std::map<std::uint16_t, std::vector<Bytes>> files; ///< records, the first has number 1
    Manner manner = Manner::plain;
    Bytes number = {}; ///< its own, as contactless cards have one
};

/// The card side of the virtual reader of vsmartcard: a client of its TCP port that answers as a
/// card would. Put in and pulled by the test, answered on a thread of its own.
class VirtualChip {
public:
    /// The port that the reader's driver listens at.
    explicit VirtualChip(std::uint16_t port) : port_(port) {}
    ~VirtualChip() { pull(); }
    VirtualChip(const VirtualChip&) = delete;
    VirtualChip& operator=(const VirtualChip&) = delete;

    /// Throws where no reader listens.
    void putIn(ChipCard card);
    void pull();
    /// It is pulled when it has been given so many commands, instead of answering the last.
    void pullAtCommand(int number) { pullAt_ = number; }
    /// Commands given since it was put in.
    int commands() const { return commands_; }

private:
    void serve(int socket);
    Bytes answer(ByteView command);
    Bytes answerRead(std::uint8_t number, std::uint8_t size);

    std::uint16_t port_;
    ChipCard card_;
    std::uint16_t selected_ = 0;
    Bytes waiting_; ///< for GET RESPONSE
    std::atomic<int> pullAt_ = 0;
    std::atomic<int> commands_ = 0;
    int socket_ = -1;
    std::jthread thread_;
};

} // namespace kiosk::tests
