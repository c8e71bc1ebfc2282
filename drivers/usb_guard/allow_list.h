// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "drivers/usb_guard/attached.h"

namespace kiosk::drivers {

/// Vendor and product; nothing stands for any.
using UsbIdPattern = std::array<std::optional<unsigned>, 2>;
/// Class, subclass and protocol; nothing stands for any.
using UsbInterfacePattern = std::array<std::optional<unsigned>, 3>;

/// One line of the list.
struct AllowedUsb {
    std::vector<std::string> parts{};
    std::vector<UsbIdPattern> ids{};
    std::vector<UsbInterfacePattern> interfaces{};
    std::vector<std::string> ports{};   ///< none: any
    std::vector<std::string> serials{}; ///< none: any
};

/// What the list says of a device.
struct UsbJudgement {
    /// The parts of the kiosk, in the words of its configuration ("cardReader"), that it serves; of
    /// a refused one those that it could be taken for.
    std::vector<std::string> parts{};
    std::string objection{}; ///< why it is refused; empty: it is allowed

    bool isAllowed() const { return objection.empty(); }
    bool isFor(std::string_view part) const;
};

/// The USB devices a kiosk may have: data. A device is allowed when one line has its id, has its
/// port and its serial number where it names any, and has every interface that the device offers in
/// any configuration: a reader that is a keyboard too is none of ours (BadUSB).
class AllowList {
public:
    explicit AllowList(std::vector<AllowedUsb> lines) : lines_(std::move(lines)) {}
    /// {"devices": [{"parts": ["cardReader"], "ids": ["0400:c35a", "05e0:*"], "interfaces":
    /// ["ff/*"], "ports": ["1-1.2"], "serials": ["00012"]}]}; ports and serials may be left out,
    /// and comments are allowed. What a pattern leaves open at its end is any. Error
    /// "device.allow-list" (configuration) with what is wrong.
    static Result<AllowList> parse(std::string_view json);
    static Result<AllowList> load(const std::filesystem::path& file);

    UsbJudgement judge(const UsbDevice& device) const;

private:
    std::vector<AllowedUsb> lines_;
};

} // namespace kiosk::drivers
