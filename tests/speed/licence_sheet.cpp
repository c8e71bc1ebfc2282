// SPDX-License-Identifier: Apache-2.0
#include "tests/speed/licence_sheet.h"

#include "tests/support/sample_licences.h"

namespace kiosk::speed {

const Bytes& licenceFile() {
    static const Bytes file = tests::SampleOffice().licence();
    return file;
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
