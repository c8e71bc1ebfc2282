// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kiosk::document::paint {

/// Which families stand in for a font that is not embedded.
class SubstitutionTable {
public:
    /// Reads lines "part of the name | family, family …"; see assets/fonts/substitutions.conf.
    static SubstitutionTable parse(std::string_view text);
    /// The table built into the program from that file.
    static const SubstitutionTable& builtIn();

    /// Families to try for a font of this name, best first; empty where no line matches.
    std::vector<std::string> familiesFor(std::string_view name) const;
    /// Families to try for anything, best first.
    const std::vector<std::string>& lastResort() const { return lastResort_; }

private:
    struct Line {
        std::string part;
        std::vector<std::string> families;
    };
    std::vector<Line> lines_;
    std::vector<std::string> lastResort_;
};

} // namespace kiosk::document::paint
