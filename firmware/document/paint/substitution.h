// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kiosk::document::paint {

/// What stands in for a font that is not embedded.
struct Substitute {
    std::vector<std::string> families; ///< best first; empty where no line of the table matches
    std::string ascii;                 ///< the family for ASCII, "" where it is no other
};

/// Which families stand in for a font that is not embedded.
class SubstitutionTable {
public:
    /// Reads lines "part of the name | family, family … | family for ASCII"; see
    /// assets/fonts/substitutions.conf.
    static SubstitutionTable parse(std::string_view text);
    /// The table built into the program from that file.
    static const SubstitutionTable& builtIn();

    /// By the first line that matches the name.
    Substitute substituteFor(std::string_view name) const;
    /// Families to try for anything, best first.
    const std::vector<std::string>& lastResort() const { return lastResort_; }

private:
    struct Line {
        std::string part;
        Substitute substitute;
    };
    std::vector<Line> lines_;
    std::vector<std::string> lastResort_;
};

} // namespace kiosk::document::paint
