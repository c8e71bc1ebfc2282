// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "tests/conformance/recording/playback.h"

namespace kiosk::tests {

namespace {

using drivers::LinkResult;

/// What one read of the real transport asks for at most.
constexpr std::size_t kPacketsAtOnce = 64;

class PlayedConnection final : public drivers::UsbConnection {
public:
    explicit PlayedConnection(std::shared_ptr<Playback> playback)
        : playback_(std::move(playback)),
          description_{.id = playback_->recording().id,
                       .port = "recording",
                       .product = "recording",
                       .serial = ""} {}

    const drivers::UsbDescription& description() const override { return description_; }
    const drivers::UsbInterface& interface() const override {
        return playback_->recording().interface;
    }
    LinkResult<> write(const drivers::BulkEndpoint& to, ByteView bytes,
                       std::chrono::milliseconds /*timeout*/,
                       const std::stop_token& stop) override {
        return stop.stop_requested() ? cancelled() : playback_->write(to.address, bytes);
    }
    LinkResult<Bytes> read(const drivers::BulkEndpoint& from, std::chrono::milliseconds timeout,
                           const std::stop_token& stop) override {
        if (stop.stop_requested())
            return cancelled();
        return playback_->read(from.address, from.packetSize * kPacketsAtOnce, timeout);
    }
    LinkResult<Bytes> ask(const drivers::UsbClassRequest& what, std::uint16_t most,
                          std::chrono::milliseconds /*timeout*/,
                          const std::stop_token& stop) override {
        if (stop.stop_requested())
            return cancelled();
        return playback_->ask(what, most);
    }
    LinkResult<> tell(const drivers::UsbClassRequest& what, std::chrono::milliseconds /*timeout*/,
                      const std::stop_token& stop) override {
        return stop.stop_requested() ? cancelled() : playback_->tell(what);
    }

private:
    static std::unexpected<drivers::LinkTrouble> cancelled() {
        return std::unexpected(drivers::LinkTrouble::cancelled);
    }

    std::shared_ptr<Playback> playback_;
    drivers::UsbDescription description_;
};

template <typename T>
bool isAmong(std::span<const T> wanted, const T& one) {
    return wanted.empty() || std::ranges::find(wanted, one) != wanted.end();
}

bool isFor(const drivers::UsbWish& wish, const Recording& recording) {
    return isAmong(wish.ids, recording.id) && isAmong(wish.interfaces, recording.interface.code) &&
           (wish.fits == nullptr || wish.fits(recording.interface));
}

} // namespace

drivers::OpenUsb playing(std::shared_ptr<Playback> playback) {
    return [playback = std::move(playback)](
               const drivers::UsbWish& wish) -> Result<std::unique_ptr<drivers::UsbConnection>> {
        if (!isFor(wish, playback->recording()))
            return fail(ErrorKind::notFound, "usb.not-found", Remedy::technician, "recording");
        return std::make_unique<PlayedConnection>(playback);
    };
}

} // namespace kiosk::tests
