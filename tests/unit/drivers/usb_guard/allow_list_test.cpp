// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/usb_guard/allow_list.h"

namespace kiosk::drivers {

namespace {

constexpr UsbInterfaceCode kPipes{0xFF, 0, 0};
constexpr UsbInterfaceCode kKeyboard{0x03, 0x01, 0x01};
constexpr UsbInterfaceCode kPrinter{0x07, 0x01, 0x02};
constexpr UsbInterfaceCode kHub{0x09, 0, 0};

UsbDevice device(const UsbId& id, std::vector<UsbInterfaceCode> interfaces) {
    return {.port = "1-1", .serial = "7", .id = id, .interfaces = std::move(interfaces)};
}

const UsbDevice kReader = device({0x0400, 0xC35A}, {kPipes});

AllowList listed(const std::string& more = "") {
    return AllowList::parse(R"({"devices": [
        {"parts": ["cardReader"], "ids": ["0400:c35a"], "interfaces": ["ff"])" +
                            more + R"(},
        // comments are for people
        {"parts": ["codeScanner"], "ids": ["05e0:*"], "interfaces": ["03/01/01"]},
        {"parts": ["printer"], "ids": ["*:*"], "interfaces": ["07/01"]}]})")
        .value();
}

AllowList shipped() {
    return AllowList::load(KIOSK_SOURCE_DIR "/assets/usb_devices.json").value();
}

} // namespace

TEST_CASE("S1 a device on the list is allowed, for the part it is") {
    const UsbJudgement judgement = listed().judge(kReader);
    CHECK(judgement.isAllowed());
    CHECK(judgement.parts == std::vector<std::string>{"cardReader"});
    CHECK(listed().judge(device({0x1234, 0x5678}, {kPrinter})).isFor("printer"));
    CHECK(listed().judge(device({0x05E0, 0x1900}, {kKeyboard})).isFor("codeScanner"));
}

TEST_CASE("S1 a reader that offers more than a reader is refused as a reader") {
    const UsbJudgement judgement = listed().judge(device(kReader.id, {kKeyboard, kPipes}));
    CHECK(judgement.objection == "it offers 03/01/01 too");
    CHECK(judgement.isFor("cardReader"));
    CHECK_FALSE(judgement.isFor("printer"));
}

TEST_CASE("S1 a printer of any make that types is refused as a printer") {
    const UsbJudgement judgement = listed().judge(device({1, 2}, {kKeyboard, kPrinter}));
    CHECK_FALSE(judgement.isAllowed());
    CHECK(judgement.isFor("printer"));
}

TEST_CASE("S1 a device that is not on the list is refused, and taken for nothing") {
    const UsbJudgement judgement = listed().judge(device({1, 2}, {kKeyboard}));
    CHECK(judgement.objection == "not on the list");
    CHECK(judgement.parts.empty());
}

TEST_CASE("S1 a device whose descriptors say nothing or nonsense is refused") {
    CHECK(listed().judge(device(kReader.id, {})).objection == "it offers nothing");
    UsbDevice garbled = kReader;
    garbled.interfaces.reset();
    const UsbJudgement judgement = listed().judge(garbled);
    CHECK(judgement.objection == "its descriptors are not well formed");
    CHECK(judgement.isFor("cardReader"));
}

TEST_CASE("S1 a list that names port and serial number allows no other") {
    const AllowList exact = listed(R"(, "ports": ["1-1"], "serials": ["7"])");
    CHECK(exact.judge(kReader).isAllowed());
    UsbDevice moved = kReader;
    moved.port = "1-2";
    CHECK(exact.judge(moved).objection == "not at the port where it belongs");
    UsbDevice other = kReader;
    other.serial = "8";
    CHECK(exact.judge(other).objection == "another serial number");
    // Whoever sits where the reader belongs keeps its place.
    const UsbJudgement stranger = exact.judge(device({1, 2}, {kKeyboard}));
    CHECK(stranger.objection == "not what belongs at its port");
    CHECK(stranger.isFor("cardReader"));
}

TEST_CASE("S1 the list that is shipped has what the drivers know, and no keyboard") {
    for (const UsbId& id : {UsbId{0x0400, 0xC35A}, UsbId{0x0483, 0x5652}, UsbId{0x2B19, 0x0200}})
        CHECK(shipped().judge(device(id, {kPipes})).isFor("cardReader"));
    CHECK(shipped().judge(device({0x1D6B, 2}, {kHub})).isAllowed());
    CHECK_FALSE(shipped().judge(device({0x1D6B, 2}, {kHub, kKeyboard})).isAllowed());
    CHECK_FALSE(shipped().judge(device({0x046D, 0xC31C}, {kKeyboard})).isAllowed());
    CHECK_FALSE(shipped().judge(device({0x0781, 0x5567}, {{0x08, 0x06, 0x50}})).isAllowed());
}

TEST_CASE("S1 a list that is wrong says where") {
    const auto why = [](const std::string& entry) {
        return AllowList::parse(R"({"devices": [)" + entry + "]}").error().detail();
    };
    CHECK(AllowList::parse("{").error().code() == "device.allow-list");
    CHECK(AllowList::parse("{}").error().remedy() == Remedy::configuration);
    CHECK(why("7") == "devices: an entry is no object");
    CHECK(why(R"({"parts": 1})") == "parts: a list of texts is expected");
    CHECK(why(R"({"parts": [1]})") == "parts: a text is expected");
    CHECK(why(R"({"ids": ["0400"], "interfaces": ["ff"]})") ==
          "an entry needs parts, ids and interfaces");
    CHECK(why(R"({"parts": ["a"], "ids": ["0400:c3"]})") ==
          "0400:c3: no hexadecimal number of that length");
    CHECK(why(R"({"parts": ["a"], "ids": ["0400:c35a:1"]})") == "0400:c35a:1: too many numbers");
    CHECK(AllowList::load("nowhere.json").error().code() == "device.allow-list");
}

} // namespace kiosk::drivers
