// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/app/config.h"
#include "firmware/base/files.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::app {

namespace {

const std::string kGood = R"({
  "place": "云州市政务服务中心", "assets": "../assets", "state": "state", "trust": "trust",
  "board": {"widthPx": 1080, "heightPx": 1920, "pixelsPerMm": 4.0},
  "cardReader": {"module": "sam-usb"},
  "printer": {"module": "ipp", "at": "ipp://localhost:8631/ipp/print"},
  "camera": {"module": "v4l2", "at": "/dev/video0"},
  "regions": [{"code": "990000", "name": "云州市", "url": "https://localhost:8443",
    "caFile": "ca.pem", "certFile": "kiosk.pem", "keyFile": "kiosk.key", "envelopeKeyFile": "k.pem"}]
})";

Result<Config> load(const std::string& text) {
    const tests::TemporaryFolder folder;
    const auto file = folder.path() / "kiosk.json";
    REQUIRE(writeFile(file, bytesOf(text)));
    return loadConfig(file);
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    return text.replace(text.find(what), what.size(), with);
}

} // namespace

TEST_CASE("D2 which device a kiosk has is data") {
    const auto config = load(kGood);
    REQUIRE(config);
    CHECK(config->cardReader.module == "sam-usb");
    CHECK(config->printer.at == "ipp://localhost:8631/ipp/print");
    CHECK(config->regions.at(0).caFile.filename() == "ca.pem");
    CHECK(config->regions.at(0).caFile.is_absolute());
    CHECK_FALSE(config->auxiliaries);
    const auto cabinet = load(
        replaced(kGood, "\"camera\"",
                 R"("auxiliaries": {"module": "serial-board", "at": "/dev/ttyS1"}, "camera")"));
    REQUIRE(cabinet);
    REQUIRE(cabinet->auxiliaries);
    CHECK(cabinet->auxiliaries->module == "serial-board");
    CHECK(cabinet->auxiliaries->at == "/dev/ttyS1");
}

TEST_CASE("U4 how high the screen hangs is data, and unknown where nobody says it") {
    const auto unknown = load(kGood);
    REQUIRE(unknown);
    CHECK_FALSE(unknown->board.mounting);
    const auto known = load(
        replaced(kGood, "4.0", R"(4.0, "bottomAboveFloorMm": 880, "obstructionDepthMm": 520)"));
    REQUIRE(known);
    REQUIRE(known->board.mounting);
    CHECK(known->board.mounting->bottomAboveFloorMm == 880);
    CHECK(known->board.mounting->obstructionDepthMm == 520);
}

TEST_CASE("A panel that is built in on its side says how far the picture is turned") {
    const auto turned = [](const std::string& degrees) {
        return load(replaced(kGood, "4.0", "4.0, \"turned\": " + degrees));
    };
    CHECK(load(kGood)->board.turned == 0);
    CHECK(turned("270")->board.turned == 270);
    CHECK(turned("45").error().code() == "config.wrong");
    CHECK(turned("360").error().code() == "config.wrong");
}

TEST_CASE("S1 which USB devices a kiosk allows is data: its own list, or the shipped one") {
    const auto shipped = load(kGood);
    REQUIRE(shipped);
    CHECK(shipped->usbDevices == shipped->assets / "usb_devices.json");
    const auto own = load(replaced(kGood, "\"board\"", R"("usbDevices": "ports.json", "board")"));
    REQUIRE(own);
    CHECK(own->usbDevices.filename() == "ports.json");
    CHECK(own->usbDevices.is_absolute());
    CHECK(load(replaced(kGood, "\"board\"", R"("usbDevices": 7, "board")")).error().code() ==
          "config.wrong");
}

TEST_CASE("D4 whether social security cards identify is data, and off unless it is said") {
    CHECK_FALSE(load(kGood)->acceptsSocialSecurityCards);
    const auto with = [](const std::string& value) {
        return load(replaced(kGood, "\"board\"",
                             "\"acceptsSocialSecurityCards\": " + value + ", \"board\""));
    };
    CHECK(with("true")->acceptsSocialSecurityCards);
    CHECK(with("\"yes\"").error().code() == "config.wrong");
}

TEST_CASE("R5 whom somebody may help a day is three people, or as many as the site says") {
    CHECK(load(kGood)->holdersPerCompanion == 3);
    const auto with = [](const std::string& value) {
        return load(
            replaced(kGood, "\"board\"", "\"holdersPerCompanion\": " + value + ", \"board\""));
    };
    CHECK(with("1")->holdersPerCompanion == 1);
    for (const char* wrong : {"0", "21", "-1", "2.5", "\"many\""})
        CHECK(with(wrong).error().code() == "config.wrong");
}

TEST_CASE("D14 the security module on record is data, and may be left out") {
    CHECK(load(kGood)->cardReader.samNumber.empty());
    const std::string number = "05.03-20100101-000012345-012345678";
    const auto config =
        load(replaced(kGood, "\"sam-usb\"", "\"sam-usb\", \"samNumber\": \"" + number + "\""));
    REQUIRE(config);
    CHECK(config->cardReader.samNumber == number);
}

TEST_CASE("D13 where a reader's recordings go is data, beside the file, and may be left out") {
    CHECK(load(kGood)->cardReader.record.empty());
    const auto config = load(replaced(kGood, "\"sam-usb\"", "\"sam-usb\", \"record\": \"kept\""));
    REQUIRE(config);
    CHECK(config->cardReader.record.filename() == "kept");
    CHECK(config->cardReader.record.is_absolute());
}

TEST_CASE("D10 a hand scanner is named where the kiosk has one") {
    CHECK_FALSE(load(kGood)->codeScanner);
    const auto config = load(
        replaced(kGood, "\"camera\"",
                 R"("codeScanner": {"module": "scanner-serial", "at": "/dev/ttyACM0"}, "camera")"));
    REQUIRE(config);
    CHECK(config->codeScanner.value().module == "scanner-serial");
    CHECK(load(replaced(kGood, "\"camera\"", R"("codeScanner": 7, "camera")")).error().code() ==
          "config.wrong");
}

TEST_CASE("S1 where staff lay their cards is data; without it there is no staff mode") {
    CHECK_FALSE(load(kGood)->staffCards);
    const auto config =
        load(replaced(kGood, "\"camera\"", R"("staffCards": {"module": "pcsc"}, "camera")"));
    REQUIRE(config);
    CHECK(config->staffCards.value().module == "pcsc");
}

TEST_CASE(
    "S1 whose cards open staff mode lies in the state folder, or comes beside the configuration") {
    const auto kept = load(kGood);
    REQUIRE(kept);
    CHECK(kept->staffRegister == kept->state / "staff.json");
    const auto brought =
        load(replaced(kGood, "\"camera\"", R"("staffRegister": "staff.json", "camera")"));
    REQUIRE(brought);
    CHECK(brought->staffRegister.is_absolute());
    CHECK(brought->staffRegister.filename() == "staff.json");
    CHECK(brought->staffRegister.parent_path() != brought->state);
}

TEST_CASE("V2 a slow board gives a licence file more time, never more than a reader lives") {
    const std::string start = "\"board\": {";
    CHECK(load(kGood)->board.fileTime == std::chrono::seconds(5));
    CHECK(load(replaced(kGood, start, start + "\"fileSeconds\": 60, "))->board.fileTime ==
          std::chrono::seconds(60));
    CHECK_FALSE(load(replaced(kGood, start, start + "\"fileSeconds\": 61, ")));
}

TEST_CASE("D2 a kiosk may have a receipt printer, or none") {
    CHECK_FALSE(load(kGood)->receiptPrinter);
    const auto with = [](const std::string& entry) {
        return load(replaced(kGood, "\"camera\"", "\"receiptPrinter\": " + entry + ", \"camera\""));
    };
    const auto config = with(R"({"module": "escpos-usb", "at": "0dd4:0237"})");
    REQUIRE(config);
    REQUIRE(config->receiptPrinter);
    CHECK(config->receiptPrinter->module == "escpos-usb");
    CHECK(config->receiptPrinter->at == "0dd4:0237");
    CHECK(with("{}").error().code() == "config.missing");
}

TEST_CASE("A54 who can be called and when is data; a wrong word is named with its key") {
    const auto with = [](const std::string& staff) {
        return load(replaced(kGood, "\"board\"", "\"staff\": " + staff + ", \"board\""));
    };
    CHECK_FALSE(load(kGood)->staff.hours);
    const auto staffed = with(R"({"hours": {"from": "08:30", "to": "17:00", "days": [1, 2, 7]},
                                  "waitMinutes": 5, "hotline": "0990-12345"})");
    REQUIRE(staffed);
    REQUIRE(staffed->staff.hours);
    CHECK(staffed->staff.hours->from == std::chrono::minutes(510));
    CHECK(staffed->staff.hours->to == std::chrono::hours(17));
    CHECK(staffed->staff.hours->days == std::array{true, true, false, false, false, false, true});
    CHECK(staffed->staff.waitMinutes == 5);
    CHECK(staffed->staff.hotline == "0990-12345");
    const std::pair<std::string, std::string> wrong[] = {
        {R"({"hours": {"from": "8:30", "to": "17:00"}})", "staff.hours.from"},
        {R"({"hours": {"from": "08:30", "to": "17:60"}})", "staff.hours.to"},
        {R"({"hours": {"from": "08:30", "to": "24:01"}})", "staff.hours.to"},
        {R"({"hours": {"from": "17:00", "to": "17:00"}})", "staff.hours"},
        {R"({"hours": {"from": "08:30", "to": "17:00", "days": []}})", "days"},
        {R"({"hours": {"from": "08:30", "to": "17:00", "days": [8]}})", "days"},
        {R"({"hours": {"from": "08:30"}})", "to"},
        {R"({"waitMinutes": 0})", "waitMinutes"},
        {R"({"waitMinutes": 2.5})", "waitMinutes"},
        {R"({"hotline": "ask inside"})", "staff.hotline"},
        {R"({"hotline": ""})", "staff.hotline"},
        {R"("always")", "staff"}};
    for (const auto& [staff, key] : wrong) {
        INFO(staff);
        const auto config = with(staff);
        REQUIRE_FALSE(config);
        CHECK(config.error().line().find(key) != std::string::npos);
        CHECK(config.error().remedy() == Remedy::configuration);
    }
}

TEST_CASE("O3 a wrong configuration names the key and who must act") {
    const auto check = [](const std::string& text, std::string_view code, std::string_view word) {
        const auto config = load(text);
        REQUIRE_FALSE(config);
        CHECK(config.error().code() == code);
        CHECK(config.error().remedy() == Remedy::configuration);
        CHECK(config.error().detail().find(word) != std::string::npos);
    };
    check(replaced(kGood, "\"place\"", "\"plaice\""), "config.missing", "place");
    check(replaced(kGood, "1080", "\"wide\""), "config.wrong", "widthPx");
    check(replaced(kGood, "1080", "1e9"), "config.wrong", "widthPx");
    check(replaced(kGood, "1080", "0.5"), "config.wrong", "widthPx");
    check(replaced(kGood, "4.0", "-4"), "config.wrong", "pixelsPerMm");
    check(replaced(kGood, "1080", "1e999"), "config.syntax", "number");
    check(replaced(kGood, "\"sam-usb\"", "7"), "config.wrong", "module");
    check(replaced(kGood, "\"camera\"", "\"auxiliaries\": 7, \"camera\""), "config.wrong",
          "auxiliaries");
    check(replaced(kGood, "\"caFile\"", "\"ca\""), "config.missing", "caFile");
    check(replaced(kGood, "\"sam-usb\"", "\"sam-usb\", \"samNumber\": 5"), "config.wrong",
          "samNumber");
    check(kGood.substr(0, 100), "config.syntax", "line");
    check("[]", "config.wrong", "object");
}

TEST_CASE("a configuration that is not there says so") {
    CHECK(loadConfig("/nowhere/kiosk.json").error().code() == "config.unreadable");
}

TEST_CASE("A35 a kiosk speaks through what its board names, at 65 dB at least") {
    const auto with = [](const std::string& sound) {
        return load(replaced(kGood, "\"board\"", "\"sound\": " + sound + ", \"board\""));
    };
    CHECK_FALSE(load(kGood)->sound);
    const auto both = with(R"({"headset": {"device": "USB", "fullScaleDb": 110}, "loudspeaker": {},
                               "keys": {"en": "The keys are on the right."}})");
    REQUIRE(both);
    CHECK(both->sound->headset->device == "USB");
    CHECK(both->sound->headset->fullScaleDb == 110);
    CHECK(both->sound->loudspeaker->fullScaleDb == 100);
    CHECK(both->sound->keys.at("en") == "The keys are on the right.");
    CHECK(both->sound->slot.empty());
    CHECK_FALSE(with("{}")->sound->headset);
    for (const auto* wrong :
         {R"({"loudspeaker": {"fullScaleDb": 60}})", R"({"headset": 7})", R"({"keys": {"en": 7}})"})
        CHECK(with(wrong).error().code() == "config.wrong");
}

} // namespace kiosk::app
