// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstdio>
#include <initializer_list>

#include <nlohmann/json.hpp>

#include "firmware/app/kioskctl/code_files.h"
#include "firmware/app/kioskctl/command.h"
#include "firmware/app/kioskctl/device_command.h"
#include "firmware/app/kioskctl/fingerprint.h"
#include "firmware/base/files.h"
#include "firmware/base/text.h"
#include "firmware/handout/proof.h"

namespace kiosk::app {

namespace {

using handout::ProofVerdict;
using nlohmann::json;

constexpr std::size_t kLongestAnswer = 64U << 10;

constexpr Option kChallengeOption{"--challenge", "TEXT",
                                  "16 to 64 letters, digits and hyphens, chosen at random",
                                  Need::required};

using Path = std::initializer_list<const char*>;

/// Null where there is none: whoever has a key may sign what they like.
json valueAt(const json& proof, Path path) {
    const json* value = &proof;
    for (const char* key : path) {
        if (!value->is_object() || !value->contains(key))
            return {};
        value = &(*value)[key];
    }
    return *value;
}

/// Without what a terminal might obey.
std::string plain(std::string text) {
    std::ranges::replace_if(text, [](char c) { return c < ' ' || c > '~'; }, '?');
    return text;
}

std::string told(const json& proof, Path path) {
    const json value = valueAt(proof, path);
    return value.is_string() ? plain(value.get<std::string>()) : "not known";
}

void printLine(const std::string& name, const std::string& value) {
    std::printf("%-16s%s\n", name.c_str(), value.c_str());
}

/// As people compare it with what a release is known to be.
void print(const json& proof) {
    for (const char* key : {"challenge", "key", "at", "version"})
        printLine(key, told(proof, {key}));
    printLine("key lies in", told(proof, {"keyPlace"}));
    printLine("slot", told(proof, {"system", "slot"}));
    printLine("root hash", told(proof, {"system", "rootHash"}));
    const json programs = valueAt(proof, {"programs"});
    for (const auto& [program, digest] : programs.items())
        printLine(plain(program), told(programs, {program.c_str()}));
    const bool isLastGood = valueAt(proof, {"configuration", "isLastGood"}) == true;
    printLine("configuration", told(proof, {"configuration", "sha256"}) +
                                   (isLastGood ? " (the last good one: its file is wrong)" : ""));
    if (valueAt(proof, {"configuration", "regions"}).is_string())
        printLine("regions", told(proof, {"configuration", "regions"}));
    printLine("trust list",
              told(proof, {"trustList", "name"}) + " " + told(proof, {"trustList", "sha256"}));
}

Result<int> prove(const Arguments& arguments) {
    const Config config = TRY(loadConfig(arguments.required("--config")));
    const json answer = TRY(askRunningKiosk(
        config, {{"ask", "proof"}, {"challenge", arguments.required("--challenge")}}));
    if (const auto folder = arguments.value("--qr"))
        TRY(writeCodes(answer.at("codes").get<std::vector<std::string>>(), *folder, "proof-code"));
    if (arguments.has("--json"))
        std::puts(answer.dump().c_str());
    else
        print(answer.at("proof"));
    return kExitDone;
}

Result<std::chrono::seconds> withinOf(const Arguments& arguments) {
    const std::string text = arguments.value("--within").value_or("10");
    const auto minutes = parseInteger(text);
    constexpr std::int64_t kLongest = std::int64_t{60} * 24 * 366;
    if (!minutes || *minutes < 1 || *minutes > kLongest)
        return fail(ErrorKind::unsupported, "usage.not-a-number", Remedy::citizenAgain, text);
    return std::chrono::minutes(*minutes);
}

std::string_view meaningOf(ProofVerdict verdict) {
    switch (verdict) {
    case ProofVerdict::unreadable:
        return "no answer to a challenge, or one of its codes is missing";
    case ProofVerdict::altered:
        return "not what the kiosk signed";
    case ProofVerdict::otherKey:
        return "signed by another key than the kiosk's";
    case ProofVerdict::otherChallenge:
        return "signed, but the answer to another challenge";
    case ProofVerdict::tooOld:
        return "signed, but too long ago by the kiosk's clock";
    case ProofVerdict::ahead:
        return "signed, but in the future by the kiosk's clock";
    case ProofVerdict::proven:
        return "signed by this key in answer to this challenge";
    }
    return {};
}

/// What was signed is told where this kiosk's key has signed it.
void printJudged(const handout::JudgedProof& judged) {
    std::printf("%s: %s\n", std::string(name(judged.verdict)).c_str(),
                std::string(meaningOf(judged.verdict)).c_str());
    if (judged.verdict == ProofVerdict::otherKey)
        printLine("key", judged.fingerprint);
    else if (const json proof = json::parse(judged.proof, nullptr, false); proof.is_object())
        print(proof);
}

json toJson(const handout::JudgedProof& judged) {
    const json proof = json::parse(judged.proof, nullptr, false);
    return {{"verdict", name(judged.verdict)},
            {"key", judged.fingerprint.empty() ? json() : json(judged.fingerprint)},
            {"proof", proof.is_object() ? proof : json()}};
}

Result<int> check(const Arguments& arguments) {
    const auto challenge = arguments.required("--challenge");
    if (!handout::Challenge::of(challenge))
        return fail(ErrorKind::malformed, "service.challenge", Remedy::citizenAgain,
                    "16 to 64 letters, digits and hyphens");
    const handout::AskedProof asked{.challenge = challenge,
                                    .fingerprint = TRY(fingerprintBy(arguments.required("--key"))),
                                    .now = SystemClock().wall(),
                                    .within = TRY(withinOf(arguments))};
    const auto judged =
        handout::judge(toText(TRY(readFile(arguments.rest().front(), kLongestAnswer))), asked);
    if (arguments.has("--json"))
        std::puts(toJson(judged).dump().c_str());
    else
        printJudged(judged);
    return judged.verdict == ProofVerdict::proven ? kExitDone : kExitNotValid;
}

constexpr std::array kCommands{
    Command{.words = "prove check",
            .purpose = "whether an answer to a challenge is this kiosk's own, whole and fresh",
            .options = {{"--key", "FINGERPRINT-OR-FILE",
                         "the kiosk's key, as its screen or kioskctl readiness names it",
                         Need::required},
                        kChallengeOption,
                        {"--within", "MINUTES", "how far the kiosk's clock may be off (10)"},
                        kJsonOption},
            .operands = {{"FILE", "the answer, or the texts of its codes, one a line"}},
            .exits = {{kExitDone, "it is"},
                      {kExitNotValid, "it is not: unreadable, altered, other-key, "
                                      "other-challenge, too-old or ahead"}},
            .example = "prove check --key 3F7A-09C2-11D0-5E6B-77A0 --challenge "
                       "5f0e8a52-77c1-4b0e-9a55-1d2c3b4a5968 answer.json",
            .act = check},
    Command{.words = "prove",
            .purpose = "the running kiosk's signed answer to a challenge: what software runs",
            .options = {kConfigOption,
                        kChallengeOption,
                        {"--qr", "FOLDER", "writes the answer as pictures of codes"},
                        kJsonOption},
            .exits = {{kExitDone, "the kiosk answered"}},
            .example = "prove --config /data/site/kiosk.json --challenge "
                       "5f0e8a52-77c1-4b0e-9a55-1d2c3b4a5968 --json",
            .act = prove},
};

} // namespace

std::span<const Command> proveCommands() {
    return kCommands;
}

} // namespace kiosk::app
