// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "drivers/transport/link.h"
#include "drivers/transport/usb_interface.h"
#include "firmware/base/bytes.h"

struct libusb_context;
struct libusb_device_handle;

namespace kiosk::drivers {

/// What a USB device says of itself. Strings are empty where it has none.
struct UsbDescription {
    UsbId id{};
    std::string port; ///< "1-1.2": bus and ports, the same after replugging in the same place
    std::string product;
    std::string serial;
};

/// A request of the interface's class on the control pipe (USB 2.0, table 9-2).
struct UsbClassRequest {
    std::uint8_t request = 0;
    std::uint16_t value = 0;
    std::uint16_t index = 0; ///< as its class wants it: the interface's number, mostly
};

/// One opened and claimed USB interface with bulk pipes, by libusb; a kernel driver that had it
/// gets it back in the end. One thread calls it. A call blocks at most its timeout and returns
/// within 50 ms once the token asks to stop.
class UsbTransport {
public:
    /// Opens the first attached device that fits and claims the interface that fits best.
    /// "usb.not-found", "usb.no-access", "usb.busy", "usb.no-pipes" (a device asked for by its id
    /// that has no such interface), "usb.failed".
    static Result<std::unique_ptr<UsbTransport>> open(const UsbWish& wish);
    ~UsbTransport();
    UsbTransport(const UsbTransport&) = delete;
    UsbTransport& operator=(const UsbTransport&) = delete;

    const UsbDescription& description() const { return description_; }
    const UsbInterface& interface() const { return interface_; }
    /// In the order of the descriptors.
    const std::vector<BulkEndpoint>& endpoints() const { return interface_.endpoints; }

    /// All of the bytes, or trouble.
    LinkResult<> write(const BulkEndpoint& to, ByteView bytes, std::chrono::milliseconds timeout,
                       const std::stop_token& stop);
    /// What comes next, up to a packet that is not full; empty for one without bytes.
    LinkResult<Bytes> read(const BulkEndpoint& from, std::chrono::milliseconds timeout,
                           const std::stop_token& stop);

    /// Asks for at most `most` bytes; the device may give fewer. A request it does not know is
    /// `stalled`.
    LinkResult<Bytes> ask(const UsbClassRequest& what, std::uint16_t most,
                          std::chrono::milliseconds timeout, const std::stop_token& stop);
    /// A request without data.
    LinkResult<> tell(const UsbClassRequest& what, std::chrono::milliseconds timeout,
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
    Result<> claim(UsbInterface interface);
    void describe();

    /// One transfer in slices; returns the bytes moved, which may be fewer than given.
    LinkResult<std::size_t> transfer(const BulkEndpoint& endpoint, std::span<std::byte> bytes,
                                     std::chrono::milliseconds timeout,
                                     const std::stop_token& stop);
    /// A whole control transfer, set-up packet first; returns the bytes of data moved.
    LinkResult<std::size_t> control(Bytes& setupAndData, std::chrono::milliseconds timeout,
                                    const std::stop_token& stop);

    Context context_; // outlives the handle
    Handle handle_;
    UsbInterface interface_;
    UsbDescription description_;
};

} // namespace kiosk::drivers
