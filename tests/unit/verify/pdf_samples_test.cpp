// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/base/files.h"
#include "firmware/seal/certificate.h"
#include "firmware/verify/verifier.h"
#include "tests/support/samples.h"

using namespace kiosk;
using namespace kiosk::tests;
using verify::Judgement;

namespace {

/// A day on which the samples' certificates hold.
const WallTime kDay = std::chrono::sys_days(std::chrono::year(2026) / 11 / 25);

struct Truth {
    std::string file;
    std::string trusted; ///< the certificate in the trust list
    Judgement judgement;
    std::vector<std::string> reasons;
    std::size_t pages;
    SizeMm size;
};

const SizeMm kSamplePage{{595 * 25.4 / 72}, {842 * 25.4 / 72}};

const std::vector<Truth> kTruths{
    {"pdf_sm2_detached", "sample_root_ca", Judgement::valid, {}, 1, kSamplePage},
    {"pdf_sm2_tampered",
     "sample_root_ca",
     Judgement::notValid,
     {"seal.data-hash-wrong"},
     1,
     kSamplePage},
    {"pdf_rsa_detached", "sample_rsa_signer", Judgement::valid, {}, 1, kSamplePage},
    {"pdf_rsa_detached",
     "sample_root_ca",
     Judgement::cannotTell,
     {"seal.chain-untrusted"},
     1,
     kSamplePage},
    {"unsigned_ff", "sample_root_ca", Judgement::cannotTell, {"unsigned"}, 2, kA4},
};

verify::CheckedPdf checked(const Truth& truth) {
    const auto certificate = samplesFolder() / "certs" / (truth.trusted + ".pem");
    const std::string pem = toText(readFile(certificate).value());
    const verify::Verifier verifier({seal::certificatesInPem(pem).value()});
    return verifier
        .checkPdf(readFile(samplesFolder() / "pdf" / (truth.file + ".pdf")).value(), kDay)
        .value();
}

} // namespace

TEST_CASE("V10 every PDF sample is judged as independent tools measured it") {
    for (const Truth& truth : kTruths) {
        const verify::CheckedPdf result = checked(truth);
        INFO(truth.file << " with " << truth.trusted);
        std::vector<std::string> codes;
        for (const verify::Reason& reason : result.verdict.reasons)
            codes.push_back(reason.code);
        CHECK(codes == truth.reasons);
        CHECK(result.verdict.judgement == truth.judgement);
        CHECK(result.verdict.signatures.size() == (truth.file == "unsigned_ff" ? 0 : 1));
        CHECK(result.file.pages.size() == truth.pages);
        for (const SizeMm& page : result.file.pages) {
            CHECK(page.width.value == Approx(truth.size.width.value).margin(0.5));
            CHECK(page.height.value == Approx(truth.size.height.value).margin(0.5));
        }
    }
}
