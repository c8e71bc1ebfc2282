// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/authority/json_dialect.h"
#include "firmware/base/iso_time.h"

namespace kiosk::authority::dialect {

TEST_CASE("V3 a state code nobody knows is unknown, never valid") {
    CHECK(stateOf("01") == LicenceState::valid);
    CHECK(stateOf("07") == LicenceState::revoked);
    for (const char* code : {"", "1", "99", "06", "valid", "0x01"})
        CHECK(stateOf(code) == LicenceState::unknown);
    for (const auto state : {LicenceState::valid, LicenceState::suspended, LicenceState::withdrawn,
                             LicenceState::cancelled, LicenceState::revoked, LicenceState::expired,
                             LicenceState::superseded, LicenceState::unknown})
        CHECK(stateOf(stateCode(state)) == state);
}

TEST_CASE("O2 dates are real days in one form") {
    CHECK(dateText(dateFromIso("2026-11-23")) == "2026-11-23");
    CHECK(dateText(std::nullopt) == "长期");
    for (const char* text : {"", "2026-02-30", "2026-13-01", "2026/11/23", "2026-11-2", "20261123",
                             "-026-11-23x", "2026--1-23"})
        CHECK_FALSE(dateFromIso(text));
    CHECK(isOpenEnd("9999-12-31"));
    CHECK_FALSE(isOpenEnd("2026-02-30"));
}

TEST_CASE("O2 holder kinds and copy states read back as written") {
    for (const auto kind : {Holder::Kind::person, Holder::Kind::enterprise})
        CHECK(holderKindOf(holderKindCode(kind)) == kind);
    CHECK_FALSE(holderKindOf("robot"));
    for (const auto certificate :
         {Holder::Certificate::residentIdCard, Holder::Certificate::hkMacaoTaiwanPermit,
          Holder::Certificate::permanentResidenceCard})
        CHECK(certificateNamed(certificateName(certificate)) == certificate);
    CHECK(certificateName(std::nullopt).empty());
    for (const char* name : {"", "护照"})
        CHECK_FALSE(certificateNamed(name));
    using enum CopyRecord::State;
    for (const auto state : {reserved, printed, voided, unknown})
        CHECK(copyStateOf(name(state)) == state);
}

} // namespace kiosk::authority::dialect
