// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/conformance/card_reader/usb_rig.h"
#include "tests/support/sample_card.h"

using namespace kiosk;
using namespace kiosk::drivers;
using namespace kiosk::tests;

TEST_CASE("D1 a halted pipe is cleared and the read done again") {
    const auto rig = makeSamRig();
    rig->model().inject({.kind = SamFault::Kind::stall});
    rig->lay(sampleCard());
    REQUIRE(rig->reader().findCard({}) == true);
    CHECK(rig->reader().readCard({}) == sampleCard());
}

TEST_CASE("D1 opening without a reader on USB says that none is there") {
    const auto rig = makeSamRig();
    rig->unplug();
    const auto reader = sam::openSamUsb();
    REQUIRE_FALSE(reader);
    CHECK(reader.error().code() == "reader.gone");
    CHECK(reader.error().remedy() == Remedy::technician);
}

TEST_CASE("D1 of two readers on USB the port chooses") {
    UsbRig rig;
    SamDeviceModel otherModel;
    const EmulatedSamReader other(UsbRig::testbed(), otherModel, UsbFraming::split, 2);
    otherModel.lay(otherCard());
    rig.lay(sampleCard());
    for (const auto& [port, card] : {std::pair("1-2", otherCard()), {"1-1", sampleCard()}}) {
        rig.plugAnew(); // lets go of the reader
        const auto reader = sam::openSamUsb({}, port);
        REQUIRE(reader);
        CHECK((*reader)->identity().port == port);
        REQUIRE((*reader)->findCard({}) == true);
        CHECK((*reader)->readCard({}) == card);
    }
    CHECK(sam::openSamUsb({}, "1-3").error().code() == "reader.gone");
}

TEST_CASE("D1 a reader that is a disk too is spoken to at the reader's interface") {
    SamDeviceModel model;
    const EmulatedSamReader combined(UsbRig::testbed(), model, UsbFraming::KIOSK_USB_FRAMING, 3,
                                     UsbCompany::storage);
    model.lay(sampleCard());
    const auto reader = sam::openSamUsb({}, "1-3");
    REQUIRE(reader);
    REQUIRE((*reader)->findCard({}) == true);
    CHECK((*reader)->readCard({}) == sampleCard());
}

TEST_CASE("D12 a known reader with unknown pipes is for its supplier") {
    SamDeviceModel model;
    const EmulatedSamReader odd(UsbRig::testbed(), model, UsbFraming::single, 3,
                                UsbCompany::storageOnly);
    const auto reader = sam::openSamUsb({}, "1-3");
    REQUIRE_FALSE(reader);
    CHECK(reader.error().code() == "usb.no-pipes");
    CHECK(reader.error().kind() == ErrorKind::unsupported);
    CHECK(reader.error().remedy() == Remedy::supplier);
}

TEST_CASE("D1 a reader on USB tells its port") {
    const auto rig = makeSamRig();
    CHECK(rig->reader().identity().module == "sam-usb");
    CHECK(rig->reader().identity().port == "1-1");
}
