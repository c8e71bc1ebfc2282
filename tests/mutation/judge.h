// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <map>
#include <memory>

#include "firmware/verify/verifier.h"
#include "tests/mutation/mutations.h"

namespace kiosk::tests::mutation {

/// What became of a mutant.
///
/// `valid` is a right answer for two kinds only. `harmless`: every byte that is shown and every
/// byte that was signed is still there, every page draws the same, and the signature tells the same
/// of itself: the change lies in the archive's own fields, in an entry's name of which nobody is
/// misled, or in a file that nothing shows and no signature covers. `respelled`: the same, but the
/// signature value itself, which nothing covers, is written in other bytes. In a PDF nothing but
/// the value may differ: its digits' case and what pads it (`harmless`), or its bytes
/// (`respelled`). Any other valid mutant is `falseAccept`.
enum class Outcome { refused, notValid, cannotTell, harmless, respelled, falseAccept };

inline constexpr std::size_t kOutcomes = 6;

/// What a kiosk would show and believe of a file.
struct Seen {
    std::vector<std::string> shownFiles; ///< contents, in the order they are reached
    std::map<std::string, std::string> metadata;
    std::vector<std::string> signature; ///< signer, issuer, seal, time, layers
    std::vector<std::vector<std::uint32_t>> pages;

    bool operator==(const Seen&) const = default;
};

/// Judges mutants of one world. Not thread-safe.
class Judge {
public:
    explicit Judge(const World& world);

    Outcome judge(const Mutant& mutant);

    /// How many mutants came to each outcome, by kind.
    const std::map<std::string, std::array<std::size_t, kOutcomes>>& counts() const {
        return counts_;
    }

private:
    struct Origin {
        Seen seen;
        std::map<std::string, std::string> signedFiles; ///< by name
        std::string value;
    };

    Outcome outcomeOf(const Mutant& mutant);
    Outcome outcomeOfPdf(const Mutant& mutant);
    const Origin& originOf(const Specimen& specimen);

    verify::Verifier verifier_;
    std::map<const Specimen*, Origin> origins_;
    std::map<std::string, std::array<std::size_t, kOutcomes>> counts_;
};

/// The codes of all reasons why a file is not valid; empty when it is.
std::string reasonsAgainst(const World& world, ByteView file);

} // namespace kiosk::tests::mutation
