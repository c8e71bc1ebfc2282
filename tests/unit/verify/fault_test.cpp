// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/verify/reasons.h"
#include "tests/unit/verify/checking.h"

using namespace kiosk;
using namespace kiosk::tests;
using sandbox::Fault;
using verify::Judgement;
using verify::LayerState;

namespace {

struct Case {
    Fault fault;
    Codes reasons;
    Judgement judgement;
};

/// One fault, one reason: everything else about these documents is right.
const std::vector<Case> kCases{
    {Fault::none, {}, Judgement::valid},
    {Fault::unsealed, {"unsigned"}, Judgement::cannotTell},
    {Fault::contentChanged, {"seal.digest-wrong"}, Judgement::notValid},
    {Fault::fileRemoved, {"seal.file-missing"}, Judgement::notValid},
    {Fault::descriptionChanged, {"seal.data-hash-wrong"}, Judgement::notValid},
    {Fault::descriptionUnreadable, {"seal.description-unreadable"}, Judgement::cannotTell},
    {Fault::listUnreadable, {"seal.list-unreadable"}, Judgement::cannotTell},
    {Fault::valueChanged, {"seal.signature-wrong"}, Judgement::notValid},
    {Fault::valueUnreadable, {"seal.malformed"}, Judgement::cannotTell},
    {Fault::valueRemoved, {"seal.value-missing"}, Judgement::cannotTell},
    {Fault::signatureUnknown, {"seal.algorithm-unknown"}, Judgement::cannotTell},
    {Fault::digestUnknown, {"seal.digest-unknown"}, Judgement::cannotTell},
    {Fault::digestWeak, {"seal.digest-weak"}, Judgement::cannotTell},
    {Fault::sealChanged, {"seal.seal-signature-wrong"}, Judgement::notValid},
    {Fault::sealCopyDiffers, {"seal.copy-differs"}, Judgement::valid},
    {Fault::signerNotListed, {"seal.signer-not-listed"}, Judgement::notValid},
    {Fault::signerMayNotSign, {"seal.signer-may-not-sign"}, Judgement::notValid},
    {Fault::certificateForged,
     {"seal.signer-not-listed", "seal.certificate-forged"},
     Judgement::notValid},
    {Fault::certificateExpired,
     {"seal.certificate-expired-at-signing", "seal.certificate-expired"},
     Judgement::notValid},
    {Fault::sealExpired, {"seal.expired-at-signing", "seal.expired"}, Judgement::notValid},
    {Fault::makerExpired,
     {"seal.maker-expired-at-making", "seal.maker-expired"},
     Judgement::notValid},
    {Fault::templateUnprotected, {"seal.partly-protected"}, Judgement::cannotTell},
    {Fault::strangerAdded, {"seal.file-outside"}, Judgement::valid},
    {Fault::signatureAdded, {"seal.signature-added"}, Judgement::notValid},
    {Fault::valueMoved, {"seal.wrapped"}, Judgement::notValid},
    {Fault::propertyUnclear, {"seal.property-unclear"}, Judgement::cannotTell},
};

/// A signature's layers by the names reasons use.
std::vector<std::pair<std::string, LayerState>> layersOf(const verify::SignatureCheck& check) {
    return {{"references", check.references},        {"dataHash", check.dataHash},
            {"signature", check.signature},          {"sealSignature", check.sealSignature},
            {"signerListed", check.signerListed},    {"chain", check.chain},
            {"validAtSigning", check.validAtSigning}};
}

} // namespace

TEST_CASE("V1 each planted fault is named by its own reason and no other") {
    const SampleOffice office;
    for (const Case& planted : kCases) {
        const auto verdict = verdictOn(office.licence({.fault = planted.fault}), trustIn(office));
        INFO("fault " << static_cast<int>(planted.fault));
        CHECK(codes(verdict) == planted.reasons);
        CHECK(verdict.judgement == planted.judgement);
    }
}

TEST_CASE("V1 a fault in one layer leaves every other layer's answer standing") {
    const SampleOffice office;
    for (const Case& planted : kCases) {
        const auto verdict = verdictOn(office.licence({.fault = planted.fault}), trustIn(office));
        const bool wholeChecked =
            verdict.signatures.size() == 1 && !verdict.signatures.front().kind.empty();
        if (!wholeChecked)
            continue;
        for (const auto& [layer, state] : layersOf(verdict.signatures.front())) {
            const bool blamed = std::ranges::any_of(verdict.reasons, [&](const auto& reason) {
                return reason.layer == layer && reason.severity != verify::Reason::Severity::note;
            });
            INFO("fault " << static_cast<int>(planted.fault) << ", layer " << layer);
            CHECK((state == LayerState::ok) == !blamed);
        }
    }
}

TEST_CASE("V3 whatever is wrong, the answer is never valid unless only notes are left") {
    const SampleOffice office;
    for (const Case& planted : kCases) {
        const auto verdict = verdictOn(office.licence({.fault = planted.fault}), trustIn(office));
        const bool onlyNotes = std::ranges::all_of(verdict.reasons, [](const auto& reason) {
            return reason.severity == verify::Reason::Severity::note;
        });
        CHECK((verdict.judgement == Judgement::valid) == onlyNotes);
    }
}

TEST_CASE("V1 the faults hold in the older and newer layouts of seals too") {
    using sandbox::SealLayout;
    const auto layout = GENERATE(SealLayout::v1, SealLayout::v5);
    const SampleOffice office;
    for (const Fault fault : {Fault::none, Fault::contentChanged, Fault::descriptionChanged,
                              Fault::valueChanged, Fault::sealChanged, Fault::signerNotListed,
                              Fault::sealExpired, Fault::makerExpired, Fault::valueMoved}) {
        const auto expected = std::ranges::find(kCases, fault, &Case::fault);
        const auto verdict =
            verdictOn(office.licence({.layout = layout, .fault = fault}), trustIn(office));
        INFO("layout " << static_cast<int>(layout) << ", fault " << static_cast<int>(fault));
        CHECK(codes(verdict) == expected->reasons);
    }
}

TEST_CASE("V1 GM SignedData has no seal, and its other layers count") {
    const SampleOffice office;
    const auto layout = sandbox::SealLayout::gmSignedData;
    const auto sound = verdictOn(office.licence({.layout = layout}), trustIn(office));
    CHECK(codes(sound).empty());
    CHECK(sound.judgement == Judgement::valid);
    CHECK(sound.signatures.at(0).kind == "CMS");
    CHECK(sound.signatures.at(0).sealSignature == LayerState::unknown);
    const auto forged = verdictOn(
        office.licence({.layout = layout, .fault = Fault::certificateForged}), trustIn(office));
    CHECK(codes(forged) == Codes{"seal.certificate-forged"});
    const auto changed = verdictOn(
        office.licence({.layout = layout, .fault = Fault::descriptionChanged}), trustIn(office));
    CHECK(codes(changed) == Codes{"seal.data-hash-wrong"});
}

TEST_CASE("V3 a bare value names no signer and is never valid") {
    const SampleOffice office;
    const auto verdict =
        verdictOn(office.licence({.layout = sandbox::SealLayout::bareSm2}), trustIn(office));
    CHECK(codes(verdict) == Codes{"seal.signer-unnamed"});
    CHECK(verdict.judgement == Judgement::cannotTell);
}
