// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/sandbox/issuing/cms_writer.h"
#include "tests/unit/seal/holders.h"
#include "tests/unit/verify/checking.h"

using namespace kiosk;
using namespace kiosk::tests;
using namespace std::chrono_literals;
using sandbox::CmsFault;
using sandbox::Keyholder;
using sandbox::KeyKind;
using sandbox::SealLayout;
using verify::Judgement;

namespace {

/// How a licence is stamped; what is not said is right.
struct Stamping {
    std::chrono::seconds late = 0s; ///< after the time the signer states
    bool other = false;             ///< stamps something else
    CmsFault fault = CmsFault::none;
    SealLayout layout = SealLayout::v4;
};

class StampedLicence {
public:
    explicit StampedLicence(KeyKind key = KeyKind::sm2)
        : stamper_(certified(
              top_,
              {.commonName = "云州市时间戳", .role = sandbox::Subject::Role::stamper, .key = key})),
          trust_(trustIn(office_)) {
        trust_.roots.push_back(top_.certificate());
    }

    verify::Verdict judged(const Stamping& stamping) const {
        const auto stamp = [&](ByteView value) {
            return sandbox::makeTimeStamp(stamping.other ? bytesOf("another") : value,
                                          kIssuingTime + stamping.late, stamper_, stamping.fault);
        };
        return verdictOn(office_.licence({.layout = stamping.layout, .stamp = stamp}), trust_);
    }

    void forgetStamper() { trust_.roots.pop_back(); }

    Codes codesFor(const Stamping& stamping) const { return codes(judged(stamping)); }

private:
    SampleOffice office_;
    Keyholder top_ = root("云州市时间戳根");
    Keyholder stamper_;
    verify::TrustList trust_;
};

} // namespace

TEST_CASE("V8 a time stamp that fits leaves nothing to say, in every layout and key") {
    const auto key = GENERATE(KeyKind::sm2, KeyKind::rsa2048);
    const auto layout = GENERATE(SealLayout::v1, SealLayout::v4, SealLayout::v5);
    const StampedLicence licence(key);
    const auto verdict = licence.judged({.layout = layout});
    CHECK(codes(verdict).empty());
    CHECK(verdict.judgement == Judgement::valid);
    CHECK(verdict.signatures.at(0).signedAt == kIssuingTime);
}

TEST_CASE("V8 a time stamp of something else, or forged, is a fault") {
    const StampedLicence licence;
    CHECK(licence.codesFor({.other = true}) == Codes{"seal.time-stamp-wrong"});
    CHECK(licence.judged({.other = true}).judgement == Judgement::notValid);
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
    StampedLicence licence;
    CHECK(licence.codesFor({.fault = CmsFault::severalSigners}) ==
          Codes{"seal.time-stamp-unknown"});
    // Nobody says what a token of the oldest layout stamps.
    CHECK(licence.codesFor({.other = true, .layout = SealLayout::v1}) ==
          Codes{"seal.time-stamp-unknown"});
    licence.forgetStamper();
    CHECK(licence.codesFor({}) == Codes{"seal.time-stamp-untrusted"});
    CHECK(licence.judged({}).judgement == Judgement::valid);
}
