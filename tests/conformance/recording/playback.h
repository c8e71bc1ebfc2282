// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "tests/conformance/recording/recording.h"

namespace kiosk::tests {

/// The device of a recording: answers as it did, and looks whether the driver sends what was sent
/// then, byte for byte. Time may differ: a driver may ask more often or less often for what does
/// not come, and take or give a transfer in other pieces. Nothing waits. One thread calls it.
class Playback {
public:
    explicit Playback(Recording recording) : recording_(std::move(recording)) {}

    const Recording& recording() const { return recording_; }

    // The driver's side.
    drivers::LinkResult<> write(std::uint8_t pipe, ByteView bytes);
    drivers::LinkResult<Bytes> read(std::uint8_t pipe, std::size_t most,
                                    std::chrono::milliseconds timeout);
    drivers::LinkResult<Bytes> ask(const drivers::UsbClassRequest& what, std::size_t most);
    drivers::LinkResult<> tell(const drivers::UsbClassRequest& what);

    // The side of whoever makes its calls. "kit.not-met" (supplier): the driver did otherwise.
    /// The call that comes next; nothing: the recording is over.
    Result<std::optional<std::string>> nextCall();
    /// What the driver made of that call, now that it has answered.
    Result<std::string> answer();
    /// All was played, as far as it was more than waiting.
    Result<> over();

private:
    const Transfer* transferNow() const;
    void skipWaiting();
    /// The time of the transfer now, or nothing when it is over.
    std::chrono::milliseconds durationNow() const;
    Result<> keptTo();
    drivers::LinkTrouble end(const Transfer& transfer);
    drivers::LinkTrouble deviate(const std::string& what);
    drivers::LinkResult<std::size_t> takeSent(std::uint8_t pipe, ByteView bytes);
    drivers::LinkResult<Bytes> control(Transfer::Kind kind, const drivers::UsbClassRequest& what,
                                       std::size_t most);
    void advance();

    Recording recording_;
    std::size_t next_ = 0;                 ///< event
    std::size_t offset_ = 0;               ///< bytes of it that were given or taken
    bool lost_ = false;                    ///< the device went
    int idleReads_ = 0;                    ///< one after another, for which nothing was recorded
    std::optional<std::string> deviation_; ///< the first
};

/// Connections that play. "usb.not-found" where the wish is for another device.
drivers::OpenUsb playing(std::shared_ptr<Playback> playback);

} // namespace kiosk::tests
