// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <utility>

#include "firmware/base/result.h"

namespace kiosk::machine {

/// A USB device that the kernel plays to itself: a gadget made in configfs, on a port of dummy_hcd.
/// It is there as long as this object. Needs root's rights. Every call may fail with
/// "machine.device-file" (technician).
class UsbGadget {
public:
    struct Options {
        std::string name;
        std::uint16_t vendor = 0;
        std::uint16_t product = 0;
        std::string maker;
        std::string model;
        std::string serial;
        std::string function;                          ///< "ffs.reader", "printer.slips"
        std::map<std::string, std::string> attributes; ///< of the function
        std::string port;                              ///< "dummy_udc.0"
    };

    /// Describes the device; it is not plugged in yet.
    static Result<UsbGadget> make(const Options& options);
    UsbGadget(UsbGadget&& other) noexcept
        : folder_(std::exchange(other.folder_, {})),
          port_(std::move(other.port_)),
          function_(std::move(other.function_)) {}
    UsbGadget& operator=(UsbGadget&&) = delete;
    ~UsbGadget();

    Result<> plug() const;
    /// As a pulled cable: whatever is under way ends as it does on a real bus.
    Result<> unplug() const;

private:
    UsbGadget(std::filesystem::path folder, std::string port, std::string function)
        : folder_(std::move(folder)), port_(std::move(port)), function_(std::move(function)) {}

    std::filesystem::path folder_; ///< in configfs; empty once moved from
    std::string port_;
    std::string function_;
};

} // namespace kiosk::machine
