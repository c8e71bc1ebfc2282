// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/update/system.h"
#include "firmware/update/version.h"

namespace kiosk::test {

using update::Version;

TEST_CASE("F2 of two versions the first number that differs tells the older") {
    const auto older = [](const char* one, const char* other) {
        return *Version::parse(one) < *Version::parse(other);
    };
    CHECK(older("0.1.0-20261127125500", "0.1.0-20261127125501"));
    CHECK(older("0.9.0-20261127125500", "0.10.0-20250101000000"));
    CHECK(older("1.2", "1.2.0"));
    CHECK_FALSE(older("0.1.0-20261127125500", "0.1.0-20261127125500"));
    CHECK(*Version::parse("1.02") == *Version::parse("1-2"));
    CHECK(Version::parse("1.02")->text() == "1.02");
}

TEST_CASE("F2 what is no version is none") {
    for (const char* text : {"", ".", "1.", ".1", "1..2", "1.2b", "v1", "1 2", "-1", "+1",
                             "1234567890123456789", "1\n"}) {
        CAPTURE(text);
        CHECK_FALSE(Version::parse(text));
    }
    CHECK(Version::parse("123456789012345678"));
}

TEST_CASE("F2 a system says for which board it was made, its version, and where it lies") {
    const auto system = update::systemFrom(
        "NAME=\"Debian\"\nXIMAGE_ID=no\nIMAGE_ID=board-1\nIMAGE_VERSION=\"1.2-3\"\n",
        "ro kiosk.slot=b\n", "/efi/grubenv");
    REQUIRE(system);
    CHECK(system->board == "board-1");
    CHECK(system->version.text() == "1.2-3");
    CHECK(system->running == update::Slot::b);
    CHECK(system->loaderFile == "/efi/grubenv");
}

TEST_CASE("F2 a machine that no kiosk's image started takes no update") {
    const auto [release, line] = GENERATE(
        table<const char*, const char*>({{"IMAGE_VERSION=1\n", "kiosk.slot=a"},
                                         {"IMAGE_ID=board\n", "kiosk.slot=a"},
                                         {"IMAGE_ID=board\nIMAGE_VERSION=new\n", "kiosk.slot=a"},
                                         {"IMAGE_ID=board\nIMAGE_VERSION=1\n", "ro quiet"}}));
    const auto system = update::systemFrom(release, line, "/efi/grubenv");
    REQUIRE_FALSE(system);
    CHECK(system.error().code() == "update.no-system");
}

} // namespace kiosk::test
