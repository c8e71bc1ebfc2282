// SPDX-License-Identifier: Apache-2.0
#include <cstdio>

#include <nlohmann/json.hpp>

#include "firmware/app/kioskctl/document_command.h"
#include "firmware/base/files.h"
#include "firmware/reading/confined_reader.h"
#include "firmware/reading/facts_json.h"
#include "firmware/reading/verdict_json.h"

namespace kiosk::app {

namespace {

using verify::Judgement;

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

Result<int> verifyDocument(const Arguments& arguments) {
    const std::string& file = arguments.rest().front();
    const auto at = arguments.value("--at");
    const WallTime now = at ? TRY(timeFromIso(*at)) : SystemClock().wall();
    reading::ConfinedReader reader(reading::readerProgram(), TRY(trustFrom(arguments)),
                                   reading::ConfinedReader::Spare::none);
    const auto read = TRY(reader.open(TRY(readFile(file)), now));
    const verify::Verdict& verdict = read->facts().verdict;
    if (arguments.has("--json"))
        std::puts(reading::textOf(reading::verdictJson(verdict), 2).c_str());
    else
        printPlain(verdict);
    return exitCode(verdict.judgement);
}

} // namespace kiosk::app
