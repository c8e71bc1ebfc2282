// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "firmware/base/bytes.h"
#include "tests/support/mock_testbed.h"

namespace kiosk::tests {

/// What a device on the emulated bus does with a transfer.
struct UsbReply {
    enum class Kind {
        done,
        notYet, ///< the host waits
        stall,  ///< the pipe is halted, or the request unknown
    } kind = Kind::done;
    Bytes bytes{}; ///< to the host, on transfers in
};

/// A request on the control pipe (USB 2.0, table 9-2).
struct UsbSetup {
    std::uint8_t type;
    std::uint8_t request;
    std::uint16_t value;
    std::uint16_t index;
    std::uint16_t length;
};

/// The device behind the bus. Called with the bus locked, on the testbed's thread.
class UsbFunction {
public:
    virtual ~UsbFunction() = default;
    /// Device, configuration, interface and endpoint descriptors (USB 2.0, chapter 9.6).
    virtual Bytes descriptors() const = 0;
    virtual UsbReply control(const UsbSetup& setup) = 0;
    virtual UsbReply bulkOut(std::uint8_t endpoint, ByteView bytes) = 0;
    virtual UsbReply bulkIn(std::uint8_t endpoint, std::size_t most) = 0;
};

/// Any device on the emulated USB bus, at port 1-1: libusb in this process sees it. The kernel's
/// driver has it at first. Answers the kernel's USB calls on the testbed's own thread.
class EmulatedUsbDevice {
public:
    /// Plugs it in. Testbed and function outlive the device.
    EmulatedUsbDevice(MockTestbed& testbed, UsbFunction& function);
    ~EmulatedUsbDevice();
    EmulatedUsbDevice(const EmulatedUsbDevice&) = delete;
    EmulatedUsbDevice& operator=(const EmulatedUsbDevice&) = delete;

    void unplug(); ///< a second call does nothing
    void plug();   ///< again, under a new device number as the kernel does it

    /// It vanishes at this transfer, counted from now and from 1; on a transfer out the device has
    /// had half of the bytes.
    void unplugAtTransfer(int number);
    int transfers() const;    ///< that were asked for since it was plugged in
    bool kernelHasIt() const; ///< whether the kernel's own driver is bound to the interface

private:
    struct Urb;
    enum class Bus { attached, gone };

    static int onIoctl(void* handler, void* client, void* self);
    static void onClientVanished(void* handler, void* client, void* self);

    void handle(void* client);
    void submit(void* client);
    void reap(void* client);
    void discard(void* client);
    void answerCapabilities(void* client);
    void completePending();
    bool complete(Urb& urb);
    void leaveDuring(const Urb& urb);

    std::string devicePath() const;
    std::string node() const;
    std::string deviceDescription() const;

    MockTestbed& testbed_;
    UsbFunction& function_;
    void* handler_; ///< UMockdevIoctlBase, owned
    int deviceNumber_ = 1;
    bool listed_ = false; ///< whether the testbed shows the device

    mutable std::mutex mutex_; ///< guards everything below
    Bus bus_ = Bus::gone;
    bool kernelHasIt_ = true;
    int transfers_ = 0;
    std::optional<int> leavesAt_; ///< a number of transfers_
    std::deque<std::unique_ptr<Urb>> pending_;
    std::deque<std::unique_ptr<Urb>> done_;
};

} // namespace kiosk::tests
