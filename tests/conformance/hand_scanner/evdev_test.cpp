// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/code_reader/hand_scanner/evdev_scanner.h"
#include "tests/conformance/mock_bed.h"
#include "tests/support/emulated_scanner.h"
#include "tests/unit/drivers/hand_scanner/typed_keys.h"

using namespace kiosk;
using tests::EmulatedScanner;

namespace {

const std::string kText = "LK1:990000:A7K2-9QXM-0042:7F";

} // namespace

TEST_CASE("D10 a scanner that types as a keyboard is taken for ourselves and read") {
    EmulatedScanner scanner(tests::mockBed());
    const auto source = drivers::openEvdevScanner(scanner.path());
    REQUIRE(source);
    CHECK(scanner.grabbed());
    CHECK((*source)->identity().model == "Emulated scanner");
    scanner.type(tests::typed(kText + "\n"));
    const auto code = (*source)->next({});
    REQUIRE(code);
    REQUIRE(*code);
    CHECK((*code)->text == kText);
}

TEST_CASE("D10 a scanner pulled out is gone, and back once it is opened anew") {
    {
        EmulatedScanner scanner(tests::mockBed());
        const auto source = drivers::openEvdevScanner(scanner.path());
        REQUIRE(source);
        scanner.type(tests::typed("LK1:99"));
        scanner.unplug();
        CHECK((*source)->next({}).error().code() == "scanner.gone");
        CHECK((*source)->next({}).error().code() == "scanner.gone");
    }
    EmulatedScanner again(tests::mockBed());
    const auto source = drivers::openEvdevScanner(again.path());
    REQUIRE(source);
    again.type(tests::typed("0000\n"));
    CHECK((*source)->next({}).value()->text == "0000");
}

TEST_CASE("D10 a node without the keys of a code is no scanner") {
    const EmulatedScanner buttons(tests::mockBed(), EmulatedScanner::Keys::buttonsOnly);
    CHECK(drivers::openEvdevScanner(buttons.path()).error().code() == "scanner.not-a-scanner");
}

TEST_CASE("D1 a scanner another program holds is busy") {
    EmulatedScanner scanner(tests::mockBed());
    scanner.setTaken(true);
    CHECK(drivers::openEvdevScanner(scanner.path()).error().code() == "scanner.busy");
}
