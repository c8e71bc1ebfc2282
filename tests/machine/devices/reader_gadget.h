// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <thread>
#include <vector>

#include "tests/machine/devices/device_file.h"
#include "tests/machine/devices/functionfs.h"
#include "tests/machine/devices/usb_gadget.h"
#include "tests/support/sam_device_model.h"

namespace kiosk::machine {

/// A card reader on this kernel's own USB: the model's answers served through FunctionFS. A thread
/// of its own serves; plug() and unplug() may be called on another.
class ReaderGadget {
public:
    enum class Pipes {
        split, ///< head and rest of a frame each have a pipe, both ways
        single,
    };

    /// Mounts, describes and plugs the reader in. `model` outlives it. Error "machine.device-file"
    /// (technician).
    static Result<std::unique_ptr<ReaderGadget>> open(tests::SamDeviceModel& model, Pipes pipes,
                                                      const std::string& port);
    ~ReaderGadget();
    ReaderGadget(const ReaderGadget&) = delete;
    ReaderGadget& operator=(const ReaderGadget&) = delete;

    Result<> plug();
    Result<> unplug();

private:
    /// One way; with single pipes head and rest are the same file.
    struct Way {
        const DeviceFile* head;
        const DeviceFile* rest;
    };

    ReaderGadget(tests::SamDeviceModel& model, UsbGadget gadget, FunctionMount mount,
                 DeviceFile control, std::vector<DeviceFile> pipes);

    void serve(const std::stop_token& stop);
    std::optional<tests::SamDeviceModel::Delivery> nextDelivery(const std::stop_token& stop);
    std::optional<Bytes> readFrom(const DeviceFile& pipe, const std::stop_token& stop);
    void deliver(const tests::SamDeviceModel::Delivery& delivery);
    static void halt(const DeviceFile& pipe);

    tests::SamDeviceModel& model_;
    UsbGadget gadget_;
    FunctionMount mount_;
    DeviceFile control_; ///< ep0: the reader exists while it is open
    std::vector<DeviceFile> pipes_;
    Way fromHost_;
    Way toHost_;
    std::atomic<bool> ended_ = false; ///< the server serves no more
    std::jthread server_;
};

} // namespace kiosk::machine
