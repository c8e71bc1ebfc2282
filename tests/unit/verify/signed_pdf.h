// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/sandbox/issuing/cms_writer.h"
#include "tests/sandbox/issuing/pdf_sealing.h"
#include "tests/sandbox/issuing/ses_writer.h"
#include "tests/support/sample_pdf.h"
#include "tests/unit/seal/holders.h"
#include "tests/unit/verify/checking.h"

namespace kiosk::tests {

/// How a PDF is signed; what is not said is right.
struct PdfMaking {
    sandbox::CmsContent cms = {};
    std::optional<WallTime> statedTime = kHoldersTime;
    sandbox::PdfFault fault = sandbox::PdfFault::none;
};

/// A trusted office that signs PDFs with one kind of key, and a trusted stamper.
class SignedPdf {
public:
    explicit SignedPdf(sandbox::KeyKind key = sandbox::KeyKind::sm2)
        : signer_(certified(top_, {.key = key})) {}

    Bytes make(ByteView pdf, const PdfMaking& making = {}) const {
        const auto sign = [&](ByteView covered) {
            sandbox::CmsContent content = making.cms;
            content.data.assign(covered.begin(), covered.end());
            if (content.shape == sandbox::CmsContent::Shape::attributes)
                content.signedAt = kHoldersTime;
            return sandbox::makeSignedData(content, signer_);
        };
        return sandbox::sealedPdf(
                   pdf, {.sign = sign, .statedTime = making.statedTime, .fault = making.fault})
            .value();
    }

    Bytes stamp(ByteView pdf) const {
        const auto sign = [&](ByteView covered) {
            return sandbox::makeTimeStamp(covered, kHoldersTime, stamper_);
        };
        return sandbox::sealedPdf(
                   pdf, {.sign = sign, .subFilter = "ETSI.RFC3161", .type = "DocTimeStamp"})
            .value();
    }

    /// With an electronic seal instead of CMS, as some vendors do.
    Bytes makeSealed(ByteView pdf) const {
        const Bytes seal = sandbox::makeSeal({.id = "9901000036906",
                                              .name = "云州市测试章",
                                              .signerCertificate = signer_.certificate(),
                                              .madeAt = kHoldersTime - std::chrono::days(1),
                                              .validFrom = kHoldersTime - std::chrono::days(1),
                                              .validUntil = kHoldersTime + std::chrono::days(1)},
                                             signer_)
                               .value();
        const auto sign = [&](ByteView covered) {
            return sandbox::makeSignedValue({.seal = seal,
                                             .description = Bytes(covered.begin(), covered.end()),
                                             .path = "Signature1",
                                             .signedAt = kHoldersTime},
                                            signer_);
        };
        return sandbox::sealedPdf(pdf, {.sign = sign, .subFilter = "Vendor.Seal"}).value();
    }

    Result<verify::CheckedPdf> check(ByteView file) const {
        return verify::Verifier({{top_.certificate()}}).checkPdf(file, kHoldersTime);
    }

    verify::Verdict verdict(ByteView file) const { return check(file).value().verdict; }

private:
    sandbox::Keyholder top_ = root();
    sandbox::Keyholder signer_;
    sandbox::Keyholder stamper_ =
        certified(top_, {.commonName = "云州市时间戳", .role = sandbox::Subject::Role::stamper});
};

} // namespace kiosk::tests
