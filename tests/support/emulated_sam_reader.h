// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "tests/support/mock_testbed.h"
#include "tests/support/sam_device_model.h"

namespace kiosk::tests {

/// How a reader's USB pipes carry frames; the driver has to find out from the descriptors.
enum class UsbFraming {
    split,  ///< header and body each on a pipe of their own
    single, ///< everything on one pipe each way
};

/// What else the device is beside a reader.
enum class UsbCompany {
    none,
    keyboard,    ///< an interface before the reader's that types
    storage,     ///< an interface before the reader's with pipes of its own
    storageOnly, ///< the reader's interface is missing
};

/// Which way bytes go.
enum class UsbWay { toHost, toReader };

/// A cable that comes loose in the middle of an exchange.
struct UsbCut {
    /// How the host's transfer ends that was under way.
    enum class Ending {
        shutDown,      ///< with what had come, and the word that the device is gone
        transferError, ///< with what had come, and a broken packet; gone after that
        quietly,       ///< as if it had been short; the next transfer finds no device
    };

    UsbWay way = UsbWay::toHost;
    std::size_t after = 0; ///< bytes, counted from plugging in
    Ending ending = Ending::shutDown;
};

/// A SAM reader 0400:c35a on the emulated USB bus: libusb in this process and in every child
/// process under the same umockdev-wrapper sees it. Answers the kernel's USB calls on the testbed's
/// own thread, so the driver under test may block on any other.
class EmulatedSamReader {
public:
    /// Plugs it in. Testbed and model outlive the reader.
    EmulatedSamReader(MockTestbed& testbed, SamDeviceModel& model, UsbFraming framing, int port = 1,
                      UsbCompany company = UsbCompany::none);
    ~EmulatedSamReader();
    EmulatedSamReader(const EmulatedSamReader&) = delete;
    EmulatedSamReader& operator=(const EmulatedSamReader&) = delete;

    /// Also takes away a reader that a fault made vanish; a second call does nothing.
    void unplug();
    /// Plugs it in again, under a new device number as the kernel does it.
    void plug();
    /// The cable comes loose once, when so many bytes have passed.
    void cutCable(const UsbCut& cut);
    /// Bytes that passed since it was plugged in.
    std::size_t passed(UsbWay way);

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
    void carryOut(std::unique_ptr<Urb> urb);
    void takeFromHost(Urb& urb);
    void deliver(SamDeviceModel::Delivery delivery);
    void completePending();
    bool complete(Urb& urb);
    /// How many of so many bytes still pass; the rest meets the cut.
    std::size_t letThrough(UsbWay way, std::size_t count);
    bool isCut(UsbWay way) const;
    /// Ends the transfer that met the cut, `count` bytes of which had passed.
    void endAtCut(Urb& urb, std::size_t count);
    void forgetTransfers();

    std::string devicePath() const;
    std::string node() const;
    std::string deviceDescription() const;

    MockTestbed& testbed_;
    SamDeviceModel& model_;
    UsbFraming framing_;
    int port_; ///< 1 to 4, of the only bus
    UsbCompany company_;
    void* handler_; ///< UMockdevIoctlBase, owned
    int deviceNumber_;
    bool listed_ = false; ///< whether the testbed shows the device

    std::mutex mutex_; ///< guards everything below
    Bus bus_ = Bus::gone;
    bool leaveWhenDrained_ = false;
    bool stalled_ = false;
    std::optional<UsbCut> cut_;
    std::map<UsbWay, std::size_t> passed_;
    std::map<std::uint8_t, std::deque<std::byte>> toHost_; ///< by endpoint address
    std::deque<std::unique_ptr<Urb>> pending_;
    std::deque<std::unique_ptr<Urb>> done_;
};

} // namespace kiosk::tests
