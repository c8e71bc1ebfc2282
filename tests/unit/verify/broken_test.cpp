// SPDX-License-Identifier: Apache-2.0
#include <array>

#include <catch2/catch.hpp>

#include "firmware/base/files.h"
#include "firmware/verify/reasons.h"
#include "tests/sandbox/issuing/broken.h"
#include "tests/unit/verify/checking.h"

using namespace kiosk;
using namespace kiosk::tests;
using sandbox::Broken;
using verify::Judgement;

namespace {

/// Reasons of other algorithms, chains and time stamps, and of PDF: layers_test, time_stamp_test
/// and pdf_test make their files.
constexpr std::array<std::string_view, 29> kMadeElsewhere{"pdf.appended",
                                                          "pdf.changed-after-signing",
                                                          "pdf.range-shared",
                                                          "pdf.range-torn",
                                                          "pdf.range-wrong",
                                                          "pdf.ranges-overlap",
                                                          "pdf.revised",
                                                          "seal.algorithm-misfit",
                                                          "seal.algorithm-weak",
                                                          "seal.certificate",
                                                          "seal.chain-weak",
                                                          "seal.content-type-wrong",
                                                          "seal.data-digest-unknown",
                                                          "seal.data-digest-weak",
                                                          "seal.extension-unknown",
                                                          "seal.issuer-expired-at-signing",
                                                          "seal.maker-certificate",
                                                          "seal.maker-expired",
                                                          "seal.maker-may-not-sign",
                                                          "seal.seal-algorithm-misfit",
                                                          "seal.seal-algorithm-weak",
                                                          "seal.several-signers",
                                                          "seal.signer-certificate",
                                                          "seal.time-stamp-disagrees",
                                                          "seal.time-stamp-forged",
                                                          "seal.time-stamp-unknown",
                                                          "seal.time-stamp-untrusted",
                                                          "seal.time-stamp-wrong",
                                                          "seal.version"};

bool madeElsewhere(const std::string& code) {
    return std::ranges::find(kMadeElsewhere, code) != kMadeElsewhere.end();
}

/// The office's root, and its seal maker as an issuer who may not issue.
verify::TrustList wideTrust(const SampleOffice& office) {
    verify::TrustList trust = trustIn(office);
    const auto maker = readFile(office.folder() / "sealmaker.pem").value();
    trust.roots.push_back(seal::certificatesInPem(toText(maker)).value().front());
    return trust;
}

verify::Verdict verdictOn(const SampleOffice& office, const Broken& broken) {
    const Bytes file = office.licence(broken.making, kIssuingTime + broken.signedAhead);
    return tests::verdictOn(file, wideTrust(office));
}

} // namespace

TEST_CASE("V2 every broken licence reaches its reason, and all together what the table says") {
    const SampleOffice office;
    std::set<std::string> reached;
    for (const Broken& broken : sandbox::brokenLicences()) {
        const auto found = codes(verdictOn(office, broken));
        INFO(broken.reason);
        CHECK(std::ranges::find(found, broken.reason) != found.end());
        reached.insert(found.begin(), found.end());
    }
    for (const verify::Reason& reason : verify::allReasons()) {
        INFO(reason.code);
        CHECK((reached.contains(reason.code) || madeElsewhere(reason.code)));
    }
}

TEST_CASE("V1 every broken licence is named by its own reason, and stands once in the table") {
    std::set<std::string_view> named;
    for (const Broken& broken : sandbox::brokenLicences())
        CHECK(named.insert(broken.reason).second);
    for (const verify::Reason& reason : verify::allReasons()) {
        INFO(reason.code);
        CHECK(named.contains(reason.code) != madeElsewhere(reason.code));
    }
}

TEST_CASE("V3 a broken licence is valid only where its reason is a note") {
    const SampleOffice office;
    for (const Broken& broken : sandbox::brokenLicences()) {
        const auto verdict = verdictOn(office, broken);
        const auto worst = std::ranges::max_element(verdict.reasons, {}, &verify::Reason::severity);
        INFO(broken.reason);
        REQUIRE(worst != verdict.reasons.end());
        CHECK((verdict.judgement == Judgement::valid) ==
              (worst->severity == verify::Reason::Severity::note));
    }
}
