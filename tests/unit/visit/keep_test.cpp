// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/visit/view.h"
#include "tests/unit/visit/visit_words.h"

namespace kiosk::visit::tests {

namespace {

using printing::PrintPhase;

Found silentRegions() {
    Found nothing{.holder = holder()};
    nothing.gaps = {{kYunzhou, unreachable()}, {kHaining, unreachable()}};
    return nothing;
}

} // namespace

TEST_CASE("Q4 'kept here' is said only after the store has it") {
    Driver visit{state::OfferToKeep{silentRegions()}};
    visit.on(touch::Keep{});
    CHECK(visit.isAt("keeping"));
    CHECK(visit.commanded<command::KeepRequest>()->regions.size() == 2);
    CHECK(visit.commanded<command::KeepRequest>()->pickupNumber == "0123456789");
    visit.on(event::RequestKept{{}});
    CHECK(visit.as<state::Kept>().pickupNumber == "0123456789");
    CHECK(visit.commanded<command::PrintSlip>());
}

TEST_CASE("Q1 a store that failed is never called kept") {
    Driver visit{state::Keeping{"0123456789"}};
    visit.on(event::RequestKept{fail(ErrorKind::storage, "outbox.storage", Remedy::technician)});
    CHECK(visit.as<state::Trouble>().error.code() == "outbox.storage");
}

TEST_CASE("Q4 the network may be tried again before keeping") {
    Driver visit{state::OfferToKeep{silentRegions()}};
    visit.on(touch::Retry{});
    CHECK(visit.commanded<command::SearchRegions>()->regions.size() == 2);
    visit.on(event::RegionAnswered{kYunzhou, std::vector{licence()}});
    visit.on(event::RegionAnswered{kHaining, std::unexpected(unreachable())});
    CHECK(visit.isAt("choose"));
    visit.on(touch::Keep{});
    CHECK(visit.as<state::OfferToKeep>().found.gaps.size() == 1);
    visit.on(touch::Back{});
    CHECK(visit.isAt("choose"));
}

TEST_CASE("Q4 whatever keeps the slip is told beside the number, until it comes") {
    using enum KeptView::Slip;
    Driver visit{state::Kept{.pickupNumber = "0123456789", .secondsLeft = 9}};
    const auto shown = [&visit] {
        const auto view = std::get<KeptView>(contentOf(visit.state, visit.around));
        CHECK(view.pickupNumber == "0123 4567 89");
        return view.slip;
    };
    CHECK(shown() == onItsWay);
    for (const auto& [phase, slip] : {std::pair(PrintPhase::needsPaper, needsPaper),
                                      {PrintPhase::coverOpen, coverOpen},
                                      {PrintPhase::jammed, jammed},
                                      {PrintPhase::printerAway, none},
                                      {PrintPhase::needsHelp, none},
                                      {PrintPhase::unknown, none},
                                      {PrintPhase::done, out}}) {
        visit.on(event::SlipMoved{phase});
        CHECK(shown() == slip);
    }
}

TEST_CASE("U6 the kept screen holds no person and ends by itself") {
    Driver visit{state::Kept{.pickupNumber = "0123456789", .secondsLeft = 1}};
    visit.on(event::SlipMoved{PrintPhase::done});
    CHECK(visit.as<state::Kept>().slip == PrintPhase::done);
    visit.on(event::Second{});
    CHECK(visit.isAt("start"));
}

} // namespace kiosk::visit::tests
