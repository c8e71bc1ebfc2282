// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/visit/view.h"
#include "tests/support/sample_copy_code.h"
#include "tests/unit/visit/visit_words.h"

namespace kiosk::visit::tests {

namespace {

const CopyCode kCode = kiosk::tests::sampleCopyCode();

verify::CopySignature signature(verify::CopyFinding finding) {
    return {finding, "云州市证照副本签发", kCode.reservedAt};
}

authority::CopyRecord printed(LicenceState licence = LicenceState::valid) {
    return {.state = authority::CopyRecord::State::printed, .licenceState = licence};
}

/// What is shown of a code with this signature and this answer of its region.
CopyVerdictView verdictOn(verify::CopyFinding finding,
                          std::optional<Result<authority::CopyRecord>> record) {
    Driver visit{state::CheckingCopy{kCode}};
    visit.on(event::CopyChecked{{signature(finding), std::move(record), kCode.reservedAt},
                                kCode.copyNumber});
    return std::get<CopyVerdictView>(contentOf(visit.state, visit.around));
}

event::CodeSeen seen(std::string text) {
    return {std::move(text)};
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

TEST_CASE("V3 A54 a late answer about one copy says nothing of the next one before the camera") {
    Driver visit{state::CheckingCopy{kCode}};
    visit.on(touch::Back{});
    CopyCode other = kCode;
    other.copyNumber.back() = other.copyNumber.back() == '7' ? '8' : '7';
    visit.on(seen(toText(other)));
    REQUIRE(visit.isAt("checkingCopy"));
    const CopyAnswer genuine{signature(verify::CopyFinding::genuine), printed(), kCode.reservedAt};
    visit.on(event::CopyChecked{genuine, kCode.copyNumber});
    CHECK(visit.isAt("checkingCopy"));
    visit.on(event::CopyChecked{genuine, other.copyNumber});
    CHECK(visit.isAt("copyVerdict"));
}

TEST_CASE("V2 a random code is named as such and the camera goes on") {
    Driver visit{state::Scan{}};
    visit.on(seen("https://example.org/menu"));
    CHECK(visit.as<state::Scan>().hint == "code.not-a-licence-code");
    CHECK(visit.commands.empty());
    visit.on(event::CameraLooked{nullptr, "camera.dark"});
    CHECK(visit.as<state::Scan>().hint == "camera.dark");
}

TEST_CASE("D10 a hint is gone some looks after its cause") {
    Driver visit{state::Scan{}};
    const event::CameraLooked clear{nullptr, ""};
    visit.on(event::CameraLooked{nullptr, "camera.glare"});
    for (int look = 0; look < 30; ++look)
        visit.on(clear);
    CHECK(visit.as<state::Scan>().hint == "camera.glare");
    visit.on(event::CameraLooked{nullptr, "camera.glare"});
    for (int look = 0; look < 39; ++look)
        visit.on(clear);
    CHECK(visit.as<state::Scan>().hint == "camera.glare");
    visit.on(clear);
    CHECK(visit.as<state::Scan>().hint.empty());
}

TEST_CASE("V3 no answer about a copy is never green, though its code is genuine") {
    const auto content = verdictOn(verify::CopyFinding::genuine, std::unexpected(unreachable()));
    CHECK(content.judgement == verify::Judgement::cannotTell);
    CHECK(content.reason == "copy.genuine-unasked");
    CHECK(content.signature.judgement == verify::Judgement::valid);
    CHECK(content.state.reason == "copy.no-answer");
    CHECK(content.claim->purpose == "子女入学");
    CHECK_FALSE(content.record);
}

TEST_CASE("V3 both facts make a copy green, neither alone") {
    for (const verify::CopyFinding finding : verify::allCopyFindings())
        for (const LicenceState state :
             {LicenceState::valid, LicenceState::revoked, LicenceState::unknown}) {
            const bool green =
                finding == verify::CopyFinding::genuine && state == LicenceState::valid;
            const auto content = verdictOn(finding, printed(state));
            CHECK((content.judgement == verify::Judgement::valid) == green);
            CHECK(content.claim.has_value() == (finding == verify::CopyFinding::genuine));
        }
}

TEST_CASE("V9 a genuine code and a region that says no are both shown, with source and time") {
    const auto content = verdictOn(verify::CopyFinding::genuine, printed(LicenceState::revoked));
    CHECK(content.judgement == verify::Judgement::notValid);
    CHECK(content.reason == "copy.licence-revoked");
    CHECK(content.signature.judgement == verify::Judgement::valid);
    CHECK(content.signature.asOf == "2026-11-23 18:00");
    CHECK(content.state.source == "云州市");
    CHECK(content.state.asOf == "2026-11-23 18:00");
}

TEST_CASE("V3 a doubtful signature stays in doubt whatever the region says, unless it says no") {
    using enum verify::CopyFinding;
    CHECK(verdictOn(signerUnknown, printed()).reason == "copy.signer-unknown");
    CHECK(verdictOn(signerUnknown, printed(LicenceState::revoked)).judgement ==
          verify::Judgement::notValid);
    const auto nobody = verdictOn(regionUnknown, std::nullopt);
    CHECK(nobody.judgement == verify::Judgement::cannotTell);
    CHECK(nobody.reason == "copy.region-unknown");
    CHECK(nobody.state.asOf.empty());
}

TEST_CASE("R7 a changed code is refused though its region was not asked") {
    const auto content = verdictOn(verify::CopyFinding::changed, std::nullopt);
    CHECK(content.judgement == verify::Judgement::notValid);
    CHECK(content.reason == "copy.changed");
    CHECK(content.state.reason == "copy.not-asked");
}

TEST_CASE("R7 the day of printing is the citizen's day, and none for what was not printed") {
    authority::CopyRecord record = printed();
    record.printedAt = kCode.reservedAt + std::chrono::hours(8); // 02:00 of the next day in China
    CHECK(verdictOn(verify::CopyFinding::genuine, record).printedAt == "2026-11-24 02:00");
    record.printedAt = {};
    CHECK(verdictOn(verify::CopyFinding::genuine, record).printedAt.empty());
}

TEST_CASE("R7 a number its region does not know is not valid") {
    const Error unknown(ErrorKind::notFound, "authority.not-found", Remedy::citizenAgain);
    const auto content = verdictOn(verify::CopyFinding::genuine, std::unexpected(unknown));
    CHECK(content.judgement == verify::Judgement::notValid);
    CHECK(content.reason == "copy.unknown");
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
