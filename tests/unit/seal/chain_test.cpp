// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/seal/chain.h"
#include "tests/unit/seal/holders.h"

using namespace kiosk;
using namespace kiosk::seal;
using namespace kiosk::sandbox;
using namespace kiosk::tests;
using Role = Subject::Role;

namespace {

/// A root and an issuer under it.
struct TwoSteps {
    Keyholder top = root();
    Keyholder between;

    explicit TwoSteps(Subject issuer)
        : between(certified(top, [&] {
              issuer.commonName = "云州市中间";
              return issuer;
          }())) {}

    Chain judge(const Subject& leaf) const {
        return chainTo({top.certificate()}, certified(between, leaf).certificate(),
                       {between.certificate()})
            .outcome;
    }
};

} // namespace

TEST_CASE("V1 a chain may lead over issuers between, carried along or trusted themselves") {
    const TwoSteps steps({.role = Role::root});
    const Bytes leaf = certified(steps.between, {}).certificate();
    CHECK(chainTo({steps.top.certificate()}, leaf).outcome == Chain::issuerUnknown);
    const ChainCheck carried =
        chainTo({steps.top.certificate()}, leaf, {steps.between.certificate()});
    CHECK(carried.outcome == Chain::trusted);
    REQUIRE(carried.issuers.size() == 2);
    CHECK(carried.issuers.front().commonName == "云州市中间");
    CHECK(carried.issuers.back().commonName == "云州市根");
    CHECK(chainTo({steps.between.certificate()}, leaf).outcome == Chain::trusted);
    // What is carried along proves nothing by itself.
    CHECK(chainTo({}, leaf, {steps.between.certificate(), steps.top.certificate()}).outcome ==
          Chain::issuerUnknown);
}

TEST_CASE("V4 of forty roots in one list each signer is led to its own, and to none taken out") {
    constexpr std::size_t kOffices = 40;
    std::vector<Bytes> roots;
    std::vector<Bytes> leaves;
    for (std::size_t i = 0; i < kOffices; ++i) {
        const Keyholder top = root("云州市根" + std::to_string(i));
        roots.push_back(top.certificate());
        leaves.push_back(certified(top, {}).certificate());
    }
    for (std::size_t i = 0; i < kOffices; ++i) {
        std::vector<Bytes> others = roots;
        others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
        CHECK(chainTo(roots, leaves[i]).outcome == Chain::trusted);
        CHECK(chainTo(others, leaves[i]).outcome == Chain::issuerUnknown);
    }
}

TEST_CASE("V10 chains of other kinds of keys, and mixed ones, are trusted") {
    const auto key = GENERATE(KeyKind::rsa2048, KeyKind::p256, KeyKind::p384);
    const TwoSteps steps({.role = Role::root, .key = key});
    CHECK(steps.judge({.key = KeyKind::sm2}) == Chain::trusted);
    CHECK(steps.judge({.key = KeyKind::p256}) == Chain::trusted);
}

TEST_CASE("V1 an issuer without the right to issue, or to issue so deep, is a doubt") {
    CHECK(TwoSteps({.role = Role::signer}).judge({}) == Chain::issuerMayNotIssue);
    CHECK(TwoSteps({.role = Role::root, .basicConstraints = "-"}).judge({}) ==
          Chain::issuerMayNotIssue);
    CHECK(TwoSteps({.role = Role::root, .basicConstraints = "critical,CA:FALSE"}).judge({}) ==
          Chain::issuerMayNotIssue);
    CHECK(TwoSteps({.role = Role::signer, .basicConstraints = "critical,CA:TRUE"}).judge({}) ==
          Chain::issuerMayNotIssue);
    const TwoSteps shallow({.role = Role::root, .basicConstraints = "critical,CA:TRUE,pathlen:0"});
    CHECK(shallow.judge({}) == Chain::trusted);
    const Keyholder tooDeep =
        certified(shallow.between, {.commonName = "云州市更深", .role = Role::root});
    CHECK(chainTo({shallow.top.certificate()}, certified(tooDeep, {}).certificate(),
                  {shallow.between.certificate(), tooDeep.certificate()})
              .outcome == Chain::issuerMayNotIssue);
}

TEST_CASE("V1 a critical extension nobody knows is a doubt of its own, wherever it stands") {
    const std::string unknown = "1.2.156.999.7";
    CHECK(TwoSteps({.role = Role::root}).judge({.criticalExtension = unknown}) ==
          Chain::extensionUnknown);
    CHECK(TwoSteps({.role = Role::root, .criticalExtension = unknown}).judge({}) ==
          Chain::extensionUnknown);
}

TEST_CASE("V10 a chain over SHA-1 or a short key proves nothing") {
    const SigningMethod sha1{.digest = DigestAlgorithm::sha1};
    CHECK(TwoSteps({.role = Role::root, .key = KeyKind::rsa2048})
              .judge({.key = KeyKind::p256, .certifiedWith = sha1}) == Chain::weak);
    CHECK(TwoSteps({.role = Role::root, .key = KeyKind::rsa1024}).judge({}) == Chain::weak);
}

TEST_CASE("V10 an SM2 certificate signed under an empty user ID is refused") {
    const Keyholder top = root();
    const Bytes leaf = certified(top, {.certifiedWith = SigningMethod{.userId = ""}}).certificate();
    CHECK(chainTo({top.certificate()}, leaf).outcome == Chain::forged);
}

TEST_CASE("V1 a certificate of another issuer of the same name is forged") {
    const Keyholder top = root();
    const Keyholder other = root();
    // OpenSSL looks for the issuer by its key's identifier: another key is another issuer.
    CHECK(chainTo({top.certificate()}, certified(other, {}).certificate()).outcome ==
          Chain::issuerUnknown);
    Bytes changed = certified(top, {}).certificate();
    changed.back() ^= std::byte{1};
    CHECK(chainTo({top.certificate()}, changed).outcome == Chain::forged);
}
