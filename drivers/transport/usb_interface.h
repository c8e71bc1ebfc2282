// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace kiosk::drivers {

struct UsbId {
    std::uint16_t vendor;
    std::uint16_t product;

    bool operator==(const UsbId&) const = default;
};

struct BulkEndpoint {
    enum class Direction { in, out };

    std::uint8_t address; ///< as the descriptor has it, direction bit included
    Direction direction;
    std::size_t packetSize; ///< bytes; a read asks for whole packets, so that none overflows

    bool operator==(const BulkEndpoint&) const = default;
};

/// bInterfaceClass, bInterfaceSubClass and bInterfaceProtocol (USB 2.0, table 9-12).
struct UsbInterfaceCode {
    std::uint8_t classCode;
    std::uint8_t subclass;
    std::uint8_t protocol;

    bool operator==(const UsbInterfaceCode&) const = default;
};

/// One setting of an interface, with its bulk pipes in the order of the descriptors.
struct UsbInterface {
    int number = -1; ///< negative: none
    int setting = 0; ///< bAlternateSetting
    UsbInterfaceCode code{};
    std::vector<BulkEndpoint> endpoints{};
};

/// Which of the attached devices is meant. What is left empty fits all.
struct UsbWish {
    std::span<const UsbId> ids{};                   ///< one of these
    std::span<const UsbInterfaceCode> interfaces{}; ///< the first that the device has
    std::string port{};                             ///< "1-1.2", see UsbDescription
    bool (*fits)(const UsbInterface&) = nullptr;    ///< what else the interface must be
};

} // namespace kiosk::drivers
