// SPDX-License-Identifier: Apache-2.0
#include "screens/kit/draw/assets.h"

namespace kiosk::kit {

Result<Assets> Assets::load(const std::filesystem::path& folder, const Board& board) {
    return Assets{.board = board,
                  .catalogue = TRY(Catalogue::load(folder / "texts")),
                  .themes = TRY(Themes::load(folder / "themes")),
                  .drawings = TRY(Drawings::load(folder / "icons")),
                  .typesetter = TRY(Typesetter::open(folder / "fonts" / "fonts.conf", board))};
}

} // namespace kiosk::kit
