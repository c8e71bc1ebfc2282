// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "screens/widgets/notice.h"

namespace kiosk::widgets {

/// The state the issuer gives, in tone and words ("licence-state.<name>").
Tone toneOf(LicenceState state);
kit::Node stateBadge(const Design& design, const kit::Texts& texts, LicenceState state);

/// "2030-01-31", or "长期" where there is no end.
std::string validUntil(const kit::Texts& texts, const std::optional<Date>& date);

/// One licence of a list, pressed as a whole; takes a share of the free height. `count` is how many
/// there are, where that is known.
kit::Node licenceCard(const Design& design, const kit::Texts& texts,
                      const visit::ChooseView::Item& item, std::size_t index,
                      std::optional<std::size_t> count);

} // namespace kiosk::widgets
