// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include <catch2/catch.hpp>

#include "firmware/reading/confined_reader.h"
#include "tests/support/ofd_builder.h"

using namespace kiosk;
using namespace std::chrono_literals;

namespace {

const std::filesystem::path kPrograms = std::filesystem::path(KIOSK_BINARY_DIR) / "bin";

/// Short, so that a spinning file costs the test little.
constexpr reading::Patience kShort{.processorTime = 300ms, .wallTime = 3s};

/// What the kiosk learns of a file that has taken over its reader and does this.
std::string outcome(std::string_view act, reading::Patience patience = kShort) {
    reading::ConfinedReader reader(kPrograms / "hostile-reader", {},
                                   reading::ConfinedReader::Spare::kept, patience);
    const auto opened = reader.open(bytesOf(act), {});
    return opened ? "opened" : opened.error().code();
}

} // namespace

TEST_CASE("S6 a file that owns its reader can open no file and learn of none") {
    CHECK(outcome("read a file") == "reading.refused");
    CHECK(outcome("write a file") == "reading.refused");
    CHECK(outcome("look at a file") == "reading.refused");
    CHECK_FALSE(std::filesystem::exists("/tmp/hostile-reader"));
}

TEST_CASE("S6 a file that reaches for network, processes or code ends its reader") {
    const std::string act =
        GENERATE(as<std::string>(), "connect", "fork", "spawn", "execute", "trace the kiosk",
                 "kill the kiosk", "signal the kiosk", "make code");
    CAPTURE(act);
    CHECK(outcome(act) == "document.hostile");
}

TEST_CASE("S6 a file cannot have more memory or time than its share") {
#ifndef __SANITIZE_ADDRESS__
    // To be given so much memory takes some of the short time.
    CHECK(outcome("allocate", {}) == "document.too-large");
#endif
    CHECK(outcome("spin") == "document.too-much-work");
    CHECK(outcome("sleep") == "document.too-much-work");
}

TEST_CASE("S6 nothing a broken reader says is believed to have any form") {
    for (const std::string act :
         {"talk nonsense", "answer another question", "make up an error", "flood", "crash"}) {
        CAPTURE(act);
        CHECK(outcome(act) == "document.reader-died");
    }
}

TEST_CASE("S6 after a hostile file the next one is read") {
    reading::ConfinedReader hostile(kPrograms / "hostile-reader", {},
                                    reading::ConfinedReader::Spare::kept, kShort);
    CHECK_FALSE(hostile.open(bytesOf("fork"), {}));
    CHECK_FALSE(hostile.open(bytesOf("crash"), {}));
    reading::ConfinedReader reader(kPrograms / "kiosk-reader", {});
    CHECK_FALSE(reader.open(bytesOf("no package"), {}));
    CHECK(reader.open(tests::makeOfd({}), {}));
}

TEST_CASE("S6 a kiosk without its reader says so") {
    reading::ConfinedReader reader("/nowhere/kiosk-reader", {});
    const auto opened = reader.open(bytesOf("x"), {});
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code() == "document.no-reader");
    CHECK(opened.error().remedy() == Remedy::technician);
}
