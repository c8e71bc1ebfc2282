// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <memory>
#include <stop_token>
#include <tuple>

#include "drivers/vendor/vendor.h"
#include "drivers/vendor/vendor_module.h"
#include "drivers/vendor/vendor_values.h"

namespace kiosk::drivers::vendor {

using Milliseconds = std::chrono::milliseconds;

/// What a module is told of one call: how long it may take, and whether to go on.
class Call {
public:
    Call(Milliseconds deadline, const std::stop_token& stop);
    Call(const Call&) = delete;
    Call& operator=(const Call&) = delete;

    const kiosk_call* get() const { return &call_; }

private:
    std::stop_token stop_;
    kiosk_call call_;
};

/// Where a vendor's device is configured: "/opt/acme/acme.so#usb".
struct Place {
    std::string file;
    std::string at;
};
Place placeIn(const std::string& configured);

/// One opened device of a module: closed, and the module let go of, with this object.
class OpenedDevice {
public:
    static Result<OpenedDevice> open(std::shared_ptr<const Module> module,
                                     const kiosk_device_ops& ops, const std::string& at);
    ~OpenedDevice();
    OpenedDevice(OpenedDevice&& other) noexcept;
    OpenedDevice& operator=(OpenedDevice&&) = delete;

    const DeviceIdentity& identity() const { return identity_; }
    /// Who still says who it is, is there.
    Result<> check() const;
    Result<> reset(const std::stop_token& stop);

    /// Calls one of the module's functions that take a call: op(device, call, arguments…, error).
    template <typename Op, typename... Arguments>
    Result<> ask(Milliseconds deadline, const std::stop_token& stop, Op op,
                 Arguments... arguments) {
        const Call call(deadline, stop);
        auto error = sized<kiosk_error>();
        return answered(op(device_, call.get(), arguments..., &error), error);
    }
    /// Calls one that answers at once: op(device, arguments…, error).
    template <typename Op, typename... Arguments>
    Result<> askAtOnce(Op op, Arguments... arguments) const {
        auto error = sized<kiosk_error>();
        return answered(op(device_, arguments..., &error), error);
    }
    void* device() const { return device_; }

private:
    OpenedDevice(std::shared_ptr<const Module> module, const kiosk_device_ops& ops, void* device)
        : module_(std::move(module)), ops_(ops), device_(device) {}
    Result<> learnIdentity(const std::string& port);

    std::shared_ptr<const Module> module_;
    kiosk_device_ops ops_;
    void* device_; ///< the module's own; nullptr once moved away
    DeviceIdentity identity_;
};

/// Opens the module's device of the class that `table` chooses.
template <typename Ops>
Result<std::pair<OpenedDevice, Ops>> openClass(std::shared_ptr<const Module> module,
                                               const std::string& at,
                                               const std::optional<Ops>& (Module::*table)() const) {
    const auto ops = ((*module).*table)();
    if (!ops)
        return wrong("vendor.no-such-class", module->name());
    auto device = TRY(OpenedDevice::open(std::move(module), ops->device, at));
    return std::pair<OpenedDevice, Ops>(std::move(device), *ops);
}

/// A device of a module, however it was loaded, told `at`. Errors as in vendor.h.
Result<std::unique_ptr<CardReader>> openCardReader(std::shared_ptr<const Module> module,
                                                   const std::string& at);
Result<std::unique_ptr<Printer>> openPrinter(std::shared_ptr<const Module> module,
                                             const std::string& at);
Result<std::unique_ptr<Camera>> openCamera(std::shared_ptr<const Module> module,
                                           const std::string& at);
Result<std::unique_ptr<Auxiliaries>> openAuxiliaries(std::shared_ptr<const Module> module,
                                                     const std::string& at);
Result<std::unique_ptr<CodeSource>> openCodeReader(std::shared_ptr<const Module> module,
                                                   const std::string& at);

} // namespace kiosk::drivers::vendor
