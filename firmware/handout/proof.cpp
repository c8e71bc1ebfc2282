// SPDX-License-Identifier: Apache-2.0
#include "firmware/handout/proof.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "firmware/base/iso_time.h"
#include "firmware/base/text.h"
#include "firmware/handout/signed_codes.h"

namespace kiosk::handout {

namespace {

using nlohmann::json;

constexpr CodePurpose kSoftwareProof{"KP1", "kiosk software proof\n"};
constexpr int kProofForm = 1;

bool mayStandInChallenge(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

json known(const std::string& text) {
    return text.empty() ? json() : json(text);
}

json proofOf(const RunningSoftware& software, const Challenge& challenge, WallTime at,
             const DeviceKey& key) {
    json programs = json::object();
    for (const auto& [program, digest] : software.programs)
        programs[program] = known(digest);
    return {{"form", kProofForm},
            {"challenge", challenge.text()},
            {"key", key.fingerprint()},
            {"keyPlace", key.isInTpm() ? "tpm" : "file"},
            {"at", isoTime(at)},
            {"version", known(software.version)},
            {"programs", std::move(programs)},
            {"system", {{"slot", known(software.slot)}, {"rootHash", known(software.rootHash)}}},
            {"configuration",
             {{"sha256", known(software.configuration)},
              {"regions", known(software.regions)},
              {"isLastGood", software.isLastGood}}},
            {"trustList",
             {{"name", known(software.trustList)}, {"sha256", known(software.trustListDigest)}}}};
}

/// An answer, or lines as a phone wrote them.
struct Given {
    std::vector<std::string> codes;
    std::optional<json> proof; ///< for who reads it: must say the same
};

Given givenIn(std::string_view answer) {
    Given given;
    const json whole = json::parse(answer, nullptr, false);
    if (!whole.is_object()) {
        for (const std::string_view line : split(answer, '\n'))
            if (!trimmed(line).empty())
                given.codes.emplace_back(trimmed(line));
        return given;
    }
    if (const auto codes = whole.find("codes"); codes != whole.end() && codes->is_array())
        for (const json& code : *codes)
            given.codes.push_back(code.is_string() ? code.get<std::string>() : std::string());
    given.proof = whole.value("proof", json());
    return given;
}

std::string textAt(const json& proof, const char* key) {
    const auto found = proof.find(key);
    return found != proof.end() && found->is_string() ? found->get<std::string>() : std::string();
}

ProofVerdict verdictOn(const json& proof, const std::string& fingerprint, const AskedProof& asked) {
    using enum ProofVerdict;
    const auto at = timeFromIso(textAt(proof, "at"));
    if (proof.value("form", json()) != kProofForm || !at)
        return unreadable;
    if (textAt(proof, "key") != fingerprint)
        return altered;
    if (fingerprint != asked.fingerprint)
        return otherKey;
    if (textAt(proof, "challenge") != asked.challenge)
        return otherChallenge;
    if (*at < asked.now - asked.within)
        return tooOld;
    return *at > asked.now + asked.within ? ahead : proven;
}

} // namespace

std::optional<Challenge> Challenge::of(std::string_view text) {
    if (text.size() < kFewest || text.size() > kMost ||
        !std::ranges::all_of(text, mayStandInChallenge))
        return std::nullopt;
    return Challenge(text);
}

Result<std::string> prove(const RunningSoftware& software, const Challenge& challenge, WallTime at,
                          const DeviceKey& key) {
    const json proof = proofOf(software, challenge, at, key);
    const SignedCodes codes = TRY(signedCodes(kSoftwareProof, proof.dump(), key));
    return json{{"proof", proof}, {"codes", codes.texts}}.dump();
}

std::string_view name(ProofVerdict verdict) {
    switch (verdict) {
    case ProofVerdict::unreadable:
        return "unreadable";
    case ProofVerdict::altered:
        return "altered";
    case ProofVerdict::otherKey:
        return "other-key";
    case ProofVerdict::otherChallenge:
        return "other-challenge";
    case ProofVerdict::tooOld:
        return "too-old";
    case ProofVerdict::ahead:
        return "ahead";
    case ProofVerdict::proven:
        return "proven";
    }
    return "unreadable";
}

JudgedProof judge(std::string_view answer, const AskedProof& asked) {
    const Given given = givenIn(answer);
    const auto read = readSignedCodes(kSoftwareProof, given.codes);
    if (!read)
        return {.verdict = read.error() == CodesFault::altered ? ProofVerdict::altered
                                                               : ProofVerdict::unreadable};
    const json proof = json::parse(read->text, nullptr, false);
    if (!proof.is_object())
        return {};
    if (given.proof && *given.proof != proof)
        return {.verdict = ProofVerdict::altered};
    const std::string fingerprint = fingerprintOf(read->point);
    const ProofVerdict verdict = verdictOn(proof, fingerprint, asked);
    if (verdict == ProofVerdict::unreadable || verdict == ProofVerdict::altered)
        return {.verdict = verdict};
    return {.verdict = verdict, .fingerprint = fingerprint, .proof = read->text};
}

} // namespace kiosk::handout
