// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/sandbox/seed/seed.h"

namespace kiosk::tests {

/// Looks for the sandbox's invented persons and enterprises in what a kiosk gives away: their names
/// whole, without the first character, and each rare character alone; their numbers in pieces, but
/// for one that is a region's own code; the addresses of their cards. In UTF-8, GB 18030, and
/// UTF-16 of both byte orders.
class PersonSearch {
public:
    /// No piece of a number is shorter than so many characters. Six where the text has words and
    /// counts alone; eight where sizes in bytes and digests stand, of which six digits may be
    /// anybody's.
    explicit PersonSearch(std::size_t piece);

    /// What was found, in words; empty where nobody stands there.
    std::vector<std::string> in(std::string_view content) const;
    std::size_t forms() const { return forms_.size(); }

private:
    struct Form {
        std::string bytes;
        std::string what; ///< "林云舒, name, UTF-16LE"
    };
    void add(const std::string& text, const std::string& what);
    void addPerson(const Holder& person, std::size_t piece);

    std::vector<Form> forms_;
};

} // namespace kiosk::tests
