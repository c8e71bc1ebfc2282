// SPDX-License-Identifier: Apache-2.0
#include "tests/speed/licence_sheet.h"

#include "firmware/base/files.h"
#include "tests/support/sample_licences.h"

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
    return document::composeSheet(licence, {},
                                  {.purpose = "子女入学",
                                   .copyNumber = "A7K2-9QXM-0042",
                                   .code = "LK1:990100:A7K2-9QXM-0042:7F",
                                   .printedAt = "2026-11-23 10:32",
                                   .statusLine = "状态截至 2026-11-23 10:31: 有效",
                                   .kioskName = "云州市望江区"});
}

} // namespace kiosk::speed
