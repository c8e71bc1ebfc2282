// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstring>

#include <catch2/catch.hpp>
#include <dlfcn.h>

#include "drivers/vendor/kiosk_rig.h"
#include "drivers/vendor/vendor.h"
#include "firmware/app/modules.h"

using namespace kiosk;
using namespace kiosk::drivers;

namespace {

std::string moduleFile(const std::string& name) {
    return std::string(KIOSK_BINARY_DIR) + "/vendor/" + name + ".so";
}

/// The world behind the example's devices, and the hands in it; as it was at first with each test.
class Acme {
public:
    Acme() {
        const auto describe =
            reinterpret_cast<int32_t (*)(kiosk_rig*)>(::dlsym(handle_, "kiosk_rig_describe"));
        REQUIRE(describe != nullptr);
        REQUIRE(describe(&rig_) == KIOSK_OK);
    }
    ~Acme() { ::dlclose(handle_); }
    Acme(const Acme&) = delete;
    Acme& operator=(const Acme&) = delete;

    const kiosk_reader_rig& reader() const { return *rig_.card_reader; }
    const kiosk_printer_rig& printer() const { return *rig_.printer; }

private:
    void* handle_ = ::dlopen(moduleFile("acme").c_str(), RTLD_NOW | RTLD_LOCAL);
    kiosk_rig rig_{};
};

kiosk_id_card inventedCard() {
    kiosk_id_card card{};
    card.struct_size = sizeof card;
    card.layout = KIOSK_LAYOUT_MAINLAND;
    card.number_doubt = KIOSK_DOUBT_NONE;
    std::strcpy(card.name, "云小满");
    std::strcpy(card.number, "990000199003071235");
    std::strcpy(card.birth, "1990-03-07");
    std::strcpy(card.valid_from, "2019-05-20");
    card.photo[1023] = 0x5A;
    return card;
}

/// The code with which the example's reader, one thing wrong, is met where it shows.
std::string codeOf(const std::string& oddity) {
    const auto reader = openVendorCardReader(moduleFile("odd_" + oddity));
    if (!reader)
        return reader.error().code();
    const bool inText = oddity == "TEXT" || oddity == "SIZE";
    const auto error = inText ? (*reader)->samNumber({}).error() : (*reader)->findCard({}).error();
    CHECK(error.remedy() == Remedy::supplier);
    return error.code();
}

} // namespace

TEST_CASE("D1 a supplier's module is loaded and reads a card") {
    const Acme acme;
    const auto reader = openVendorCardReader(moduleFile("acme"));
    REQUIRE(reader);
    CHECK((*reader)->identity().module == "acme");
    CHECK((*reader)->capabilities().layouts.size() == 4);
    const kiosk_id_card laid = inventedCard();
    acme.reader().lay(&laid);
    REQUIRE((*reader)->findCard({}) == true);
    const auto card = (*reader)->readCard({});
    REQUIRE(card);
    CHECK(card->name == "云小满");
    CHECK(card->birth == std::chrono::year(1990) / 3 / 7);
    CHECK_FALSE(card->validUntil);
    CHECK(card->photo.back() == std::byte{0x5A});
}

TEST_CASE("R1 what a supplier's module gives as a card is looked at like a stranger's") {
    const Acme acme;
    const auto reader = openVendorCardReader(moduleFile("acme"));
    REQUIRE(reader);
    const auto codeFor = [&](auto spoil) {
        kiosk_id_card laid = inventedCard();
        spoil(laid);
        acme.reader().lay(&laid);
        REQUIRE((*reader)->findCard({}) == true);
        const auto card = (*reader)->readCard({});
        return card ? "" : card.error().code();
    };
    CHECK(codeFor([](kiosk_id_card& card) { card.layout = 5; }) == "vendor.bad-enum");
    CHECK(codeFor([](kiosk_id_card& card) { card.name[0] = '\0'; }) == "vendor.bad-text");
    CHECK(codeFor([](kiosk_id_card& card) { card.name[0] = '\xFF'; }) == "vendor.bad-text");
    CHECK(codeFor([](kiosk_id_card& card) { std::memset(card.issuer, 'i', sizeof card.issuer); }) ==
          "vendor.bad-text");
    for (const char* birth : {"", "1990-02-30", "1990-3", "1990-03-07x", "19900307", "-"})
        CHECK(codeFor([&](kiosk_id_card& card) { std::strcpy(card.birth, birth); }) ==
              "vendor.bad-text");
    CHECK(codeFor([](kiosk_id_card&) {}).empty());
}

TEST_CASE("D1 a supplier's printer prints and counts what leaves it") {
    const Acme acme;
    const auto printer = openVendorPrinter(moduleFile("acme"));
    REQUIRE(printer);
    CHECK((*printer)->capabilities().formats == std::vector{DocumentFormat::pdf});
    const auto job = (*printer)->submit({.pdf = toBytes("%PDF-1.5"), .pages = 2}, {});
    REQUIRE(job);
    acme.printer().page_out();
    const auto progress = (*printer)->progress({*job, 2}, {});
    REQUIRE(progress);
    CHECK(progress->pagesOut == 1);
    CHECK((*printer)->progress({*job, 0}, {}).error().code() == "vendor.bad-size");
    acme.printer().take_paper();
    const auto status = (*printer)->status({});
    REQUIRE(status);
    CHECK(status->paper == PaperState::out);
    CHECK(status->reasons == std::vector<std::string>{"no paper"});
}

TEST_CASE("D1 a supplier's module is told when to stop, and its error comes whole") {
    const Acme acme;
    const auto reader = openVendorCardReader(moduleFile("acme"));
    REQUIRE(reader);
    std::stop_source stop;
    stop.request_stop();
    CHECK((*reader)->findCard(stop.get_token()).error().code() == "reader.cancelled");
    acme.reader().unplug();
    const Error error = (*reader)->findCard({}).error();
    CHECK(error.code() == "reader.gone");
    CHECK(error.remedy() == Remedy::technician);
    CHECK(openVendorCardReader(moduleFile("acme")).error().code() == "reader.gone");
}

TEST_CASE("D1 a module of another major version is refused") {
    const auto reader = openVendorCardReader(moduleFile("odd_VERSION"));
    REQUIRE_FALSE(reader);
    CHECK(reader.error().code() == "vendor.abi-version");
    CHECK(reader.error().remedy() == Remedy::supplier);
    CHECK(reader.error().detail() == "built with 2.0, this kiosk has 1.1");
}

TEST_CASE("D1 a module of a later minor version is used") {
    const auto reader = openVendorCardReader(moduleFile("odd_MINOR"));
    REQUIRE(reader);
    CHECK((*reader)->identity().model == "Acme Reader");
}

TEST_CASE("D1 a module fills no more of a table than an older kiosk has room for") {
    void* handle = ::dlopen(moduleFile("acme").c_str(), RTLD_NOW | RTLD_LOCAL);
    REQUIRE(handle != nullptr);
    const auto describe =
        reinterpret_cast<int32_t (*)(kiosk_driver*)>(::dlsym(handle, "kiosk_driver_describe"));
    kiosk_driver driver{};
    driver.struct_size = offsetof(kiosk_driver, auxiliaries);
    CHECK(describe(&driver) == KIOSK_OK);
    CHECK(driver.camera != nullptr);
    CHECK(driver.auxiliaries == nullptr);
    CHECK(driver.code_reader == nullptr);
    ::dlclose(handle);
}

TEST_CASE("D1 whatever a module does against its contract is an error of its own") {
    CHECK(codeOf("SYMBOL") == "vendor.no-symbol");
    CHECK(codeOf("FUNCTION") == "vendor.bad-table");
    CHECK(codeOf("ENUM") == "vendor.bad-enum");
    CHECK(codeOf("TEXT") == "vendor.bad-text");
    CHECK(codeOf("SIZE") == "vendor.bad-text");
    CHECK(codeOf("REMEDY") == "vendor.bad-error");
    CHECK(openVendorCamera(moduleFile("odd_ENUM")).error().code() == "vendor.no-such-class");
    CHECK(openVendorCardReader("/nowhere/acme.so").error().code() == "vendor.no-module");
    CHECK(openVendorCardReader("/dev/null").error().code() == "vendor.not-loadable");
}

TEST_CASE("D2 a supplier's module is chosen by the configuration alone, in a process of its own") {
    const Acme acme;
    const auto open =
        app::cardReaderModule({.module = "vendor", .at = moduleFile("acme") + "#usb"});
    const auto reader = open();
    REQUIRE(reader);
    CHECK((*reader)->identity().model == "Acme Reader");
    const kiosk_id_card laid = inventedCard();
    acme.reader().lay(&laid);
    CHECK((*reader)->findCard({}) == false); // it was laid in this process
    const app::DeviceChoice others{.module = "vendor", .at = moduleFile("acme")};
    CHECK(app::auxiliariesModule(others)().value()->identity().model == "Acme Cabinet");
    CHECK(app::codeScannerModule(others)().value()->identity().model == "Acme Scanner");
}
