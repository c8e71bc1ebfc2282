// SPDX-License-Identifier: Apache-2.0
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
    const Bytes file = office.licence(broken.making, kIssuingTime + broken.signedAhead);
    return tests::verdictOn(file, wideTrust(office));
}

} // namespace

TEST_CASE("V2 every reason there is has a broken licence that reaches it") {
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
        CHECK(reached.contains(reason.code));
    }
}

TEST_CASE("V1 every broken licence is named by its own reason, and stands once in the table") {
    std::set<std::string_view> named;
    for (const Broken& broken : sandbox::brokenLicences())
        CHECK(named.insert(broken.reason).second);
    for (const verify::Reason& reason : verify::allReasons()) {
        INFO(reason.code);
        CHECK(named.contains(reason.code));
    }
    CHECK(named.size() == verify::allReasons().size());
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
