// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "firmware/base/result.h"

namespace kiosk::kit {

/// Which way a screen runs; the licences on it keep their own.
enum class Direction { leftToRight, rightToLeft };

/// A language the screens speak, as assets/texts/languages.json describes it.
struct LanguageFacts {
    std::string tag;  ///< BCP 47, and the name of its catalogue: "zh-Hant" has zh-Hant.po
    std::string name; ///< in its own script: "繁體中文"
    Direction direction = Direction::leftToRight;
    std::string families; ///< fonts in the order they are asked: "Noto Sans CJK TC, Noto Sans"
    std::string shaping;  ///< picks regional forms of glyphs: "zh-tw"
    /// From one line to the next in em, where the fonts leave room for the deepest stacks they can
    /// build (2.8 em in Tibetan); nothing: as the fonts have it.
    std::optional<double> lineHeight;
    double overhang = 0; ///< in em: what its deepest stacks need around a text beside its lines
    double lift = 0; ///< in em: by how much its letters are raised to look centred in their line
};

/// The languages of the screens, in the order they are offered; the first is the one every visit
/// begins with. A further one is a line here and a catalogue (A71).
class Languages {
public:
    /// `file` is languages.json. Errors: "texts.unreadable" (configuration), those of readFile().
    static Result<Languages> load(const std::filesystem::path& file);

    const std::vector<LanguageFacts>& all() const { return all_; }
    /// The language with this tag; the first where there is none.
    const LanguageFacts& of(std::string_view tag) const { return all_[indexOf(tag)]; }
    std::size_t indexOf(std::string_view tag) const; ///< in all()

private:
    std::vector<LanguageFacts> all_;
};

} // namespace kiosk::kit
