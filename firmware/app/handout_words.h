// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/handout/handout.h"
#include "screens/kit/texts.h"

namespace kiosk::app {

/// The words of the readiness slip in one language ("zh-CN"), as the staff's screens have them.
/// `catalogue` outlives it.
handout::PaperWords handoutWordsOf(const kit::Catalogue& catalogue, const std::string& tag);

} // namespace kiosk::app
