// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/visit/paper.h"
#include "screens/kit/texts.h"

namespace kiosk::app {

/// The words of printed sheets, from the same catalogue as the screens'. `catalogue` outlives it.
visit::PaperTexts paperTextsOf(const kit::Catalogue& catalogue);

} // namespace kiosk::app
