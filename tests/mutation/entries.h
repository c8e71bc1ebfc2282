// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "firmware/base/random.h"

namespace kiosk::tests::mutation {

/// A package's paths with their content, in the order of the archive.
using Entries = std::vector<std::pair<std::string, std::string>>;

/// Chance by seed: the same numbers for the same seed.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : random_(seed) {}

    /// 0 to `sides` - 1.
    std::size_t roll(std::size_t sides) { return static_cast<std::size_t>(random_.next() % sides); }
    bool oneIn(std::size_t sides) { return roll(sides) == 0; }
    template <typename Range>
    auto& pick(Range& range) {
        return range[roll(range.size())];
    }

private:
    SeededRandom random_;
};

/// The entry of that name, or null.
std::string* contentOf(Entries& entries, std::string_view name);

} // namespace kiosk::tests::mutation
