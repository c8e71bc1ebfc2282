// SPDX-License-Identifier: Apache-2.0
#include "tests/speed/licence_sheet.h"

#include "firmware/base/files.h"
#include "tests/support/sample_licences.h"
#include "tests/support/sample_marks.h"

namespace kiosk::speed {

namespace {

const tests::SampleOffice& office() {
    static const tests::SampleOffice one;
    return one;
}

} // namespace

const Bytes& licenceFile() {
    static const Bytes file = office().licence();
    return file;
}

Result<verify::Verifier> licenceVerifier() {
    const tests::TemporaryFolder trust;
    TRY(writeFile(trust.path() / "root.pem", bytesOf(office().issuer().rootPem())));
    return verify::Verifier(TRY(verify::TrustList::load(trust.path())));
}

Result<document::Document> openLicence() {
    return document::Document::open(TRY(document::Package::open(licenceFile())));
}

Result<document::Sheet> composeLicenceSheet(const document::Document& licence) {
    return document::composeSheet(licence, {}, tests::sampleMarks());
}

} // namespace kiosk::speed
