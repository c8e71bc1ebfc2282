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
    const auto years = 365 * 24h;
    const auto trust = trustIn(office);
    const Bytes sound = office.licence();
    const Bytes late = office.licence({.fault = sandbox::Fault::sealExpired});
    struct Day {
        const Bytes& file;
        WallTime today;
        Codes reasons;
        LayerState atSigning;
        LayerState now;
    };
    const auto judged = GENERATE_REF(values<Day>({
        {sound, kIssuingTime, {}, LayerState::ok, LayerState::ok},
        {sound,
         kIssuingTime + 12 * years,
         {"seal.expired", "seal.certificate-expired", "seal.maker-expired"},
         LayerState::ok,
         LayerState::failed},
        {late,
         kIssuingTime,
         {"seal.expired-at-signing", "seal.expired"},
         LayerState::failed,
         LayerState::failed},
        {late,
         kIssuingTime - 48h,
         {"seal.clock-doubtful", "seal.expired-at-signing"},
         LayerState::failed,
         LayerState::ok},
    }));
    const auto verdict = verdictOn(judged.file, trust, judged.today);
    CHECK(codes(verdict) == judged.reasons);
    CHECK((verdict.judgement == Judgement::valid) == (judged.atSigning == LayerState::ok));
    CHECK(verdict.signatures.at(0).validAtSigning == judged.atSigning);
    CHECK(verdict.signatures.at(0).validToday == judged.now);
}

TEST_CASE("V1 a later signature over an earlier one: what is shown is the last one's") {
    using sandbox::SecondSignature;
    const SampleOffice office;
    const auto both =
        verdictOn(office.licence({.second = SecondSignature::covering}), trustIn(office));
    CHECK(codes(both).empty());
    CHECK(both.signatures.size() == 2);
    // The first lists everything shown, the last does not.
    const auto partial =
        verdictOn(office.licence({.second = SecondSignature::partial}), trustIn(office));
    CHECK(codes(partial) == Codes{"seal.partly-protected"});
    CHECK(partial.judgement == Judgement::cannotTell);
}

TEST_CASE("V10 seals and SignedData signed with RSA or ECDSA are judged like SM2") {
    const SampleOffice office;
    const auto key =
        GENERATE(sandbox::KeyKind::rsa2048, sandbox::KeyKind::p256, sandbox::KeyKind::p384);
    const auto layout = GENERATE(sandbox::SealLayout::v1, sandbox::SealLayout::v4,
                                 sandbox::SealLayout::gmSignedData);
    const auto verdict = verdictOn(office.licence({.layout = layout, .key = key}), trustIn(office));
    CHECK(codes(verdict).empty());
    CHECK(verdict.judgement == Judgement::valid);
    const auto changed = verdictOn(
        office.licence({.layout = layout, .fault = sandbox::Fault::descriptionChanged, .key = key}),
        trustIn(office));
    CHECK(codes(changed) == Codes{"seal.data-hash-wrong"});
}

TEST_CASE("V10 a key too short and a curve nobody takes are doubts, never valid") {
    const SampleOffice office;
    const auto shortKey =
        verdictOn(office.licence({.key = sandbox::KeyKind::rsa1024}), trustIn(office));
    CHECK(codes(shortKey) == Codes{"seal.algorithm-weak", "seal.chain-weak"});
    CHECK(shortKey.judgement == Judgement::cannotTell);
    const auto otherCurve =
        verdictOn(office.licence({.key = sandbox::KeyKind::p521}), trustIn(office));
    CHECK(codes(otherCurve) == Codes{"seal.algorithm-unknown"});
    CHECK(otherCurve.judgement == Judgement::cannotTell);
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
