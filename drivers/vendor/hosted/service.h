// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "drivers/vendor/hosted/calls.h"
#include "drivers/vendor/hosted/packet.h"
#include "drivers/vendor/hosted/room.h"
#include "drivers/vendor/vendor_module.h"

namespace kiosk::drivers::vendor::hosted {

/// The side of a supplier's process: makes the calls it is asked for, on a module that it loads
/// when it is asked what that is. Devices left open are closed with it.
class Service {
public:
    Service(std::string file, Room& room) : file_(std::move(file)), room_(room) {}
    ~Service();
    Service(const Service&) = delete;
    Service& operator=(const Service&) = delete;

    /// False for a question that does not keep to the form; there is no answer to it.
    bool answer(Packet& question, Packet& answer);

    /// A device that was opened; closed, its place is free.
    struct Opened {
        DeviceClass deviceClass{};
        kiosk_device_ops ops{};
        void* device = nullptr;
    };

private:
    std::int32_t describe(Description& told, kiosk_error& error);
    std::int32_t open(DeviceClass deviceClass, const char* at, const kiosk_call* call,
                      std::uint32_t& number, kiosk_error& error);
    std::uint32_t keep(const Opened& opened);
    Opened* find(std::uint32_t number);

    std::string file_;
    Room& room_;
    std::shared_ptr<const Module> module_;
    std::vector<Opened> devices_;
};

} // namespace kiosk::drivers::vendor::hosted
