// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <catch2/catch.hpp>

#include "firmware/base/files.h"
#include "firmware/seal/certificate.h"
#include "firmware/verify/verifier.h"
#include "tests/support/samples.h"

using namespace kiosk;
using namespace kiosk::tests;
using verify::Judgement;
using verify::LayerState;

namespace {

const WallTime kToday = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23);

/// A file with what independent tools measured: the judgement, the signatures in it, and codes
/// that must be among the reasons.
struct Truth {
    std::string file;
    Judgement judgement;
    std::size_t signatures;
    std::vector<std::string> among;
};

const std::string kChanged = "seal.digest-wrong";
const std::string kSignerUnknown = "seal.chain-untrusted";
const std::string kSealEnded = "seal.expired-at-signing";

const std::vector<Truth> kTruths{
    {"999", Judgement::cannotTell, 1, {kSignerUnknown, "seal.expired"}},
    {"DigitalSign", Judgement::cannotTell, 1, {"seal.signer-unnamed"}},
    {"SESV4SignDoc", Judgement::notValid, 1, {kSealEnded, "seal.certificate-expired-at-signing"}},
    {"V4RideRight", Judgement::cannotTell, 1, {kSignerUnknown}},
    {"bad_content_changed", Judgement::notValid, 1, {kChanged}},
    {"bad_seal_expired_at_signing", Judgement::notValid, 1, {kSealEnded}},
    {"bad_signed_value_bit", Judgement::notValid, 1, {"seal.signature-wrong"}},
    {"bad_signer_not_in_seal", Judgement::notValid, 1, {"seal.signer-not-listed"}},
    {"draw_param_ref", Judgement::cannotTell, 1, {kSignerUnknown, "seal.partly-protected"}},
    {"fapiao_shili_tampered", Judgement::notValid, 1, {kChanged}},
    {"testPathClip", Judgement::cannotTell, 2, {kSignerUnknown}},
    {"v4signed", Judgement::cannotTell, 1, {kSignerUnknown}},
    {"valid_v1", Judgement::valid, 1, {}},
    {"valid_v4_certdigest", Judgement::valid, 1, {}},
    {"valid_v4_licence", Judgement::valid, 1, {}},
    {"valid_v5", Judgement::valid, 1, {}},
    {"warn_extra_unprotected_file", Judgement::valid, 1, {"seal.file-outside"}},
    {"zsbk", Judgement::notValid, 2, {kChanged}},
};

const std::vector<std::string> kUnsigned{"AddAttachment",
                                         "areaholder_fields",
                                         "chineseDir",
                                         "fptpl",
                                         "hello",
                                         "helloworld_with_pageblock",
                                         "namespace_no_std",
                                         "multiKeywordInTextCode",
                                         "path_unstd",
                                         "rotation_test",
                                         "signout",
                                         "text_alpha_annots",
                                         "wg_6.2.003_relative_paths",
                                         "text_horizontal_suwell",
                                         "z"};

verify::CheckedDocument checked(const std::string& name) {
    const std::string pem =
        toText(readFile(samplesFolder() / "certs" / "sample_root_ca.pem").value());
    const verify::Verifier verifier({seal::certificatesInPem(pem).value()});
    const Bytes file = readFile(samplesFolder() / "ofd" / (name + ".ofd")).value();
    return verifier.check(file, kToday).value();
}

std::string listed(const verify::Verdict& verdict) {
    std::string codes;
    for (const verify::Reason& reason : verdict.reasons)
        codes += reason.code + " ";
    return codes;
}

bool has(const verify::Verdict& verdict, const std::string& code) {
    return std::ranges::find(verdict.reasons, code, &verify::Reason::code) != verdict.reasons.end();
}

} // namespace

TEST_CASE("V1 every sample is judged as independent tools measured it") {
    for (const Truth& truth : kTruths) {
        const verify::Verdict verdict = checked(truth.file).verdict;
        INFO(truth.file << ": " << listed(verdict));
        CHECK(verdict.judgement == truth.judgement);
        CHECK(verdict.signatures.size() == truth.signatures);
        for (const std::string& code : truth.among) {
            INFO("wanted " << code);
            CHECK(has(verdict, code));
        }
    }
}

TEST_CASE("V3 unsigned samples are never valid") {
    for (const std::string& file : kUnsigned) {
        const verify::Verdict verdict = checked(file).verdict;
        INFO(file << ": " << listed(verdict));
        CHECK(verdict.judgement == Judgement::cannotTell);
        CHECK(has(verdict, "unsigned"));
        CHECK(verdict.reasons.size() == 1);
    }
}

TEST_CASE("V1 the table speaks of every sample there is") {
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(samplesFolder() / "ofd"))
        files += entry.path().extension() == ".ofd" ? 1 : 0;
    CHECK(files == kTruths.size() + kUnsigned.size());
}

TEST_CASE("V1 a sample of an unknown issuer is whole in every layer but the chain") {
    for (const std::string file : {"999", "V4RideRight", "draw_param_ref", "v4signed"}) {
        const verify::SignatureCheck check = checked(file).verdict.signatures.at(0);
        INFO(file);
        CHECK(check.references == LayerState::ok);
        CHECK(check.dataHash == LayerState::ok);
        CHECK(check.signature == LayerState::ok);
        CHECK(check.sealSignature == LayerState::ok);
        CHECK(check.signerListed == LayerState::ok);
        CHECK(check.validAtSigning == LayerState::ok);
        CHECK(check.chain == LayerState::unknown);
    }
}

TEST_CASE("R8 a riding seal gives one strip for each page") {
    const auto document = checked("V4RideRight");
    CHECK(document.stamps.size() == 5);
    for (const document::Stamp& stamp : document.stamps)
        CHECK(stamp.clip.has_value());
}
