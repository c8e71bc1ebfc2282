// SPDX-License-Identifier: Apache-2.0
#include "firmware/base/files.h"
#include "firmware/seal/digest.h"
#include "firmware/verify/verifier.h"
#include "tests/speed/compare/bare_sm2.h"
#include "tests/speed/compare/contests.h"
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

/// The CPU time of several actions, turn by turn.
Result<std::vector<std::vector<double>>> takeTurns(const std::vector<Action>& actions, int rounds) {
    std::vector<std::vector<double>> times(actions.size());
    std::vector<int> repeats;
    for (const Action& action : actions)
        repeats.push_back(TRY(repeatsFor(action)));
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t i = 0; i < actions.size(); ++i)
            times[i].push_back(TRY(sampleOf(actions[i], repeats[i])).cpu);
    }
    return times;
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
    const auto times =
        TRY(takeTurns({afresh([&] { return expectValid(verifier, page.ofd); }),
                       [&] { return openOnly(page.ofd); }, [&] { return sm2.verify(); },
                       [&] { return digestAll(package); }},
                      effort.rounds));
    return Comparison{.name = contest.name,
                      .what = contest.what,
                      .ours = {.name = "Verifier::check less opening",
                               .cpuMs = spreadOf(combined(times[0], -1, times[1]))},
                      .peer = {.name = "OpenSSL: 4 x SM2 verify, SM3 of every file",
                               .cpuMs = spreadOf(combined(times[3], kVerifications, times[2]))},
                      .difference = {}};
}

/// A thread that has judged a file of the issuer, beside a new one each time.
Result<Comparison> besideFirstFile(const Contest& contest, const Effort& effort) {
    const LicencePage page = TRY(makeLicencePage());
    const verify::Verifier verifier(TRY(trustIn(page)));
    const Action check = [&] { return expectValid(verifier, page.ofd); };
    const auto times = TRY(takeTurns({check, afresh(check)}, effort.rounds));
    return Comparison{.name = contest.name,
                      .what = contest.what,
                      .ours = {.name = "second file of an issuer", .cpuMs = spreadOf(times[0])},
                      .peer = {.name = "first file of it", .cpuMs = spreadOf(times[1])},
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
