// SPDX-License-Identifier: Apache-2.0
#include <array>

#include <catch2/catch.hpp>

#include "drivers/stick/usb_stick_port.h"
#include "firmware/base/files.h"
#include "tests/support/mock_testbed.h"

using namespace kiosk;
using namespace kiosk::drivers;
using namespace std::chrono_literals;

namespace {

kiosk::tests::MockTestbed& bus() {
    static kiosk::tests::MockTestbed bed;
    return bed;
}

constexpr UsbInterfaceCode kBulkOnly{0x08, 0x06, 0x50};
constexpr UsbInterfaceCode kUas{0x08, 0x06, 0x62};
constexpr UsbInterfaceCode kKeyboard{0x03, 0x01, 0x01};

/// What a device with these interfaces says of itself (USB 2.0, chapter 9.6).
std::string descriptors(const std::vector<UsbInterfaceCode>& interfaces) {
    std::string bytes("\x12\x01\x00\x02\x00\x00\x00\x40\x51\x09\x66\x16\x00\x01\x00\x00\x00\x01",
                      18);
    const auto whole = static_cast<char>(9 + 9 * interfaces.size());
    bytes += std::string("\x09\x02", 2) + whole + '\0' + static_cast<char>(interfaces.size());
    bytes += std::string("\x01\x00\x80\x32", 4);
    char number = 0;
    for (const auto& code : interfaces) {
        bytes += std::string("\x09\x04", 2) + number++ + std::string("\0\0", 2);
        for (const unsigned word : {+code.classCode, +code.subclass, +code.protocol})
            bytes += static_cast<char>(word);
        bytes += '\0';
    }
    return bytes;
}

/// A device on the emulated bus, gone with this object.
class Plugged {
public:
    Plugged(std::string port, const std::vector<UsbInterfaceCode>& interfaces, int disks = 1)
        : port_(std::move(port)) {
        auto* bed = bus().handle();
        const std::string file = "bus/usb/001/00" + port_.substr(2);
        path_ = take(umockdev_testbed_add_device(
            bed, "usb", port_.c_str(), nullptr, "authorized", "0", "idVendor", "0951", "idProduct",
            "1666", "busnum", "1", "devnum", port_.substr(2).c_str(), nullptr, "DEVTYPE",
            "usb_device", "DEVNAME", file.c_str(), nullptr));
        std::string told = descriptors(interfaces);
        umockdev_testbed_set_attribute_binary(bed, path_.c_str(), "descriptors",
                                              reinterpret_cast<guint8*>(told.data()),
                                              static_cast<gint>(told.size()));
        for (int i = 0; i < disks; ++i) {
            // umockdev remembers names of disks that are gone.
            static int made = 0;
            const std::string name = "sd" + std::to_string(++made);
            nodes_.push_back("/dev/" + name);
            disks_.push_back(take(umockdev_testbed_add_device(
                bed, "block", name.c_str(), path_.c_str(), "size", i == 2 ? "0" : "2048", "ro",
                i == 1 ? "1" : "0", nullptr, "DEVTYPE", "disk", "DEVNAME", ("/dev/" + name).c_str(),
                nullptr)));
        }
    }
    ~Plugged() {
        for (const std::string& disk : disks_)
            umockdev_testbed_remove_device(bus().handle(), disk.c_str());
        umockdev_testbed_remove_device(bus().handle(), path_.c_str());
    }
    Plugged(const Plugged&) = delete;
    Plugged& operator=(const Plugged&) = delete;

    const std::string& node() const { return nodes_.front(); }
    /// What the kernel would go by.
    bool isAuthorized() const {
        const auto file = kiosk::tests::rootOf(bus().handle()) + path_ + "/authorized";
        return toText(readFile(file).value()).starts_with('1');
    }

private:
    static std::string take(gchar* path) {
        std::string text(path);
        g_free(path);
        return text;
    }

    std::string port_;
    std::string path_;
    std::vector<std::string> disks_;
    std::vector<std::string> nodes_;
};

const AllowList kNothingOfOurs{{}};

std::string admitted(UsbStickPort& port) {
    const auto stick = port.admit();
    return stick ? stick->node.string() : stick.error().code();
}

} // namespace

TEST_CASE("S1 a stick is used between admission and letting go, and at no other time") {
    bus();
    UsbStickPort none(kNothingOfOurs, 200ms);
    CHECK(admitted(none) == "stick.none");
    for (const auto& interfaces : {std::vector{kBulkOnly}, std::vector{kBulkOnly, kUas}}) {
        const Plugged stick("1-1", interfaces);
        UsbStickPort port(kNothingOfOurs, 200ms);
        CHECK_FALSE(stick.isAuthorized());
        CHECK(admitted(port) == stick.node());
        CHECK(stick.isAuthorized());
        REQUIRE(port.letGo());
        CHECK_FALSE(stick.isAuthorized());
    }
}

TEST_CASE("S1 a stick that types, or is one of two, is never used") {
    const Plugged typing("1-1", {kBulkOnly, kKeyboard});
    UsbStickPort port(kNothingOfOurs, 200ms);
    CHECK(admitted(port) == "device.not-allowed");
    CHECK_FALSE(typing.isAuthorized());
    const Plugged first("1-2", {kBulkOnly});
    CHECK(admitted(port) == first.node());
    REQUIRE(port.letGo());
    const Plugged second("1-3", {kBulkOnly});
    CHECK(admitted(port) == "stick.several");
    CHECK_FALSE(first.isAuthorized());
    CHECK_FALSE(second.isAuthorized());
}

TEST_CASE("S1 a stick that shows no disk, or two, is let go of") {
    for (const auto& [disks, code] :
         {std::pair{0, "stick.silent"}, std::pair{2, "stick.several"}}) {
        const Plugged stick("1-1", {kBulkOnly}, disks);
        {
            UsbStickPort port(kNothingOfOurs, 200ms);
            CHECK(admitted(port) == code);
        }
        CHECK_FALSE(stick.isAuthorized());
    }
}

TEST_CASE("S1 what the kiosk's own list allows is no stick, and is left as it is") {
    const Plugged disk("1-1", {kBulkOnly});
    const AllowList ours =
        AllowList::parse(R"({"devices": [{"parts": ["disk"], "ids": ["0951:1666"],
                                                "interfaces": ["08/06/50"]}]})")
            .value();
    UsbStickPort admitting(kNothingOfOurs, 200ms);
    CHECK(admitted(admitting) == disk.node());
    {
        UsbStickPort port(ours, 200ms);
        CHECK(admitted(port) == "stick.none");
        REQUIRE(port.letGo());
    }
    CHECK(disk.isAuthorized());
    // And what a program that died has left is let go of by the next.
    UsbStickPort next(kNothingOfOurs, 200ms);
    REQUIRE(next.letGo());
    CHECK_FALSE(disk.isAuthorized());
}
