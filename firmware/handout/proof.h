// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>

#include "firmware/base/clock.h"
#include "firmware/handout/device_key.h"

namespace kiosk::handout {

/// What somebody with supervision duty chose at random, so that no answer can be older than the
/// question: 16 to 64 letters (A–Z, a–z), digits and hyphens, as `uuidgen` prints them.
class Challenge {
public:
    static constexpr std::size_t kFewest = 16;
    static constexpr std::size_t kMost = 64;

    /// Nothing for any other text.
    static std::optional<Challenge> of(std::string_view text);
    const std::string& text() const { return text_; }

private:
    explicit Challenge(std::string_view text) : text_(text) {}
    std::string text_;
};

/// What a kiosk's process says of the software that runs. Digests are SHA-256 in lower-case
/// hexadecimal; an empty text is what could not be known.
struct RunningSoftware {
    std::string version;
    std::map<std::string, std::string> programs{}; ///< digest by the program's name
    std::string slot{};                            ///< of the system: "a"
    std::string rootHash{};                        ///< of the system's files (dm-verity)
    std::string configuration{};                   ///< digest of the file that was read
    std::string regions{};         ///< of the file with the regions, where there is one
    bool isLastGood = false;       ///< the file could not be used, and the last good one serves
    std::string trustList{};       ///< its name, as the kiosk's health tells it
    std::string trustListDigest{}; ///< of what it holds
};

/// The signed answer to a challenge, as one line of JSON:
///
///     {"proof": {"form": 1, "challenge", "key", "keyPlace", "at", "version", "programs": {NAME:
///     SHA-256},
///                "system": {"slot", "rootHash"}, "configuration": {"sha256", "regions",
///                "isLastGood"}, "trustList": {"name", "sha256"}},
///      "codes": ["KP1/…", …]}
///
/// "keyPlace" is "tpm" or "file", by the kiosk's own word. What is not known is null. "codes" are
/// signedCodes() of the text of "proof", with the mark "KP1" and signed as "kiosk software
/// proof\n"; they alone are the answer, "proof" is for who reads it. Errors: signedCodes()'s.
Result<std::string> prove(const RunningSoftware& software, const Challenge& challenge, WallTime at,
                          const DeviceKey& key);

/// What an answer is held against.
struct AskedProof {
    std::string challenge;
    std::string fingerprint;          ///< of the kiosk's key, as somebody compared it at the kiosk
    WallTime now;                     ///< when the answer came, by the asker's clock
    std::chrono::seconds within{600}; ///< how far the kiosk's clock may be from that, either way
};

/// The first that is wrong, in this order.
enum class ProofVerdict {
    unreadable,     ///< no answer, or a code is missing
    altered,        ///< not what was signed
    otherKey,       ///< signed, but by another kiosk's key
    otherChallenge, ///< signed, but answers another question
    tooOld,         ///< by the kiosk's clock
    ahead,          ///< the same, the other way
    proven
};
std::string_view name(ProofVerdict verdict); ///< "other-key"

struct JudgedProof {
    ProofVerdict verdict = ProofVerdict::unreadable;
    std::string fingerprint{}; ///< of the key that signed; empty where nobody has
    std::string proof{};       ///< what it signed, JSON; the same
};

/// Of prove()'s answer, or of its codes as a phone scans them: one a line, in any order.
JudgedProof judge(std::string_view answer, const AskedProof& asked);

} // namespace kiosk::handout
