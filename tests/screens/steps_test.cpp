// SPDX-License-Identifier: Apache-2.0
// What the frame offers, beside what the visit does with it.
#include <catch2/catch.hpp>

#include "firmware/visit/view.h"
#include "tests/screens/screen_fixture.h"
#include "tests/unit/visit/visit_words.h"

namespace kiosk::test {
namespace {

bool canBePressed(const kit::Node& root, std::string_view id) {
    const kit::Node* node = kit::find(root, id);
    return node != nullptr && node->touch;
}

/// As a state is met: out of service while the cabinet stands open, else nothing is amiss.
visit::Surroundings around(const visit::State& state) {
    visit::Surroundings around = visit::tests::surroundings();
    if (std::holds_alternative<visit::state::OutOfService>(state))
        around.cabinet.door = drivers::CabinetDoor::open;
    return around;
}

/// Whether a touch leads out of a state.
bool leadsOut(const visit::State& state, const visit::Touch& touch) {
    return visit::step(state, touch, around(state)).next.index() != state.index();
}

} // namespace

TEST_CASE("A54 back and start over are there in just those states which they lead out of") {
    for (const visit::State& state : visit::tests::everyState()) {
        INFO(visit::name(state));
        const kit::Node root =
            citizen::buildScreen(withContent(visit::contentOf(state, around(state))), context());
        CHECK(canBePressed(root, "back") == leadsOut(state, visit::touch::Back{}));
        CHECK(canBePressed(root, "start-over") == leadsOut(state, visit::touch::StartOver{}));
        CHECK(canBePressed(root, "staff"));
    }
}

} // namespace kiosk::test
