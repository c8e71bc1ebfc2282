// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/visit/view.h"
#include "tests/unit/visit/visit_words.h"

namespace kiosk::visit::tests {

TEST_CASE("R6 the list and the preview show no whole number or name") {
    const auto choose = std::get<ChooseView>(contentOf(state::Choose{found()}, surroundings()));
    CHECK(choose.holderMasked == "单*䶮");
    CHECK(choose.items[0].numberMasked == "9901**********0010");

    state::Look look{found(), 0, opened()};
    CHECK(std::get<LookView>(contentOf(look, surroundings())).number == "9901**********0010");
    CHECK(std::get<LookView>(contentOf(look, surroundings())).page == look.opened->coveredPages[0]);
    look.numberShown = true;
    const auto shown = std::get<LookView>(contentOf(look, surroundings()));
    CHECK(shown.number == "990101198501010010");
    CHECK(shown.page == look.opened->pages[0]);
}

TEST_CASE("D8 the printing screen counts pages over all copies") {
    state::Printing second = printing(2, 2);
    second.copyNumbers.push_back("A7K2-93QX-0002");
    second.progress.pagesOut = 1;
    const auto view = std::get<PrintingView>(contentOf(second, surroundings()));
    CHECK(view.pagesOut == 3);
    CHECK(view.pagesTotal == 4);
}

TEST_CASE("times on screens and sheets are China Standard Time") {
    const WallTime evening = std::chrono::sys_days(std::chrono::year(2026) / 12 / 31) +
                             std::chrono::hours(16) + std::chrono::minutes(5);
    CHECK(localDateTime(evening) == "2027-01-01 00:05");
    CHECK(localDate(evening) == std::chrono::year(2027) / 1 / 1);
    CHECK(localDate(evening - std::chrono::minutes(6)) == std::chrono::year(2026) / 12 / 31);
}

TEST_CASE("U11 after trouble with a card the check of a copy is offered while codes can be read") {
    Surroundings around = surroundings();
    const auto offers = [&around](const state::Trouble& trouble) {
        return std::get<TroubleView>(contentOf(trouble, around)).canCheckCopy;
    };
    CHECK(offers({unreachable(), true, true}));
    CHECK_FALSE(offers({unreachable(), true, false}));
    around.services.codes = ServiceState::out;
    CHECK_FALSE(offers({unreachable(), true, true}));
}

} // namespace kiosk::visit::tests
