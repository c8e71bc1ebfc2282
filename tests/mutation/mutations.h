// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "tests/mutation/specimens.h"

namespace kiosk::tests::mutation {

/// A licence with one thing changed after it was sealed.
struct Mutant {
    const Specimen* origin = nullptr;
    std::string kind; ///< "archive byte flipped"
    Bytes file;
};

/// The mutant that this seed and round always give.
Mutant makeMutant(const World& world, std::uint64_t seed, std::uint64_t round);

/// A licence made and packed in another of the ways that are right.
struct Variation {
    std::string description;
    Bytes file;
};

Variation makeVariation(const World& world, std::uint64_t seed, std::uint64_t round);

/// The names of all kinds of mutation.
std::vector<std::string_view> mutationKinds();

} // namespace kiosk::tests::mutation
