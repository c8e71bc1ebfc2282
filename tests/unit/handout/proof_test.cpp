// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "firmware/handout/health_code.h"
#include "firmware/handout/proof.h"
#include "tests/support/manual_clock.h"
#include "tests/unit/handout/key_folder.h"

namespace kiosk::handout {

namespace {

using namespace std::chrono_literals;
using nlohmann::json;

constexpr std::string_view kChallenge = "5f0e8a52-77c1-4b0e-9a55-1d2c3b4a5968";
constexpr CodePurpose kProof{"KP1", "kiosk software proof\n"};

const RunningSoftware kSoftware{.version = "1.2.3",
                                .programs = {{"kiosk", std::string(64, 'a')},
                                             {"kiosk-reader", std::string(64, 'b')},
                                             {"kioskctl", ""}},
                                .slot = "b",
                                .rootHash = std::string(64, 'c'),
                                .configuration = std::string(64, 'd'),
                                .trustList = "3F7A-09C2",
                                .trustListDigest = std::string(64, 'e')};

/// A kiosk that answered, and somebody who asked it.
struct Asked {
    tests::KeyFolder folder;
    tests::ManualClock clock;
    DeviceKey key = folder.key();
    std::string answer = prove(kSoftware, *Challenge::of(kChallenge), clock.wall(), key).value();
    AskedProof asked{.challenge = std::string(kChallenge),
                     .fingerprint = key.fingerprint(),
                     .now = clock.wall()};

    ProofVerdict verdict() const { return judge(answer, asked).verdict; }
    std::vector<std::string> codes() const { return json::parse(answer)["codes"]; }
};

/// Lines as a phone that scanned them has them.
std::string linesOf(const std::vector<std::string>& codes) {
    std::string lines;
    for (const std::string& code : codes)
        lines += code + "\n";
    return lines;
}

std::string signedBy(const DeviceKey& key, const json& proof) {
    return linesOf(signedCodes(kProof, proof.dump(), key).value().texts);
}

} // namespace

TEST_CASE("S3 an answer holds challenge, key, time and all that runs, and is proven") {
    const Asked at;
    CHECK(at.answer.find('\n') == std::string::npos);
    const JudgedProof judged = judge(at.answer, at.asked);
    CHECK(judged.verdict == ProofVerdict::proven);
    CHECK(judged.fingerprint == at.key.fingerprint());
    const json proof = json::parse(judged.proof);
    CHECK(proof == json::parse(at.answer)["proof"]);
    CHECK(proof["challenge"] == kChallenge);
    CHECK(proof["key"] == at.key.fingerprint());
    CHECK(proof["at"] == "2026-11-23T10:00:00Z");
    CHECK(proof["version"] == "1.2.3");
    CHECK(proof["programs"] == json{{"kiosk", std::string(64, 'a')},
                                    {"kiosk-reader", std::string(64, 'b')},
                                    {"kioskctl", nullptr}});
    CHECK(proof["system"] == json{{"slot", "b"}, {"rootHash", std::string(64, 'c')}});
    CHECK(proof["configuration"] ==
          json{{"sha256", std::string(64, 'd')}, {"regions", nullptr}, {"isLastGood", false}});
    CHECK(proof["trustList"] == json{{"name", "3F7A-09C2"}, {"sha256", std::string(64, 'e')}});
}

TEST_CASE("S3 the codes alone are the answer, in any order; one that is missing is missed") {
    const Asked at;
    std::vector<std::string> codes = at.codes();
    REQUIRE(codes.size() >= 2);
    std::ranges::reverse(codes);
    codes.push_back(codes.front());
    CHECK(judge(linesOf(codes), at.asked).verdict == ProofVerdict::proven);
    const std::string missed = codes.front();
    std::erase(codes, missed);
    CHECK(judge(linesOf(codes), at.asked).verdict == ProofVerdict::unreadable);
    codes.push_back(at.codes()[0].substr(0, 3) + "/0000" + at.codes()[0].substr(8));
    CHECK(judge(linesOf(codes), at.asked).verdict == ProofVerdict::unreadable);
    for (const std::string_view text : {"", "{}", "[]", "no code", R"({"codes": [7]})"})
        CHECK(judge(text, at.asked).verdict == ProofVerdict::unreadable);
}

TEST_CASE("S3 the answer to another challenge proves nothing") {
    Asked at;
    at.asked.challenge.back() = '0';
    CHECK(at.verdict() == ProofVerdict::otherChallenge);
    // A kiosk answers just what it was asked.
    const auto other =
        prove(kSoftware, *Challenge::of(at.asked.challenge), at.clock.wall(), at.key);
    CHECK(judge(*other, at.asked).verdict == ProofVerdict::proven);
}

TEST_CASE("S3 the answer of another key is that, whatever name it gives itself") {
    Asked at;
    const tests::KeyFolder elsewhere;
    const DeviceKey other = elsewhere.key();
    at.answer = prove(kSoftware, *Challenge::of(kChallenge), at.clock.wall(), other).value();
    CHECK(at.verdict() == ProofVerdict::otherKey);
    json proof = json::parse(at.answer)["proof"];
    proof["key"] = at.key.fingerprint();
    CHECK(judge(signedBy(other, proof), at.asked).verdict == ProofVerdict::altered);
}

TEST_CASE("S3 an answer counts for a while before and after it was asked for, and no longer") {
    Asked at;
    at.asked.now += at.asked.within;
    CHECK(at.verdict() == ProofVerdict::proven);
    at.asked.now += 1s;
    CHECK(at.verdict() == ProofVerdict::tooOld);
    at.asked.now -= 2 * at.asked.within + 1s;
    CHECK(at.verdict() == ProofVerdict::proven);
    at.asked.now -= 1s;
    CHECK(at.verdict() == ProofVerdict::ahead);
}

TEST_CASE("S3 an answer with a changed byte is never proven, wherever it stands") {
    const Asked at;
    for (std::size_t place = 0; place < at.answer.size(); ++place) {
        CAPTURE(place, at.answer.substr(place, 20));
        std::string changed = at.answer;
        changed[place] = changed[place] == 'Q' ? 'R' : 'Q';
        CHECK(judge(changed, at.asked).verdict != ProofVerdict::proven);
    }
    json digest = json::parse(at.answer);
    digest["proof"]["programs"]["kiosk"] = std::string(64, '0');
    CHECK(judge(digest.dump(), at.asked).verdict == ProofVerdict::altered);
}

TEST_CASE("S3 what was put together anew with a fitting number is no signature") {
    Asked at;
    // Signed by this very key, but as a health report.
    const auto report = healthCodes(json::parse(at.answer)["proof"].dump(), at.key);
    std::vector<std::string> codes = report->texts;
    for (std::string& code : codes)
        code.replace(0, 3, "KP1");
    CHECK(judge(linesOf(codes), at.asked).verdict == ProofVerdict::altered);
    CHECK(hasSigned(at.key.publicPoint(), bytesOf("a"), at.key.sign(bytesOf("a")).value()));
    CHECK_FALSE(hasSigned(at.key.publicPoint(), bytesOf("b"), at.key.sign(bytesOf("a")).value()));
    CHECK_FALSE(hasSigned(at.key.publicPoint(), bytesOf("a"), Bytes(64)));
    CHECK_FALSE(hasSigned(at.key.publicPoint(), bytesOf("a"), {}));
    CHECK_FALSE(hasSigned(Bytes(65), bytesOf("a"), at.key.sign(bytesOf("a")).value()));
    CHECK_FALSE(hasSigned({}, bytesOf("a"), at.key.sign(bytesOf("a")).value()));
}

TEST_CASE("S3 what a key signs that is no proof is unreadable") {
    const Asked at;
    const json proof = json::parse(at.answer)["proof"];
    CHECK(judge(signedBy(at.key, proof), at.asked).verdict == ProofVerdict::proven);
    for (const char* key : {"form", "at"}) {
        json less = proof;
        less.erase(key);
        CHECK(judge(signedBy(at.key, less), at.asked).verdict == ProofVerdict::unreadable);
    }
    CHECK(judge(signedBy(at.key, 7), at.asked).verdict == ProofVerdict::unreadable);
    CHECK(judge(signedBy(at.key, std::string(70'000, ' ')), at.asked).verdict ==
          ProofVerdict::altered); // more than anybody unpacks
}

TEST_CASE("S3 a challenge is long enough not to be guessed, and of plain characters") {
    CHECK(Challenge::of(kChallenge)->text() == kChallenge);
    CHECK(Challenge::of(std::string(16, 'a')));
    CHECK(Challenge::of(std::string(64, 'Z')));
    CHECK_FALSE(Challenge::of(""));
    CHECK_FALSE(Challenge::of(std::string(15, 'a')));
    CHECK_FALSE(Challenge::of(std::string(65, 'a')));
    for (const char c : {'\n', '\0', ' ', '"', '\\', '/', '_', '\x7f', '\xe4'})
        CHECK_FALSE(Challenge::of(std::string(16, 'a') + c));
}

} // namespace kiosk::handout
