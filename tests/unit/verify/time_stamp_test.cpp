// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/unit/verify/checking.h"

using namespace kiosk;
using namespace kiosk::tests;
using namespace std::chrono_literals;
using sandbox::CmsFault;
using sandbox::KeyKind;
using sandbox::SealLayout;
using sandbox::Stamping;
using verify::Judgement;

namespace {

constexpr auto kOther = Stamping::Over::other;

class StampedLicence {
public:
    verify::Verdict judged(const Stamping& stamping, SealLayout layout = SealLayout::v4) const {
        return verdictOn(office_.licence({.layout = layout, .stamping = stamping}), trust_);
    }

    Codes codesFor(const Stamping& stamping, SealLayout layout = SealLayout::v4) const {
        return codes(judged(stamping, layout));
    }

private:
    SampleOffice office_;
    verify::TrustList trust_ = trustIn(office_);
};

} // namespace

TEST_CASE("V8 a time stamp that fits leaves nothing to say, in every layout and key") {
    const auto key = GENERATE(KeyKind::sm2, KeyKind::rsa2048);
    const auto layout = GENERATE(SealLayout::v1, SealLayout::v4, SealLayout::v5);
    const auto verdict = StampedLicence().judged({.key = key}, layout);
    CHECK(codes(verdict).empty());
    CHECK(verdict.judgement == Judgement::valid);
    CHECK(verdict.signatures.at(0).signedAt == kIssuingTime);
}

TEST_CASE("V8 a time stamp of something else, or forged, is a fault") {
    const StampedLicence licence;
    CHECK(licence.codesFor({.over = kOther}) == Codes{"seal.time-stamp-wrong"});
    CHECK(licence.judged({.over = kOther}).judgement == Judgement::notValid);
    CHECK(licence.codesFor({.fault = CmsFault::digestDiffers}) == Codes{"seal.time-stamp-forged"});
}

TEST_CASE("V8 a time stamp that disagrees with the signer's time is a doubt") {
    const StampedLicence licence;
    CHECK(licence.codesFor({.late = 23h}).empty());
    CHECK(licence.codesFor({.late = -4min}).empty());
    CHECK(licence.codesFor({.late = 25h}) == Codes{"seal.time-stamp-disagrees"});
    CHECK(licence.codesFor({.late = -6min}) == Codes{"seal.time-stamp-disagrees"});
    CHECK(licence.judged({.late = 25h}).judgement == Judgement::cannotTell);
}

TEST_CASE("V8 a time stamp that cannot be checked is a note: without one it would be the same") {
    const StampedLicence licence;
    CHECK(licence.codesFor({.fault = CmsFault::severalSigners}) ==
          Codes{"seal.time-stamp-unknown"});
    // Nobody says what a token of the oldest layout stamps.
    CHECK(licence.codesFor({.over = kOther}, SealLayout::v1) == Codes{"seal.time-stamp-unknown"});
    const Stamping foreign{.stamper = Stamping::Stamper::stranger};
    CHECK(licence.codesFor(foreign) == Codes{"seal.time-stamp-untrusted"});
    CHECK(licence.judged(foreign).judgement == Judgement::valid);
}
