// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <deque>

#include "drivers/card_reader/sam/frame_channel.h"
#include "tests/support/manual_clock.h"
#include "tests/support/sam_device_model.h"

namespace kiosk::tests {

/// A wire in memory with the device model at its end. Waiting moves the test's clock.
class FakeSamChannel final : public drivers::sam::FrameChannel {
public:
    FakeSamChannel(SamDeviceModel& model, ManualClock& clock) : model_(model), clock_(clock) {}

    /// When a reply that is late arrives.
    enum class Late { beforeNextCommand, afterNextCommand };
    void setLate(Late late) { lateness_ = late; }

    /// Replies arrive in pieces of at most this many bytes.
    void setPieceSize(std::size_t size) { pieceSize_ = size; }

    drivers::LinkResult<> send(ByteView frame, std::chrono::milliseconds /*timeout*/,
                               const std::stop_token& stop) override {
        using enum SamDeviceModel::Delivery::End;
        if (const auto trouble = troubleNow(stop))
            return std::unexpected(*trouble);
        const auto delivery = model_.receive(frame);
        if (!delivery)
            return {};
        if (lateness_ == Late::afterNextCommand)
            arrived_ = std::exchange(late_, {});
        std::deque<std::byte>& queue = delivery->end == late ? late_ : arrived_;
        queue.insert(queue.end(), delivery->bytes.begin(), delivery->bytes.end());
        stallNext_ = delivery->end == stall;
        unplugWhenRead_ = delivery->end == unplug;
        return {};
    }

    drivers::LinkResult<Bytes> receive(drivers::sam::FramePart /*part*/,
                                       std::chrono::milliseconds timeout,
                                       const std::stop_token& stop) override {
        if (const auto trouble = troubleNow(stop))
            return std::unexpected(*trouble);
        if (std::exchange(stallNext_, false))
            return std::unexpected(drivers::LinkTrouble::stalled);
        if (arrived_.empty() && unplugWhenRead_) {
            gone_ = true;
            return std::unexpected(drivers::LinkTrouble::failed);
        }
        if (arrived_.empty()) {
            clock_.advance(timeout);
            if (lateness_ == Late::beforeNextCommand)
                std::swap(arrived_, late_);
            return std::unexpected(drivers::LinkTrouble::silent);
        }
        const auto count = static_cast<std::ptrdiff_t>(std::min(pieceSize_, arrived_.size()));
        Bytes piece(arrived_.begin(), arrived_.begin() + count);
        std::fill_n(arrived_.begin(), count, std::byte{}); // a wire remembers nothing
        arrived_.erase(arrived_.begin(), arrived_.begin() + count);
        return piece;
    }

    drivers::DeviceIdentity identity() const override {
        return {.module = "sam-fake", .model = "", .serial = "", .firmware = "", .port = "memory"};
    }

private:
    std::optional<drivers::LinkTrouble> troubleNow(const std::stop_token& stop) const {
        if (stop.stop_requested())
            return drivers::LinkTrouble::cancelled;
        return gone_ ? std::optional(drivers::LinkTrouble::gone) : std::nullopt;
    }

    SamDeviceModel& model_;
    ManualClock& clock_;
    Late lateness_ = Late::beforeNextCommand;
    std::size_t pieceSize_ = 64;
    std::deque<std::byte> arrived_;
    std::deque<std::byte> late_;
    bool stallNext_ = false;
    bool unplugWhenRead_ = false;
    bool gone_ = false;
};

} // namespace kiosk::tests
