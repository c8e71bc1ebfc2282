// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <catch2/catch.hpp>

#include "firmware/base/log.h"
#include "tests/scenarios/virtual_play.h"

// S4: a page that came out of the kiosk's printer and that the kiosk did not print.

namespace kiosk::bench {

namespace {

/// The lines logged while it lives that hold the code.
class StrangePageLines {
public:
    StrangePageLines() {
        log::setSink([this](log::Level, std::string_view line) {
            if (line.find("ledger.strange-pages") != std::string_view::npos)
                lines_.emplace_back(line);
        });
    }
    ~StrangePageLines() { log::setSink({}); }
    StrangePageLines(const StrangePageLines&) = delete;
    StrangePageLines& operator=(const StrangePageLines&) = delete;

    const std::vector<std::string>& all() const { return lines_; }

private:
    std::vector<std::string> lines_;
};

const play::Wait kMinutes{120};
const play::See kStart{.screen = "start"};

} // namespace

TEST_CASE("S4 a page printed past the kiosk is told to field staff, and no citizen") {
    const StrangePageLines told;
    const auto stage = openStage();
    REQUIRE(holds(*stage, {kStart, kMinutes}));
    CHECK(told.all().empty());
    REQUIRE(stage->printer().submit({.pdf = toBytes("%PDF-"), .pages = 2}, {}));
    REQUIRE(holds(*stage, {kMinutes, kStart, kMinutes}));
    REQUIRE(told.all().size() == 1);
    CHECK(told.all().front().find("pages=2") != std::string::npos);
}

TEST_CASE("S4 a copy that was printed and taken is no strange page") {
    const StrangePageLines told;
    const auto stage = openStage();
    REQUIRE(holds(*stage, {kStart, kMinutes, play::Touch{"begin"}, play::LayCard{"林云舒"},
                           play::Touch{"licence.0"}, play::Touch{"to-purpose"},
                           play::Touch{"purpose.school"}, play::Touch{"print"}, kMinutes, kMinutes,
                           kMinutes, kMinutes, kStart, kMinutes}));
    REQUIRE(stage->printer().jobs().size() == 1);
    CHECK(told.all().empty());
}

} // namespace kiosk::bench
