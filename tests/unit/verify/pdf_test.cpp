// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/base/random.h"
#include "tests/support/pdf_contents.h"
#include "tests/unit/verify/element_more.h"
#include "tests/unit/verify/signed_pdf.h"

using namespace kiosk;
using namespace kiosk::tests;
using namespace std::chrono_literals;
using sandbox::CmsContent;
using sandbox::CmsFault;
using sandbox::KeyKind;
using sandbox::PdfFault;
using verify::Judgement;
using verify::LayerState;

namespace {

/// The signature of a PDF, without what pads it.
Bytes contentsOf(ByteView pdf) {
    const std::string text = toText(pdf);
    return PdfContents(text).valueIn(text);
}

Bytes withContents(ByteView pdf, ByteView signature) {
    std::string text = toText(pdf);
    const PdfContents at(text);
    std::string digits = toHex(signature);
    digits.resize(at.end - at.begin, '0');
    return toBytes(text.replace(at.begin, digits.size(), digits));
}

} // namespace

TEST_CASE("V10 a PDF signed with each kind of key, family and shape is valid") {
    const auto key = GENERATE(KeyKind::sm2, KeyKind::rsa2048, KeyKind::p256);
    const auto shape = GENERATE(CmsContent::Shape::attributes, CmsContent::Shape::plain,
                                CmsContent::Shape::digestOnly);
    const auto identifiers =
        GENERATE(CmsContent::Identifiers::gm, CmsContent::Identifiers::international);
    const SignedPdf signing(key);
    const auto verdict = signing.verdict(
        signing.make(makePdf(), {.cms = {.identifiers = identifiers, .shape = shape}}));
    CHECK(codes(verdict).empty());
    CHECK(verdict.judgement == Judgement::valid);
    REQUIRE(verdict.signatures.size() == 1);
    const verify::SignatureCheck& check = verdict.signatures.front();
    CHECK(check.kind == "PDF CMS");
    CHECK(check.references == LayerState::ok);
    CHECK(check.signature == LayerState::ok);
    CHECK(check.chain == LayerState::ok);
    CHECK(check.validAtSigning == LayerState::ok);
    CHECK(check.sealSignature == LayerState::unknown); // there is no seal
    CHECK(check.signer == "云州市测试");
    CHECK(check.signedAt == kHoldersTime);
}

TEST_CASE("V10 an office's sealed PDF is valid, with each kind of key, in every face") {
    const auto key = GENERATE(KeyKind::sm2, KeyKind::rsa2048, KeyKind::p256);
    using Layout = sandbox::LicenceFace::Layout;
    const SampleOffice office;
    const verify::Verifier verifier(trustIn(office));
    for (const Layout layout : {Layout::businessLicence, Layout::residencePermit,
                                Layout::drivingLicence, Layout::marriageCertificate,
                                Layout::propertyCertificate, Layout::foodPermit, Layout::plain}) {
        const Bytes file =
            office.issuer().makePdf(sampleFace(layout), kIssuingTime, {.key = key}).value();
        const auto verdict = verifier.checkPdf(file, kIssuingTime).value().verdict;
        CHECK(codes(verdict).empty());
        CHECK(verdict.judgement == Judgement::valid);
        CHECK(verdict.signatures.at(0).signedAt == kIssuingTime);
    }
}

TEST_CASE("V3 an unsigned PDF, or one that only bears a time stamp, is never valid") {
    const SignedPdf signing;
    CHECK(codes(signing.verdict(makePdf())) == Codes{"unsigned"});
    const auto stamped = signing.verdict(signing.stamp(makePdf()));
    CHECK(codes(stamped) == Codes{"unsigned"});
    CHECK(stamped.judgement == Judgement::cannotTell);
    REQUIRE(stamped.signatures.size() == 1);
    CHECK(stamped.signatures.front().kind == "PDF time stamp");
}

TEST_CASE("V1 a byte changed in the signed part of a PDF is noticed") {
    const SignedPdf signing;
    const Bytes sound = signing.make(makePdf());
    Bytes changed = sound;
    const std::string text = toText(sound);
    changed[text.find("/Producer") + 1] = std::byte{'Q'};
    const auto verdict = signing.verdict(changed);
    CHECK(codes(verdict) == Codes{"seal.data-hash-wrong"});
    CHECK(verdict.signatures.at(0).dataHash == LayerState::failed);
    CHECK(verdict.signatures.at(0).signature == LayerState::ok);
}

TEST_CASE("V1 each fault of a ByteRange is named by its own reason") {
    const SignedPdf signing;
    const auto [fault, reasons] = GENERATE(table<PdfFault, Codes>({
        {PdfFault::startsLate, {"pdf.range-wrong"}},
        {PdfFault::gapTooWide, {"pdf.range-wrong"}},
        {PdfFault::endsEarly, {"pdf.range-torn", "pdf.appended"}},
        {PdfFault::sharedRange, {"pdf.range-shared"}},
        // Neither could be signed last.
        {PdfFault::overlapping, {"pdf.ranges-overlap", "seal.data-hash-wrong"}},
    }));
    const auto verdict = signing.verdict(signing.make(makePdf(), {.fault = fault}));
    CHECK(codes(verdict) == reasons);
    CHECK(verdict.judgement == Judgement::notValid);
    CHECK(verdict.signatures.at(0).references == LayerState::failed);
}

TEST_CASE("V1 what is appended after the last signature is a doubt, the signature stays good") {
    const SignedPdf signing;
    const Bytes sound = signing.make(makePdf());
    Bytes withBlank = sound;
    withBlank.push_back(std::byte{'\n'});
    for (const Bytes& file : {sandbox::withTurnedPage(sound), withBlank}) {
        const auto verdict = signing.verdict(file);
        CHECK(codes(verdict) == Codes{"pdf.appended"});
        CHECK(verdict.judgement == Judgement::cannotTell);
        CHECK(verdict.signatures.at(0).signature == LayerState::ok);
        CHECK(verdict.signatures.at(0).references == LayerState::ok);
    }
}

TEST_CASE("V1 a second signature or a time stamp is a legitimate revision") {
    const SignedPdf signing;
    const Bytes once = signing.make(makePdf());
    const auto twice = signing.verdict(signing.make(once));
    CHECK(codes(twice).empty());
    CHECK(twice.signatures.size() == 2);
    CHECK(twice.judgement == Judgement::valid);
    const auto stamped = signing.verdict(signing.stamp(once));
    CHECK(codes(stamped).empty());
    CHECK(stamped.judgement == Judgement::valid);
}

TEST_CASE("V1 a page changed under a later time stamp is a fault, under a signature a note") {
    const SignedPdf signing;
    const Bytes changed = sandbox::withTurnedPage(signing.make(makePdf()));
    const auto stamped = signing.verdict(signing.stamp(changed));
    CHECK(codes(stamped) == Codes{"pdf.changed-after-signing"});
    CHECK(stamped.judgement == Judgement::notValid);
    const auto signedAgain = signing.verdict(signing.make(changed));
    CHECK(codes(signedAgain) == Codes{"pdf.revised"});
    CHECK(signedAgain.judgement == Judgement::valid);
}

TEST_CASE("V1 the faults of CMS are the same reasons inside a PDF") {
    const SignedPdf signing;
    const auto [fault, reason] = GENERATE(table<CmsFault, std::string>({
        {CmsFault::contentTypeDiffers, "seal.content-type-wrong"},
        {CmsFault::digestDiffers, "seal.data-hash-wrong"},
        {CmsFault::severalSigners, "seal.several-signers"},
        {CmsFault::signerNotCarried, "seal.signer-certificate"},
        {CmsFault::digestNotAnnounced, "seal.malformed"},
        {CmsFault::digestDisagrees, "seal.algorithm-misfit"},
        {CmsFault::versionUnknown, "seal.version"},
        {CmsFault::signerVersion, "seal.version"},
    }));
    const auto verdict = signing.verdict(signing.make(makePdf(), {.cms = {.fault = fault}}));
    CHECK(codes(verdict) == Codes{reason});
    CHECK(verdict.judgement != Judgement::valid);
}

TEST_CASE("V8 a PDF's signing time is the signer's, else the dictionary's, else missing") {
    const SignedPdf signing;
    const auto plain = CmsContent::Shape::plain;
    const auto dated = signing.verdict(
        signing.make(makePdf(), {.cms = {.shape = plain}, .statedTime = kHoldersTime - 1h}));
    CHECK(dated.signatures.at(0).signedAt == kHoldersTime - 1h);
    const auto undated =
        signing.verdict(signing.make(makePdf(), {.cms = {.shape = plain}, .statedTime = {}}));
    CHECK(codes(undated) == Codes{"seal.time-missing"});
}

TEST_CASE("V1 an electronic seal inside a PDF is told by its structure and judged as such") {
    const SignedPdf signing;
    const auto verdict = signing.verdict(signing.makeSealed(makePdf()));
    CHECK(codes(verdict).empty());
    CHECK(verdict.signatures.at(0).kind == "PDF SES v4");
    CHECK(verdict.signatures.at(0).sealSignature == LayerState::ok);
    CHECK(verdict.signatures.at(0).signerListed == LayerState::ok);
    CHECK(verdict.judgement == Judgement::valid);
}

TEST_CASE("V3 a PDF of an issuer nobody here knows is a doubt") {
    const SignedPdf signing;
    const SignedPdf elsewhere;
    const auto verdict = elsewhere.verdict(signing.make(makePdf()));
    CHECK(codes(verdict) == Codes{"seal.chain-untrusted"});
    CHECK(verdict.judgement == Judgement::cannotTell);
}

TEST_CASE("V1 of a PDF's signature no structure takes an element more and stays valid") {
    const SignedPdf signing;
    const bool isSeal = GENERATE(false, true);
    const Bytes sound = isSeal ? signing.makeSealed(makePdf()) : signing.make(makePdf());
    REQUIRE(signing.verdict(sound).judgement == Judgement::valid);
    const Bytes signature = contentsOf(sound);
    const std::size_t count = structureCount(signature);
    REQUIRE(count >= 8);
    for (std::size_t i = 0; i < count; ++i) {
        INFO("structure " << i << " of " << count);
        const auto checked = signing.check(withContents(sound, withElementMore(signature, i)));
        CHECK((!checked || checked->verdict.judgement != Judgement::valid));
    }
}

TEST_CASE("V1 of 500 PDFs with one byte changed outside the padding none is valid") {
    const SignedPdf signing;
    const Bytes sound = signing.make(makePdf());
    const std::string text = toText(sound);
    const PdfContents contents(text);
    const std::size_t padding = contents.padding;
    const std::size_t paddingEnd = contents.end;
    SeededRandom random(32000);
    int judged = 0;
    for (int i = 0; i < 500; ++i) {
        auto at = static_cast<std::size_t>(random.next() % (sound.size() - paddingEnd + padding));
        if (at >= padding)
            at += paddingEnd - padding;
        Bytes file = sound;
        file[at] ^= static_cast<std::byte>(1 + random.next() % 255);
        const auto checked = signing.check(file);
        if (!checked)
            continue; // refused: its structure is broken
        ++judged;
        INFO("byte " << at);
        // Hexadecimal digits may change their case without changing the value.
        const bool sameDigits =
            checked->file.signatures.size() == 1 &&
            std::tolower(text[at]) == std::tolower(std::to_integer<int>(file[at])) &&
            at >= contents.begin && at < padding;
        CHECK((checked->verdict.judgement != Judgement::valid || sameDigits));
    }
    CHECK(judged > 100);
}
