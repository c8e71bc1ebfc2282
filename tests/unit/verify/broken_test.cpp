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

/// The office's root, and its seal maker as an issuer who may not issue.
verify::TrustList wideTrust(const SampleOffice& office) {
    verify::TrustList trust = trustIn(office);
    const auto maker = readFile(office.folder() / "sealmaker.pem").value();
    trust.roots.push_back(seal::certificatesInPem(toText(maker)).value().front());
    return trust;
}

verify::Verdict verdictOn(const SampleOffice& office, const Broken& broken) {
    const auto file =
        sandbox::makeBroken(office.issuer(), sampleFace(), broken, kIssuingTime).value();
    const verify::Verifier verifier(wideTrust(office));
    if (file.format == LicenceFile::Format::pdf)
        return verifier.checkPdf(file.content, kIssuingTime).value().verdict;
    return verifier.check(file.content, kIssuingTime).value().verdict;
}

} // namespace

TEST_CASE("V2 every broken licence reaches its reason") {
    const SampleOffice office;
    for (const Broken& broken : sandbox::brokenLicences()) {
        const auto found = codes(verdictOn(office, broken));
        INFO(broken.reason);
        CAPTURE(found);
        CHECK(std::ranges::find(found, broken.reason) != found.end());
    }
}

TEST_CASE("V1 there is one broken licence for every reason, in the order of reasons") {
    const auto reasons = verify::allReasons();
    CHECK(std::ranges::equal(sandbox::brokenLicences(), reasons, {}, &Broken::reason,
                             &verify::Reason::code));
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
