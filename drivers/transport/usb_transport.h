// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "drivers/transport/link.h"
#include "firmware/base/bytes.h"

struct libusb_context;
struct libusb_device_handle;

namespace kiosk::drivers {

struct UsbId {
    std::uint16_t vendor;
    std::uint16_t product;

    bool operator==(const UsbId&) const = default;
};

struct BulkEndpoint {
    enum class Direction { in, out };

    std::uint8_t address; ///< as the descriptor has it, direction bit included
    Direction direction;
    std::size_t packetSize; ///< bytes; a read asks for whole packets, so that none overflows

    bool operator==(const BulkEndpoint&) const = default;
};

/// What a USB device says of itself. Strings are empty where it has none.
struct UsbDescription {
    UsbId id{};
    std::string port; ///< "1-1.2": bus and ports, the same after replugging in the same place
    std::string product;
    std::string serial;
};

/// One opened and claimed USB interface with bulk pipes, by libusb. One thread calls it. A call
/// blocks at most its timeout and returns within 50 ms once the token asks to stop.
class UsbTransport {
public:
    /// Opens the first attached device with one of these ids and claims its first interface that
    /// has bulk pipes. "usb.not-found", "usb.no-access", "usb.busy", "usb.no-pipes", "usb.failed".
    static Result<std::unique_ptr<UsbTransport>> open(std::span<const UsbId> accepted);
    ~UsbTransport();
    UsbTransport(const UsbTransport&) = delete;
    UsbTransport& operator=(const UsbTransport&) = delete;

    const UsbDescription& description() const { return description_; }
    /// In the order of the descriptors.
    const std::vector<BulkEndpoint>& endpoints() const { return endpoints_; }

    /// All of the bytes, or trouble.
    LinkResult<> write(const BulkEndpoint& to, ByteView bytes, std::chrono::milliseconds timeout,
                       const std::stop_token& stop);
    /// What comes next, up to a packet that is not full; empty for one without bytes.
    LinkResult<Bytes> read(const BulkEndpoint& from, std::chrono::milliseconds timeout,
                           const std::stop_token& stop);

private:
    struct CloseContext {
        void operator()(libusb_context* context) const;
    };
    struct CloseHandle {
        void operator()(libusb_device_handle* handle) const;
    };
    using Context = std::unique_ptr<libusb_context, CloseContext>;
    using Handle = std::unique_ptr<libusb_device_handle, CloseHandle>;

    UsbTransport(Context context, Handle handle);
    Result<> claim();
    void describe();

    /// One transfer in slices; returns the bytes moved, which may be fewer than given.
    LinkResult<std::size_t> transfer(const BulkEndpoint& endpoint, std::span<std::byte> bytes,
                                     std::chrono::milliseconds timeout,
                                     const std::stop_token& stop);

    Context context_; // outlives the handle
    Handle handle_;
    int interface_ = -1; ///< claimed, unless negative
    UsbDescription description_;
    std::vector<BulkEndpoint> endpoints_;
};

} // namespace kiosk::drivers
