// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "drivers/transport/link.h"
#include "drivers/transport/usb_interface.h"
#include "firmware/base/bytes.h"

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

    bool operator==(const UsbClassRequest&) const = default;
};

/// One opened USB interface with bulk pipes, whatever lies beneath it: the bus, or a recording that
/// is played back. One thread calls it. A call blocks at most its timeout and returns within 50 ms
/// once the token asks to stop.
class UsbConnection {
public:
    virtual ~UsbConnection() = default;

    virtual const UsbDescription& description() const = 0;
    virtual const UsbInterface& interface() const = 0;
    /// In the order of the descriptors.
    const std::vector<BulkEndpoint>& endpoints() const { return interface().endpoints; }

    /// All of the bytes, or trouble.
    virtual LinkResult<> write(const BulkEndpoint& to, ByteView bytes,
                               std::chrono::milliseconds timeout, const std::stop_token& stop) = 0;
    /// What comes next, up to a packet that is not full; empty for one without bytes.
    virtual LinkResult<Bytes> read(const BulkEndpoint& from, std::chrono::milliseconds timeout,
                                   const std::stop_token& stop) = 0;

    /// Asks for at most `most` bytes; the device may give fewer. A request it does not know is
    /// `stalled`.
    virtual LinkResult<Bytes> ask(const UsbClassRequest& what, std::uint16_t most,
                                  std::chrono::milliseconds timeout,
                                  const std::stop_token& stop) = 0;
    /// A request without data.
    virtual LinkResult<> tell(const UsbClassRequest& what, std::chrono::milliseconds timeout,
                              const std::stop_token& stop) = 0;
};

/// How a driver comes to the device it wishes for; UsbTransport::open, but where an exchange is
/// recorded or played back. Its errors are that function's.
using OpenUsb = std::function<Result<std::unique_ptr<UsbConnection>>(const UsbWish&)>;

} // namespace kiosk::drivers
