// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/typing/draft.h"

namespace kiosk::typing {

/// What a draft can find something by.
struct Findable {
    std::string_view name;   ///< UTF-8: "居住证"
    std::string_view number; ///< of its letters and signs nothing is asked
};

/// Whether what was typed means this: every part of the draft has to hold.
///
/// Characters that were picked stand in the name. Letters are readings one after the other, each
/// begun or whole: "jzz", "juzhuzheng" and "juzhuz" all mean 居住证, from any of its characters
/// on. Strokes are those of the characters, one after the other, from the first one on. Digits
/// stand in the number. Behind picked characters, letters and strokes mean what follows them. An
/// empty draft means everything.
bool means(const Draft& draft, const Findable& thing, const Table& table);

} // namespace kiosk::typing
