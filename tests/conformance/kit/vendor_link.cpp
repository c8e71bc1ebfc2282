// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <span>

#include "drivers/vendor/vendor.h"
#include "tests/conformance/kit/rigs.h"
#include "tests/conformance/kit/vendor_hands.h"

namespace kiosk::tests {

namespace {

using namespace drivers;

int32_t ended(LinkTrouble trouble) {
    switch (trouble) {
    case LinkTrouble::silent:
    case LinkTrouble::cancelled: // a module has no word for it, and a recording hardly one
        return KIOSK_LINK_TIMEOUT;
    case LinkTrouble::stalled:
        return KIOSK_LINK_STALL;
    case LinkTrouble::failed:
        return KIOSK_LINK_BROKEN;
    case LinkTrouble::gone:
        return KIOSK_LINK_GONE;
    }
    return KIOSK_LINK_GONE;
}

/// A connection as a module in C sees it.
class LentLink {
public:
    explicit LentLink(std::unique_ptr<UsbConnection> usb) : usb_(std::move(usb)) {
        link_.struct_size = sizeof(link_);
        link_.context = this;
        for (const BulkEndpoint& pipe : usb_->endpoints())
            if (link_.endpoints < std::size(link_.endpoint))
                link_.endpoint[link_.endpoints++] = pipe.address;
        link_.out = out;
        link_.in = in;
        link_.ask = ask;
        link_.tell = tell;
    }
    LentLink(const LentLink&) = delete;
    LentLink& operator=(const LentLink&) = delete;

    const kiosk_link* get() const { return &link_; }

private:
    static LentLink& of(void* context) { return *static_cast<LentLink*>(context); }

    BulkEndpoint pipe(uint8_t address) const {
        constexpr std::size_t kUsualPacket = 64;
        const auto& all = usb_->endpoints();
        const auto found = std::ranges::find(all, address, &BulkEndpoint::address);
        return found != all.end()
                   ? *found
                   : BulkEndpoint{address, BulkEndpoint::Direction::in, kUsualPacket};
    }
    /// As much of what came as there is room for; the rest waits in `came`.
    static std::size_t give(Bytes& came, std::span<unsigned char> room) {
        const std::size_t count = std::min(came.size(), room.size());
        std::memcpy(room.data(), came.data(), count);
        came.erase(came.begin(), came.begin() + static_cast<std::ptrdiff_t>(count));
        return count;
    }
    static int32_t out(void* context, uint8_t endpoint, const unsigned char* bytes,
                       std::size_t size, uint32_t timeoutMs) {
        const auto sent = of(context).usb_->write(of(context).pipe(endpoint),
                                                  std::as_bytes(std::span(bytes, size)),
                                                  std::chrono::milliseconds(timeoutMs), {});
        return sent ? KIOSK_LINK_DONE : ended(sent.error());
    }
    static int32_t in(void* context, uint8_t endpoint, unsigned char* room, std::size_t size,
                      uint32_t timeoutMs, std::size_t* moved) {
        Bytes& waiting = of(context).waiting_[endpoint];
        *moved = 0;
        if (waiting.empty()) {
            auto came = of(context).usb_->read(of(context).pipe(endpoint),
                                               std::chrono::milliseconds(timeoutMs), {});
            if (!came)
                return ended(came.error());
            waiting = std::move(*came);
        }
        *moved = give(waiting, std::span(room, size));
        return KIOSK_LINK_DONE;
    }
    static int32_t ask(void* context, uint8_t request, uint16_t value, uint16_t index,
                       unsigned char* room, std::size_t size, std::size_t* moved) {
        const auto most = static_cast<std::uint16_t>(std::min<std::size_t>(size, 0xFFFF));
        auto came = of(context).usb_->ask({request, value, index}, most, kControlLimit, {});
        *moved = came ? give(*came, std::span(room, size)) : 0;
        return came ? KIOSK_LINK_DONE : ended(came.error());
    }
    static int32_t tell(void* context, uint8_t request, uint16_t value, uint16_t index) {
        const auto told = of(context).usb_->tell({request, value, index}, kControlLimit, {});
        return told ? KIOSK_LINK_DONE : ended(told.error());
    }

    static constexpr std::chrono::milliseconds kControlLimit{500};
    std::unique_ptr<UsbConnection> usb_;
    std::map<uint8_t, Bytes> waiting_; ///< that came and had no room yet, by endpoint
    kiosk_link link_{};
};

/// A supplier's reader at a lent connection, which it outlives by nothing.
class LinkedReader final : public CardReader {
public:
    LinkedReader(const std::string& at, std::unique_ptr<UsbConnection> usb)
        : hands_(at), link_(std::move(usb)) {
        by(hands_.link().attach, "replace its USB connection", link_.get());
    }
    ~LinkedReader() override {
        reader_.reset();
        hands_.link().attach(nullptr);
    }
    LinkedReader(const LinkedReader&) = delete;
    LinkedReader& operator=(const LinkedReader&) = delete;
    Result<> open(const std::string& at) {
        reader_ = TRY(openVendorCardReader(at));
        return {};
    }

    DeviceIdentity identity() const override { return reader_->identity(); }
    CardReaderCapabilities capabilities() const override { return reader_->capabilities(); }
    Result<> reset(std::stop_token stop) override { return reader_->reset(stop); }
    Result<bool> findCard(std::stop_token stop) override { return reader_->findCard(stop); }
    Result<IdCard> readCard(std::stop_token stop) override { return reader_->readCard(stop); }
    Result<bool> cardStillThere(std::stop_token stop) override {
        return reader_->cardStillThere(stop);
    }
    Result<std::string> samNumber(std::stop_token stop) override {
        return reader_->samNumber(stop);
    }

private:
    Hands hands_;
    LentLink link_;
    std::unique_ptr<CardReader> reader_;
};

} // namespace

OpenReaderOver vendorReaderOver(const std::string& at) {
    return [at](const OpenUsb& openUsb) -> Result<std::unique_ptr<CardReader>> {
        auto reader = std::make_unique<LinkedReader>(at, TRY(openUsb({})));
        TRY(reader->open(at));
        return reader;
    };
}

std::vector<ReadyCase> replayCases(const std::vector<std::string>& files,
                                   const OpenReaderOver& open) {
    std::vector<ReadyCase> cases;
    for (const std::string& file : files)
        cases.push_back(
            {"reader.replay", "D13 a driver does at a recording what was done then",
             [file, open]() -> Result<> { return replayReader(TRY(loadRecording(file)), open); }});
    return cases;
}

} // namespace kiosk::tests
