// SPDX-License-Identifier: Apache-2.0
#include <random>

#include <catch2/catch.hpp>

#include "firmware/base/files.h"
#include "firmware/verify/copy_verifier.h"
#include "tests/sandbox/issuing/copy_desk.h"
#include "tests/support/sample_copy_code.h"
#include "tests/unit/verify/checking.h"

using namespace kiosk;
using namespace kiosk::tests;
using namespace std::chrono_literals;
using sandbox::CopyDesk;
using sandbox::Keyholder;
using sandbox::Subject;
using verify::CopyFinding;
using verify::CopyVerifier;
using verify::TrustList;

namespace {

constexpr const char* kHere = "990000";
constexpr const char* kElsewhere = "980000";

const WallTime kReserved = sampleCopyCode().reservedAt;

Keyholder newRoot() {
    return Keyholder::makeRoot({.organisation = "云州市证照管理局",
                                .commonName = "云州市证照根证书",
                                .role = Subject::Role::root,
                                .validFrom = kReserved - 1000 * 24h,
                                .validUntil = kReserved + 1000 * 24h})
        .value();
}

verify::CopySigner signerFrom(const std::string& region, const std::string& pem) {
    const Bytes der = seal::certificatesInPem(pem)->front();
    return {region, verify::copySignerKey(der).value(), der};
}

/// A region's root and its copy signer, valid for a month around the sample's time.
struct Region990000 {
    Keyholder root = newRoot();
    CopyDesk desk =
        CopyDesk::make(root, kInventedRegion, kReserved - 24h, kReserved + 30 * 24h).value();
    TrustList trust{.roots = {root.certificate()},
                    .copySigners = {signerFrom(kHere, desk.certificatePem())}};

    CopyCode signedCode(CopyCode code = sampleCopyCode()) const {
        return desk.sign(std::move(code)).value();
    }
    CopyFinding check(const CopyCode& code, WallTime now = kReserved + 1h) const {
        return CopyVerifier(trust).check(code, now).finding;
    }
};

const Region990000& region() {
    static const Region990000 one;
    return one;
}

} // namespace

TEST_CASE("R7 a code signed by its region is genuine, and says who signed it") {
    const auto signature = CopyVerifier(region().trust).check(region().signedCode(), kReserved);
    CHECK(signature.finding == CopyFinding::genuine);
    CHECK(signature.signer == "云州市证照副本签发");
    CHECK(signature.checkedAt == kReserved);
}

TEST_CASE("V1 whatever is changed in a signed code, it is never genuine") {
    std::mt19937_64 random(20261123);
    const std::string text = toText(region().signedCode());
    constexpr std::string_view kAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    int understood = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::string changed = text;
        changed[i] = kAlphabet[random() % kAlphabet.size()];
        const auto code = parseCopyCode(changed);
        if (!code || changed == text)
            continue;
        ++understood;
        CHECK(region().check(*code) != CopyFinding::genuine);
    }
    CHECK(understood > 100);
}

TEST_CASE("V1 each field a region signs is held by the signature") {
    const auto changed = [](auto change) {
        CopyCode code = region().signedCode();
        change(code);
        return region().check(code);
    };
    CHECK(changed([](CopyCode& c) { c.regionCode = kElsewhere; }) == CopyFinding::changed);
    CHECK(changed([](CopyCode& c) { c.copyNumber = "A7K2-93QX-0002"; }) == CopyFinding::changed);
    CHECK(changed([](CopyCode& c) { c.typeCode.back() = '2'; }) == CopyFinding::changed);
    CHECK(changed([](CopyCode& c) { c.purposeKey = "bank"; }) == CopyFinding::changed);
    CHECK(changed([](CopyCode& c) { c.reservedAt += 1s; }) == CopyFinding::changed);
    CHECK(changed([](CopyCode& c) { c.fileDigest[7] ^= std::byte{1}; }) == CopyFinding::changed);
    CHECK(changed([](CopyCode& c) { c.signature[63] ^= std::byte{1}; }) == CopyFinding::changed);
    CHECK(changed([](CopyCode& c) { c.signerKey[5] ^= std::byte{1}; }) ==
          CopyFinding::signerUnknown);
}

TEST_CASE("V2 a region nobody knows here is told from a key nobody knows") {
    Region990000 other;
    CHECK(region().check(other.signedCode()) == CopyFinding::signerUnknown);
    CopyCode far = sampleCopyCode();
    far.regionCode = "970000";
    CHECK(region().check(other.signedCode(far)) == CopyFinding::regionUnknown);
}

TEST_CASE("V4 a region's key speaks for no other region") {
    CopyCode code = sampleCopyCode();
    code.regionCode = kElsewhere;
    CHECK(region().check(region().signedCode(code)) == CopyFinding::signerOfElsewhere);
}

TEST_CASE("V4 a key that signs for several regions is trusted for each of them") {
    Region990000 both = {};
    both.trust.copySigners.push_back(both.trust.copySigners.front());
    both.trust.copySigners.back().regionCode = kElsewhere;
    CopyCode code = sampleCopyCode();
    code.regionCode = kElsewhere;
    CHECK(both.check(both.signedCode(code)) == CopyFinding::genuine);
    CHECK(both.check(both.signedCode()) == CopyFinding::genuine);
}

TEST_CASE("V3 a copy signer no root of ours has certified proves nothing") {
    Region990000 stranger;
    stranger.trust.roots = region().trust.roots;
    CHECK(stranger.check(stranger.signedCode()) == CopyFinding::signerNotTrusted);
}

TEST_CASE("V8 the key is judged for the day the copy was reserved") {
    const auto reservedAt = [](WallTime time) {
        CopyCode code = sampleCopyCode();
        code.reservedAt = time;
        return region().check(region().signedCode(code), kReserved + 400 * 24h);
    };
    CHECK(reservedAt(kReserved - 25h) == CopyFinding::keyNotValidThen);
    CHECK(reservedAt(kReserved) == CopyFinding::genuine); // though the key has ended since
    CHECK(reservedAt(kReserved + 31 * 24h) == CopyFinding::keyNotValidThen);
}

TEST_CASE("V3 a code from a time yet to come is in doubt: one of two clocks is wrong") {
    CHECK(region().check(region().signedCode(), kReserved - 9min) == CopyFinding::genuine);
    CHECK(region().check(region().signedCode(), kReserved - 11min) == CopyFinding::reservedAhead);
}

TEST_CASE("V2 each finding about a code has its own reason, and genuine alone is valid") {
    std::set<std::string_view> reasons;
    for (const CopyFinding finding : verify::allCopyFindings()) {
        reasons.insert(verify::reasonOf(finding));
        CHECK((verify::judgementOf(finding) == verify::Judgement::valid) ==
              (finding == CopyFinding::genuine));
    }
    CHECK(reasons.size() == verify::allCopyFindings().size());
}

TEST_CASE("R7 a code is bound to its file's first eight bytes of SM3") {
    CHECK(toHex(verify::copyDigest(bytesOf("abc"))) == "66c7f0f462eeedd9"); // GB/T 32905, A.1
}
