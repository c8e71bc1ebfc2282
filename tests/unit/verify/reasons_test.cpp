// SPDX-License-Identifier: Apache-2.0
#include <set>

#include <catch2/catch.hpp>

#include "firmware/base/files.h"
#include "firmware/seal/chain.h"
#include "firmware/verify/layers.h"
#include "firmware/verify/reasons.h"
#include "tests/sandbox/issuing/keyholder.h"
#include "tests/unit/verify/checking.h"

using namespace kiosk;
using namespace kiosk::tests;
using namespace kiosk::verify;
using Severity = Reason::Severity;

TEST_CASE("V2 there are at least twenty reasons, each with a code of its own") {
    std::set<std::string> codes;
    for (const Reason& reason : allReasons()) {
        CHECK(codes.insert(reason.code).second);
        CHECK_FALSE(reason.layer.empty());
    }
    CHECK(codes.size() >= 20);
}

TEST_CASE("V2 every reason has its text in every language") {
    for (const std::string language : {"zh-CN", "zh-Hant", "en", "ug", "bo"}) {
        const auto file =
            std::filesystem::path(KIOSK_SOURCE_DIR) / "assets" / "texts" / (language + ".po");
        const std::string texts = toText(readFile(file).value());
        for (const Reason& reason : allReasons()) {
            INFO(language << ": " << reason.code);
            CHECK(texts.find("msgid \"reason." + reason.code + "\"\n") != std::string::npos);
        }
    }
}

TEST_CASE("V2 every reason against a licence says what to do, the gravest first") {
    for (const Reason& reason : allReasons()) {
        INFO(reason.code);
        const bool against = reason.severity != Severity::note;
        CHECK((nextStep({.reasons = {reason}}) != NextStep::nothing) == against);
    }
    const Reason doubt = reasonFor(Why::signerIssuerUnknown);
    const Reason fault = reasonFor(Why::fileChanged);
    CHECK(nextStep({.reasons = {doubt}}) == NextStep::goToCounter);
    CHECK(nextStep({.reasons = {doubt, fault}}) == NextStep::askIssuer);
    CHECK(nextStep({.reasons = {reasonFor(Why::signingTimeAhead)}}) == NextStep::callStaff);
    CHECK(nextStep({}) == NextStep::nothing);
}

TEST_CASE("V3 a fault outweighs doubts, a doubt outweighs notes, notes change nothing") {
    const Reason note{"a", "x", Severity::note};
    const Reason doubt{"b", "x", Severity::doubt};
    const Reason fault{"c", "x", Severity::fault};
    CHECK(judgementFrom({}) == Judgement::valid);
    CHECK(judgementFrom(std::vector{note}) == Judgement::valid);
    CHECK(judgementFrom(std::vector{note, doubt}) == Judgement::cannotTell);
    CHECK(judgementFrom(std::vector{doubt, fault, note}) == Judgement::notValid);
}

TEST_CASE("V1 a layer's state follows from what was found in it") {
    CHECK(stateOf({}) == LayerState::ok);
    CHECK(stateOf(std::vector{Why::sealCopyDiffers}) == LayerState::ok);
    CHECK(stateOf(std::vector{Why::digestWeak}) == LayerState::unknown);
    CHECK(stateOf(std::vector{Why::digestWeak, Why::fileChanged}) == LayerState::failed);
}

TEST_CASE("V2 a value without its time is a doubt of its own") {
    CHECK(layers::validAtSigning({}, {}, kIssuingTime) == std::vector{Why::signingTimeMissing});
}

TEST_CASE("V10 a seal whose algorithm nobody knows is neither right nor wrong") {
    const SampleOffice office;
    const auto root = trustIn(office).roots.front();
    seal::ElectronicSeal seal;
    seal.makerCertificate = root;
    seal.algorithm.identifier = "1.2.156.10197.1.999";
    CHECK(layers::sealSignature(seal, {}) == std::vector{Why::sealAlgorithmUnknown});
}

TEST_CASE("V1 an issuer who may not issue is a doubt of its own") {
    using sandbox::Keyholder;
    using sandbox::Subject;
    const Subject signer{.organisation = "云州市",
                         .commonName = "无权签发",
                         .role = Subject::Role::signer,
                         .validFrom = kIssuingTime - std::chrono::hours(1),
                         .validUntil = kIssuingTime + std::chrono::hours(1)};
    const Keyholder issuer = Keyholder::makeRoot(signer).value(); // without keyCertSign
    seal::SignedValue value;
    value.signerCertificate = issuer.certify(signer).value().certificate();
    const layers::Chains chains = layers::chainsOf(value, {{issuer.certificate()}});
    CHECK(layers::chain(value, chains) == std::vector{Why::issuerMayNotIssue});
}

TEST_CASE("verdicts, layers and severities have names for reports") {
    CHECK(name(Judgement::valid) == "valid");
    CHECK(name(Judgement::notValid) == "notValid");
    CHECK(name(Judgement::cannotTell) == "cannotTell");
    CHECK(name(LayerState::ok) == "ok");
    CHECK(name(LayerState::failed) == "failed");
    CHECK(name(LayerState::unknown) == "unknown");
    CHECK(name(Severity::note) == "note");
    CHECK(name(Severity::doubt) == "doubt");
    CHECK(name(Severity::fault) == "fault");
}
