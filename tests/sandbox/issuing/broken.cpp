// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/issuing/broken.h"

#include <array>

namespace kiosk::sandbox {

namespace {

constexpr SealLayout kCms = SealLayout::gmSignedData;

Broken by(std::string_view reason, Making making) {
    return {.reason = reason, .making = std::move(making)};
}

Broken by(std::string_view reason, Fault fault) {
    return by(reason, Making{.fault = fault});
}

Broken stamped(std::string_view reason, const Stamping& stamping) {
    return by(reason, Making{.stamping = stamping});
}

Broken inPdf(std::string_view reason, const PdfMaking& making) {
    return {.reason = reason, .making = making};
}

const std::array kBroken{
    by("unsigned", Fault::unsealed),
    by("seal.list-unreadable", Fault::listUnreadable),
    by("seal.description-unreadable", Fault::descriptionUnreadable),
    by("seal.digest-wrong", Fault::contentChanged),
    by("seal.file-missing", Fault::fileRemoved),
    by("seal.signature-added", Fault::signatureAdded),
    by("seal.digest-weak", Fault::digestWeak),
    by("seal.digest-unknown", Fault::digestUnknown),
    inPdf("pdf.range-wrong", {.fault = PdfFault::gapTooWide}),
    inPdf("pdf.range-torn", {.fault = PdfFault::endsEarly}),
    inPdf("pdf.range-shared", {.fault = PdfFault::sharedRange}),
    inPdf("pdf.ranges-overlap", {.fault = PdfFault::overlapping}),
    by("seal.partly-protected", Fault::templateUnprotected),
    by("seal.file-outside", Fault::strangerAdded),
    inPdf("pdf.appended", {.afterwards = PdfMaking::Afterwards::turned}),
    inPdf("pdf.changed-after-signing", {.afterwards = PdfMaking::Afterwards::turnedAndStamped}),
    inPdf("pdf.revised", {.afterwards = PdfMaking::Afterwards::turnedAndSealed}),
    by("seal.data-hash-wrong", Fault::descriptionChanged),
    inPdf("seal.data-digest-weak", {.value = PdfMaking::Value::sha1}),
    by("seal.data-digest-unknown", {.layout = kCms, .cms = CmsFault::digestUnknown}),
    by("seal.wrapped", Fault::valueMoved),
    by("seal.property-unclear", Fault::propertyUnclear),
    by("seal.signature-wrong", Fault::valueChanged),
    by("seal.algorithm-unknown", Fault::signatureUnknown),
    by("seal.algorithm-misfit", Fault::signatureMisfit),
    by("seal.algorithm-weak", {.key = KeyKind::rsa1024}),
    by("seal.content-type-wrong", {.layout = kCms, .cms = CmsFault::contentTypeDiffers}),
    by("seal.malformed", Fault::valueUnreadable),
    by("seal.value-missing", Fault::valueRemoved),
    by("seal.version", Fault::valueVersionUnknown),
    by("seal.several-signers", {.layout = kCms, .cms = CmsFault::severalSigners}),
    by("seal.signer-certificate", {.layout = kCms, .cms = CmsFault::signerNotCarried}),
    by("seal.certificate", Fault::signerUnreadable),
    by("seal.seal-signature-wrong", Fault::sealChanged),
    by("seal.seal-algorithm-unknown", Fault::sealAlgorithmUnknown),
    by("seal.seal-algorithm-misfit", Fault::sealAlgorithmMisfit),
    by("seal.seal-algorithm-weak", Fault::sealAlgorithmWeak),
    by("seal.maker-certificate", Fault::makerUnreadable),
    by("seal.copy-differs", Fault::sealCopyDiffers),
    by("seal.signer-not-listed", Fault::signerNotListed),
    by("seal.signer-unnamed", {.layout = SealLayout::bareSm2}),
    by("seal.chain-untrusted", Fault::signerUntrusted),
    by("seal.maker-untrusted", Fault::makerUntrusted),
    by("seal.certificate-forged", Fault::certificateForged),
    by("seal.issuer-may-not-issue", Fault::issuerMayNotIssue),
    by("seal.extension-unknown", Fault::extensionUnknown),
    by("seal.chain-weak", {.layout = kCms, .fault = Fault::issuerWeak}),
    by("seal.signer-may-not-sign", Fault::signerMayNotSign),
    by("seal.maker-may-not-sign", Fault::makerMayNotSign),
    by("seal.expired-at-signing", Fault::sealExpired),
    by("seal.certificate-expired-at-signing", Fault::certificateExpired),
    by("seal.issuer-expired-at-signing", {.layout = kCms, .fault = Fault::issuerExpired}),
    by("seal.maker-expired-at-making", Fault::makerExpired),
    by("seal.time-missing", Fault::timeMissing),
    Broken{"seal.clock-doubtful", Making{}, std::chrono::hours(24)},
    stamped("seal.time-stamp-wrong", {.over = Stamping::Over::other}),
    stamped("seal.time-stamp-forged", {.fault = CmsFault::digestDiffers}),
    stamped("seal.time-stamp-disagrees", {.late = std::chrono::hours(25)}),
    stamped("seal.time-stamp-unknown", {.fault = CmsFault::severalSigners}),
    stamped("seal.time-stamp-untrusted", {.stamper = Stamping::Stamper::stranger}),
    by("seal.expired", Fault::sealExpired),
    by("seal.certificate-expired", Fault::certificateExpired),
    by("seal.maker-expired", Fault::makerExpired),
};

} // namespace

std::span<const Broken> brokenLicences() {
    return kBroken;
}

Result<LicenceFile> makeBroken(const Issuer& issuer, const LicenceFace& face, const Broken& broken,
                               WallTime now) {
    using Format = LicenceFile::Format;
    const WallTime signedAt = now + broken.signedAhead;
    const std::string& identifier = face.licence.identifier;
    if (const auto* making = std::get_if<PdfMaking>(&broken.making))
        return LicenceFile{identifier, Format::pdf, TRY(issuer.makePdf(face, signedAt, *making))};
    const Making& making = std::get<Making>(broken.making);
    return LicenceFile{identifier, Format::ofd, TRY(issuer.makeOfd(face, signedAt, making))};
}

} // namespace kiosk::sandbox
