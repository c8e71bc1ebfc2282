// SPDX-License-Identifier: Apache-2.0
#include "firmware/base/files.h"
#include "firmware/seal/digest.h"
#include "firmware/verify/verifier.h"
#include "tests/speed/compare/bare_sm2.h"
#include "tests/speed/compare/contests.h"
#include "tests/speed/compare/turns.h"
#include "tests/speed/page/licence_page.h"
#include "tests/support/sample_licences.h"

namespace kiosk::speed {

namespace {

/// In a sealed file of our sandbox: the signature, the seal's, the signer's certificate and the
/// seal maker's.
constexpr int kVerifications = 4;

Result<verify::TrustList> trustIn(const LicencePage& page) {
    const tests::TemporaryFolder trust;
    TRY(writeFile(trust.path() / "root.pem", bytesOf(page.rootPem)));
    return verify::TrustList::load(trust.path());
}

Result<> expectValid(const verify::Verifier& verifier, ByteView file) {
    const auto checked = TRY(verifier.check(file, tests::kIssuingTime));
    if (checked.verdict.judgement != verify::Judgement::valid)
        return fail(ErrorKind::internal, "speed.licence-not-valid", Remedy::supplier);
    return {};
}

/// What a check does besides judging; taken off it.
Result<> openOnly(ByteView file) {
    const auto package = TRY(document::Package::open(file));
    TRY(document::Document::open(package));
    return {};
}

/// Each file but the signature's own is digested, and the signature's description.
Result<> digestAll(const document::Package& package) {
    for (const std::string& name : package.names()) {
        if (seal::sm3(TRY(package.entry(name))).empty())
            return fail(ErrorKind::internal, "speed.no-sm3", Remedy::supplier);
    }
    return {};
}

/// `a + factor * b`, round by round.
std::vector<double> combined(const std::vector<double>& a, double factor,
                             const std::vector<double>& b) {
    std::vector<double> sums;
    for (std::size_t i = 0; i < a.size(); ++i)
        sums.push_back(a[i] + factor * b[i]);
    return sums;
}

Result<Comparison> besideBareCryptography(const Contest& contest, const Effort& effort) {
    const LicencePage page = TRY(makeLicencePage());
    const verify::Verifier verifier(TRY(trustIn(page)));
    const BareSm2 sm2 = TRY(BareSm2::make());
    const auto package = TRY(document::Package::open(page.ofd));
    const auto laps =
        TRY(takeTurns({afresh([&] { return expectValid(verifier, page.ofd); }),
                       [&] { return openOnly(page.ofd); }, [&] { return sm2.verify(); },
                       [&] { return digestAll(package); }},
                      effort.rounds));
    return Comparison{
        .name = contest.name,
        .what = contest.what,
        .ours = {.name = "Verifier::check less opening",
                 .cpuMs = spreadOf(combined(laps[0].cpu, -1, laps[1].cpu))},
        .peer = {.name = "OpenSSL: 4 x SM2 verify, SM3 of every file",
                 .cpuMs = spreadOf(combined(laps[3].cpu, kVerifications, laps[2].cpu))},
        .difference = {}};
}

/// A thread that has judged a file of the issuer, beside a new one each time.
Result<Comparison> besideFirstFile(const Contest& contest, const Effort& effort) {
    const LicencePage page = TRY(makeLicencePage());
    const verify::Verifier verifier(TRY(trustIn(page)));
    const Action check = [&] { return expectValid(verifier, page.ofd); };
    const auto laps = TRY(takeTurns({check, afresh(check)}, effort.rounds));
    return Comparison{.name = contest.name,
                      .what = contest.what,
                      .ours = {.name = "second file of an issuer", .cpuMs = spreadOf(laps[0].cpu)},
                      .peer = {.name = "first file of it", .cpuMs = spreadOf(laps[1].cpu)},
                      .difference = {}};
}

} // namespace

std::vector<Contest> sealContests() {
    return {{"seal.check", "every layer of a seal judged; the bare cryptography in it",
             besideBareCryptography},
            {"seal.second", "a file whose issuer's chain was verified before; the first one",
             besideFirstFile}};
}

} // namespace kiosk::speed
