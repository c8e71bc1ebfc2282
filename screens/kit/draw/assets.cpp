// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/draw/assets.h"

namespace kiosk::kit {

Result<Assets> Assets::load(const std::filesystem::path& folder, const Board& board) {
    Catalogue catalogue = TRY(Catalogue::load(folder / "texts"));
    auto typesetter =
        TRY(Typesetter::open(folder / "fonts" / "fonts.conf", board, catalogue.languages()));
    return Assets{.board = board,
                  .catalogue = std::move(catalogue),
                  .themes = TRY(Themes::load(folder / "themes")),
                  .drawings = TRY(Drawings::load(folder / "icons")),
                  .typesetter = std::move(typesetter)};
}

} // namespace kiosk::kit
