// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "firmware/app/kioskctl/document_command.h"
#include "firmware/base/files.h"
#include "firmware/verify/verifier.h"

namespace kiosk::app {

namespace {

using nlohmann::json;
using verify::Judgement;

json reasonsOf(const verify::Verdict& verdict) {
    json reasons = json::array();
    for (const verify::Reason& reason : verdict.reasons)
        reasons.push_back({{"code", reason.code},
                           {"layer", reason.layer},
                           {"severity", verify::name(reason.severity)}});
    return reasons;
}

json layersOf(const verify::SignatureCheck& check) {
    json entry = {{"kind", check.kind},
                  {"references", verify::name(check.references)},
                  {"dataHash", verify::name(check.dataHash)},
                  {"signature", verify::name(check.signature)},
                  {"sealSignature", verify::name(check.sealSignature)},
                  {"signerListed", verify::name(check.signerListed)},
                  {"chain", verify::name(check.chain)},
                  {"validAtSigning", verify::name(check.validAtSigning)},
                  {"validToday", verify::name(check.validToday)},
                  {"signer", check.signer},
                  {"issuer", check.issuer},
                  {"sealName", check.sealName}};
    entry["signedAt"] = check.signedAt ? json(isoTime(*check.signedAt)) : json();
    return entry;
}

json describe(const verify::Verdict& verdict) {
    json signatures = json::array();
    for (const verify::SignatureCheck& check : verdict.signatures)
        signatures.push_back(layersOf(check));
    return {{"verdict", verify::name(verdict.judgement)},
            {"reasons", reasonsOf(verdict)},
            {"signatures", std::move(signatures)},
            {"checkedAt", isoTime(verdict.checkedAt)}};
}

void printPlain(const verify::Verdict& verdict) {
    std::printf("%s\n", std::string(verify::name(verdict.judgement)).c_str());
    for (const verify::Reason& reason : verdict.reasons)
        std::printf("  %s: %s\n", std::string(verify::name(reason.severity)).c_str(),
                    reason.code.c_str());
    for (const verify::SignatureCheck& check : verdict.signatures)
        std::printf("%s by %s, %s\n", check.kind.c_str(), check.signer.c_str(),
                    check.signedAt ? isoTime(*check.signedAt).c_str() : "at an unknown time");
}

int exitCode(Judgement judgement) {
    switch (judgement) {
    case Judgement::valid:
        return kExitDone;
    case Judgement::notValid:
        return kExitNotValid;
    case Judgement::cannotTell:
        return kExitCannot;
    }
    return kExitCannot;
}

/// Without a folder nobody is trusted: then no signature is ever valid, but a broken one shows.
Result<verify::TrustList> trustFrom(const Arguments& arguments) {
    const auto folder = arguments.value("--trust");
    return folder ? verify::TrustList::load(*folder) : Result<verify::TrustList>();
}

} // namespace

Result<int> verifyDocument(std::span<const std::string_view> words) {
    const auto arguments =
        TRY(Arguments::parse(words, std::array<std::string_view, 2>{"--trust", "--at"},
                             std::array<std::string_view, 1>{"--json"}));
    const std::string file = TRY(onlyFile(arguments));
    const auto at = arguments.value("--at");
    const WallTime now = at ? TRY(timeFromIso(*at)) : SystemClock().wall();
    const verify::Verifier verifier(TRY(trustFrom(arguments)));
    const auto checked = TRY(verifier.check(TRY(readFile(file)), now));
    if (arguments.has("--json"))
        std::puts(
            describe(checked.verdict).dump(2, ' ', false, json::error_handler_t::replace).c_str());
    else
        printPlain(checked.verdict);
    return exitCode(checked.verdict.judgement);
}

} // namespace kiosk::app
