// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "drivers/transport/usb_connection.h"

struct libusb_context;
struct libusb_device_handle;

namespace kiosk::drivers {

/// One opened and claimed USB interface with bulk pipes, by libusb; a kernel driver that had it
/// gets it back in the end.
class UsbTransport final : public UsbConnection {
public:
    /// Opens the first attached device that fits and claims the interface that fits best.
    /// "usb.not-found", "usb.no-access", "usb.busy", "usb.no-pipes" (a device asked for by its id
    /// that has no such interface), "usb.failed".
    static Result<std::unique_ptr<UsbConnection>> open(const UsbWish& wish);
    ~UsbTransport() override;
    UsbTransport(const UsbTransport&) = delete;
    UsbTransport& operator=(const UsbTransport&) = delete;

    const UsbDescription& description() const override { return description_; }
    const UsbInterface& interface() const override { return interface_; }

    LinkResult<> write(const BulkEndpoint& to, ByteView bytes, std::chrono::milliseconds timeout,
                       const std::stop_token& stop) override;
    LinkResult<Bytes> read(const BulkEndpoint& from, std::chrono::milliseconds timeout,
                           const std::stop_token& stop) override;
    LinkResult<Bytes> ask(const UsbClassRequest& what, std::uint16_t most,
                          std::chrono::milliseconds timeout, const std::stop_token& stop) override;
    LinkResult<> tell(const UsbClassRequest& what, std::chrono::milliseconds timeout,
                      const std::stop_token& stop) override;

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
