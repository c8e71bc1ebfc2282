// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/visit/view.h"
#include "tests/unit/visit/visit_words.h"

namespace kiosk::visit::tests {

namespace {

const CopyCode kCode{"990000", "A7K2-93QX-0001"};

event::CameraLooked seen(std::string text) {
    return {nullptr, {}, std::move(text)};
}

} // namespace

TEST_CASE("R7 a copy's code before the camera is asked about at its region") {
    Driver visit;
    visit.on(touch::BeginCopyCheck{});
    CHECK(visit.commanded<command::StartCamera>());
    visit.on(seen(toText(kCode)));
    CHECK(visit.isAt("checkingCopy"));
    CHECK(visit.commanded<command::StopCamera>());
    CHECK(visit.commanded<command::CheckCopy>()->code == kCode);
}

TEST_CASE("V2 a random code is named as such and the camera goes on") {
    Driver visit{state::Scan{}};
    visit.on(seen("https://example.org/menu"));
    CHECK(visit.as<state::Scan>().hint == "code.not-a-licence-code");
    CHECK(visit.commands.empty());
    visit.on(event::CameraLooked{nullptr, "camera.dark", {}});
    CHECK(visit.as<state::Scan>().hint == "camera.dark");
}

TEST_CASE("V3 no answer about a copy is never green") {
    Driver visit{state::CheckingCopy{kCode}};
    visit.on(event::CopyChecked{std::unexpected(unreachable()), {}});
    const auto content = std::get<CopyVerdictView>(contentOf(visit.state, visit.around));
    CHECK(content.judgement == verify::Judgement::cannotTell);
    CHECK(content.reason == "authority.unreachable");
}

TEST_CASE("V3 only a printed copy of a valid licence is genuine") {
    using State = authority::CopyRecord::State;
    for (const State state : {State::reserved, State::printed, State::voided, State::unknown})
        for (const LicenceState licence : {LicenceState::valid, LicenceState::revoked,
                                           LicenceState::expired, LicenceState::unknown}) {
            const bool genuine = state == State::printed && licence == LicenceState::valid;
            const auto judged = judge({.state = state, .licenceState = licence});
            CHECK((judged.judgement == verify::Judgement::valid) == genuine);
        }
}

TEST_CASE("U11 a camera that is gone ends the check with its remedy") {
    Driver visit{state::Scan{}};
    visit.on(event::CameraFailed{{ErrorKind::device, "camera.gone", Remedy::technician}});
    CHECK(visit.as<state::Trouble>().error.code() == "camera.gone");
}

} // namespace kiosk::visit::tests
