// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/package.h"
#include "firmware/seal/digest.h"
#include "firmware/seal/signed_value.h"
#include "firmware/seal/sm2.h"
#include "tests/speed/span.h"
#include "tests/support/sample_licences.h"

namespace kiosk::speed {

namespace {

/// One sealed licence of an invented office, made once.
const Bytes& licenceFile() {
    static const Bytes file = tests::SampleOffice().licence();
    return file;
}

Result<Action> prepareUnpack() {
    return [&file = licenceFile()]() -> Result<> {
        TRY(document::Package::open(file));
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

} // namespace

std::vector<Span> documentSpans() {
    return {{"document.unpack", "a sealed OFD licence unpacked under limits", prepareUnpack},
            {"verify.hash", "SM3 over the whole file", prepareDigest},
            {"verify.signature", "signature value read, one SM2 check", prepareSignature}};
}

} // namespace kiosk::speed
