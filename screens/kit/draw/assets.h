// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "screens/kit/draw/drawings.h"
#include "screens/kit/draw/typesetter.h"
#include "screens/kit/texts.h"

namespace kiosk::kit {

/// Everything in assets/ that screens are made of, loaded once. Trees point into it: it outlives
/// them.
struct Assets {
    Board board;
    Catalogue catalogue;
    Themes themes;
    Drawings drawings;
    std::unique_ptr<Typesetter> typesetter;

    /// `folder` is the installed assets folder. Errors: those of the parts, all "configuration".
    static Result<Assets> load(const std::filesystem::path& folder, const Board& board);
};

} // namespace kiosk::kit
