// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/licence/check_characters.h"
#include "firmware/verify/grant_verifier.h"
#include "tests/sandbox/issuing/copy_desk.h"
#include "tests/support/sample_copy_code.h"
#include "tests/unit/verify/checking.h"

using namespace kiosk;
using namespace kiosk::tests;
using namespace std::chrono_literals;
using sandbox::CopyDesk;
using sandbox::Keyholder;
using sandbox::Subject;
using verify::GrantVerifier;
using verify::TrustList;

namespace {

const WallTime kNow = sampleCopyCode().reservedAt;
const Date kToday(std::chrono::floor<std::chrono::days>(kNow));

const Holder kPerson{Holder::Kind::person, "单𠮷䶮", "990102198506140031",
                     Holder::Certificate::residentIdCard};

Date daysFromToday(int days) {
    return std::chrono::sys_days(kToday) + std::chrono::days(days);
}

Grant grant() {
    const std::string_view first17 = "91990101MA9900001";
    return {.number = "G990000-2026-0001",
            .regionCode = "990000",
            .enterprise = {Holder::Kind::enterprise, "云州市浮梦文化有限公司",
                           std::string(first17) + *creditCodeCheck(first17)},
            .bearer = {Holder::Kind::person, kPerson.name, kPerson.code},
            .from = daysFromToday(-10),
            .until = daysFromToday(10)};
}

/// A region's root and signer, valid for a month around now.
struct SigningRegion {
    Keyholder root = Keyholder::makeRoot({.organisation = "云州市证照管理局",
                                          .commonName = "云州市证照根证书",
                                          .role = Subject::Role::root,
                                          .validFrom = kNow - 1000 * 24h,
                                          .validUntil = kNow + 1000 * 24h})
                         .value();
    CopyDesk desk = CopyDesk::make(root, kInventedRegion, kNow - 24h, kNow + 30 * 24h).value();
    TrustList trust = trusting(desk);

    TrustList trusting(const CopyDesk& signer) const {
        const Bytes der = seal::certificatesInPem(signer.certificatePem())->front();
        return {.roots = {root.certificate()},
                .copySigners = {{"990000", verify::copySignerKey(der).value(), der}}};
    }
    std::string objection(const Grant& signedGrant, const Holder& person = kPerson,
                          WallTime now = kNow) const {
        const Date today(std::chrono::floor<std::chrono::days>(now));
        return std::string(GrantVerifier(trust).objection(signedGrant, person, today, now));
    }
    std::string objectionTo(Grant unsignedGrant) const {
        return objection(desk.sign(std::move(unsignedGrant)).value());
    }
};

const SigningRegion& region() {
    static const SigningRegion one;
    return one;
}

} // namespace

TEST_CASE("R4 a grant its region signed, for this person and this day, holds") {
    CHECK(region().objectionTo(grant()).empty());
}

TEST_CASE("R4 each line a region signs is held by the signature") {
    const auto changed = [](auto change) {
        Grant what = region().desk.sign(grant()).value();
        change(what);
        return region().objection(what);
    };
    CHECK(changed([](Grant& g) { g.number = "G990000-2026-0002"; }) == "grant.changed");
    CHECK(changed([](Grant& g) { g.regionCode = "980000"; }) == "grant.changed");
    CHECK(changed([](Grant& g) { g.role = Grant::Role::manager; }) == "grant.changed");
    CHECK(changed([](Grant& g) { g.enterprise.name += "分公司"; }) == "grant.changed");
    CHECK(changed([](Grant& g) { g.bearer.code.back() = 'X'; }) == "grant.changed");
    CHECK(changed([](Grant& g) { g.typeCodes = {"11990000MB0000001X001"}; }) == "grant.changed");
    CHECK(changed([](Grant& g) { g.purposeKeys = {"bank"}; }) == "grant.changed");
    CHECK(changed([](Grant& g) { g.from -= std::chrono::years(1); }) == "grant.changed");
    CHECK(changed([](Grant& g) { g.until += std::chrono::years(1); }) == "grant.changed");
    CHECK(changed([](Grant& g) { g.signature[9] ^= std::byte{1}; }) == "grant.changed");
    CHECK(changed([](Grant& g) { g.signerKey[0] ^= std::byte{1}; }) == "grant.signer-unknown");
}

TEST_CASE("R4 another region's key grants nothing here, nor does one nobody trusts") {
    Grant elsewhere = grant();
    elsewhere.regionCode = "980000";
    CHECK(region().objectionTo(elsewhere) == "grant.not-this-region");
    const SigningRegion stranger;
    CHECK(region().objection(stranger.desk.sign(grant()).value()) == "grant.signer-unknown");
    const CopyDesk late =
        CopyDesk::make(region().root, kInventedRegion, kNow + 24h, kNow + 48h).value();
    const GrantVerifier verifier(region().trusting(late));
    CHECK(verifier.objection(late.sign(grant()).value(), kPerson, kToday, kNow) ==
          "grant.signer-unknown");
}

TEST_CASE(
    "R4 a key on the list grants nothing without a root that vouches for it, nor no key at all") {
    const SigningRegion stranger;
    const Grant what = stranger.desk.sign(grant()).value();
    const GrantVerifier listed(region().trusting(stranger.desk));
    CHECK(listed.objection(what, kPerson, kToday, kNow) == "grant.signer-unknown");
    const GrantVerifier keyless(TrustList{.roots = {stranger.root.certificate()}});
    CHECK(keyless.objection(what, kPerson, kToday, kNow) == "grant.signer-unknown");
    CHECK(stranger.objection(what).empty()); // at home it holds
}

TEST_CASE("R4 a grant is for one person: the same number and the same name") {
    const Grant what = region().desk.sign(grant()).value();
    Holder other = kPerson;
    other.code = "990101199003071123";
    CHECK(region().objection(what, other) == "grant.other-person");
    other = kPerson;
    other.name = "单吉䶮";
    CHECK(region().objection(what, other) == "grant.other-person");
}

TEST_CASE("R4 a grant holds from its first to the end of its last day by the kiosk's clock") {
    const auto spanning = [](int from, int until) {
        Grant what = grant();
        what.from = daysFromToday(from);
        what.until = daysFromToday(until);
        return region().objectionTo(what);
    };
    CHECK(spanning(0, 0).empty());
    CHECK(spanning(1, 10) == "grant.not-yet");
    CHECK(spanning(-10, -1) == "grant.expired");
}

TEST_CASE("R4 an enterprise whose credit code is none is unknown") {
    Grant what = grant();
    what.enterprise.code.back() = what.enterprise.code.back() == '0' ? '1' : '0';
    CHECK(region().objectionTo(what) == "grant.company-unknown");
}
