// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/verify/verifier.h"
#include "tests/support/ofd_builder.h"
#include "tests/unit/verify/checking.h"

using namespace kiosk;
using namespace kiosk::tests;
using namespace std::chrono_literals;
using verify::Judgement;
using verify::LayerState;

TEST_CASE("V1 a licence of a trusted office is valid in every layer") {
    const SampleOffice office;
    const auto checked =
        verify::Verifier(trustIn(office)).check(office.licence(), kIssuingTime).value();
    CHECK(checked.verdict.judgement == Judgement::valid);
    CHECK(checked.verdict.reasons.empty());
    CHECK(checked.verdict.checkedAt == kIssuingTime);
    REQUIRE(checked.verdict.signatures.size() == 1);
    const verify::SignatureCheck& check = checked.verdict.signatures.front();
    CHECK(check.kind == "SES v4");
    CHECK(check.signer == "云州市证照签发");
    CHECK(check.issuer == "云州市证照根证书");
    CHECK(check.sealName == "云州市证照管理局电子证照专用章");
    CHECK(check.signedAt == kIssuingTime);
    CHECK(check.validToday == LayerState::ok);
}

TEST_CASE("R8 the seal's picture comes with its place on the page") {
    const SampleOffice office;
    const auto checked =
        verify::Verifier(trustIn(office)).check(office.licence(), kIssuingTime).value();
    REQUIRE(checked.stamps.size() == 1);
    const document::Stamp& stamp = checked.stamps.front();
    CHECK(stamp.pageId == "5");
    CHECK(stamp.format == "png");
    CHECK(stamp.boundary.width == Approx(40));
    CHECK(stamp.boundary.x + stamp.boundary.width / 2 == Approx(146));
    CHECK_FALSE(stamp.clip);
    CHECK(stamp.size.width.value == Approx(40));
    CHECK(toHex(ByteView(stamp.picture).first(4)) == "89504e47");
}

TEST_CASE("V3 an issuer nobody here knows is a doubt, not a fault") {
    const SampleOffice office;
    const SampleOffice elsewhere;
    const auto verdict = verdictOn(office.licence(), trustIn(elsewhere));
    CHECK(codes(verdict) == Codes{"seal.chain-untrusted", "seal.maker-untrusted"});
    CHECK(verdict.judgement == Judgement::cannotTell);
    CHECK(verdict.signatures.at(0).chain == LayerState::unknown);
    CHECK(verdict.signatures.at(0).signature == LayerState::ok);
}

TEST_CASE("V3 a fault weighs more than a doubt") {
    const SampleOffice office;
    const SampleOffice elsewhere;
    const auto verdict =
        verdictOn(office.licence({.fault = sandbox::Fault::contentChanged}), trustIn(elsewhere));
    CHECK(verdict.judgement == Judgement::notValid);
}

TEST_CASE("V8 what ended since the signing is a note: four dates, four answers") {
    const SampleOffice office;
    const auto year = 365 * 24h;
    const Bytes sound = office.licence();
    const Bytes late = office.licence({.fault = sandbox::Fault::sealExpired});
    const auto trust = trustIn(office);

    const auto today = verdictOn(sound, trust);
    CHECK(today.judgement == Judgement::valid);
    CHECK(codes(today).empty());

    const auto yearsLater = verdictOn(sound, trust, kIssuingTime + 12 * year);
    CHECK(yearsLater.judgement == Judgement::valid);
    CHECK(codes(yearsLater) == Codes{"seal.expired", "seal.certificate-expired"});
    CHECK(yearsLater.signatures.at(0).validToday == LayerState::failed);
    CHECK(yearsLater.signatures.at(0).validAtSigning == LayerState::ok);

    const auto ended = verdictOn(late, trust);
    CHECK(ended.judgement == Judgement::notValid);
    CHECK(ended.signatures.at(0).validAtSigning == LayerState::failed);

    const auto beforeItsEnd = verdictOn(late, trust, kIssuingTime - 48h);
    CHECK(beforeItsEnd.judgement == Judgement::notValid);
    CHECK(beforeItsEnd.signatures.at(0).validToday == LayerState::ok);
}

TEST_CASE("V3 a document from the future means that a clock is wrong") {
    const SampleOffice office;
    const auto trust = trustIn(office);
    CHECK(codes(verdictOn(office.licence(), trust, kIssuingTime - 4min)).empty());
    const auto verdict = verdictOn(office.licence(), trust, kIssuingTime - 6min);
    CHECK(codes(verdict) == Codes{"seal.clock-doubtful"});
    CHECK(verdict.judgement == Judgement::cannotTell);
}

TEST_CASE("V1 a signature listed twice or copied beside itself is one signature") {
    const SampleOffice office;
    const auto package = document::Package::open(office.licence()).value();
    std::vector<std::pair<std::string, std::string>> files;
    for (const std::string& name : package.names())
        files.emplace_back(name, toText(package.entry(name).value()));
    const auto content = [&](std::string_view name) -> std::string& {
        return std::ranges::find(files, name, [](const auto& file) { return file.first; })->second;
    };
    std::string& list = content("Doc_0/Signs/Signatures.xml");
    const std::size_t at = list.find("<ofd:Signature ");
    const std::string line = list.substr(at, list.find("/>", at) + 2 - at);
    list.insert(at, line);
    std::string copy = line;
    copy.replace(copy.find("Sign_0"), 6, "Sign_1");
    list.insert(at, copy);
    for (const char* name : {"Signature.xml", "SignedValue.dat", "Seal.esl"})
        files.emplace_back("Doc_0/Signs/Sign_1/" + std::string(name),
                           content("Doc_0/Signs/Sign_0/" + std::string(name)));
    const auto checked =
        verify::Verifier(trustIn(office)).check(makeZip(files), kIssuingTime).value();
    CHECK(checked.verdict.signatures.size() == 1);
    CHECK(checked.stamps.size() == 1);
}

TEST_CASE("V1 a signer listed by digest counts as listed") {
    const SampleOffice office;
    const auto verdict =
        verdictOn(office.licence({.naming = sandbox::SignerNaming::digest}), trustIn(office));
    CHECK(verdict.judgement == Judgement::valid);
    CHECK(verdict.signatures.at(0).signerListed == LayerState::ok);
}

TEST_CASE("a file that is no package is an error with a code, not a verdict") {
    const auto checked = verify::Verifier({}).check(bytesOf("%PDF-1.7"), kIssuingTime);
    REQUIRE_FALSE(checked);
    CHECK(checked.error().code() == "document.not-a-package");
}

TEST_CASE("V3 a document that nobody signed is never valid") {
    const auto verdict = verdictOn(makeOfd({}), {});
    CHECK(codes(verdict) == Codes{"unsigned"});
    CHECK(verdict.judgement == Judgement::cannotTell);
    CHECK(verdict.signatures.empty());
}
