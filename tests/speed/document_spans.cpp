// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/raster.h"
#include "firmware/document/sheet/sheet.h"
#include "firmware/seal/digest.h"
#include "firmware/seal/signature.h"
#include "firmware/seal/signed_value.h"
#include "tests/speed/licence_sheet.h"
#include "tests/speed/measure.h"
#include "tests/speed/span.h"

namespace kiosk::speed {

namespace {

/// A portrait screen's width in pixels, and what printers are sent.
constexpr int kScreenWidth = 1080;
constexpr document::Dpi kPrinterDensity{300};

Result<Action> prepareUnpack() {
    return [&file = licenceFile()]() -> Result<> {
        TRY(document::Package::open(file));
        return {};
    };
}

Result<Action> prepareOpen() {
    return []() -> Result<> {
        TRY(openLicence());
        return {};
    };
}

Result<Action> prepareDigest() {
    return [&file = licenceFile()]() -> Result<> {
        static_cast<void>(seal::sm3(file));
        return {};
    };
}

Result<> checkSigner(ByteView signedValue) {
    const auto value = TRY(seal::parseSignedValue(signedValue));
    if (seal::checkSignature(value.signerCertificate, value.algorithm, value.signedBytes,
                             value.value) != seal::SignatureMatch::matches)
        return fail(ErrorKind::internal, "speed.signature-differs", Remedy::supplier);
    return {};
}

Result<Action> prepareSignature() {
    const auto package = TRY(document::Package::open(licenceFile()));
    for (const std::string& name : package.names()) {
        if (!name.ends_with("SignedValue.dat"))
            continue;
        const ByteView value = TRY(package.entry(name));
        return [value = Bytes(value.begin(), value.end())] { return checkSigner(value); };
    }
    return fail(ErrorKind::internal, "speed.licence-without-seal", Remedy::supplier);
}

/// All a received file goes through; anything but "valid" would measure a shorter way.
Result<Action> prepareCheck() {
    const auto verifier = std::make_shared<verify::Verifier>(TRY(licenceVerifier()));
    return afresh([verifier, &file = licenceFile()]() -> Result<> {
        const auto checked = TRY(verifier->check(file, SystemClock().wall()));
        if (checked.verdict.judgement != verify::Judgement::valid)
            return fail(ErrorKind::internal, "speed.licence-not-valid", Remedy::supplier);
        return {};
    });
}

Result<> drawFirstPage(const document::Document& licence, document::Dpi density) {
    TRY(document::drawToPicture(licence, 0, density, {}));
    return {};
}

Result<Action> prepareDrawing(document::Dpi density) {
    const auto licence = std::make_shared<document::Document>(TRY(openLicence()));
    return [licence, density] { return drawFirstPage(*licence, density); };
}

Result<Action> preparePreview() {
    const auto licence = TRY(openLicence());
    return prepareDrawing(document::dpiForWidth(licence.pageSize(0), kScreenWidth));
}

Result<Action> prepareRaster() {
    return prepareDrawing(kPrinterDensity);
}

Result<Action> prepareSheet() {
    const auto licence = std::make_shared<document::Document>(TRY(openLicence()));
    return [licence]() -> Result<> {
        TRY(composeLicenceSheet(*licence));
        return {};
    };
}

} // namespace

std::vector<Span> documentSpans() {
    return {{"document.unpack", "a sealed OFD licence unpacked under limits", prepareUnpack},
            {"verify.hash", "SM3 over the whole file", prepareDigest},
            {"verify.signature", "signature value read, one SM2 check", prepareSignature},
            {"verify.check", "every layer of a sealed licence judged", prepareCheck},
            {"page.open", "unpacked, resources and pages read", prepareOpen},
            {"page.preview", "first page drawn 1,080 pixels wide", preparePreview},
            {"page.raster", "first page drawn at 300 dpi", prepareRaster},
            {"sheet.compose", "licence, purpose line and code set on A4, as PDF", prepareSheet}};
}

} // namespace kiosk::speed
