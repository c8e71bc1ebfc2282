// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "screens/citizen/page.h"

namespace kiosk::citizen {

/// What a matter is called: by the texts, or as the kiosk's data says.
kit::Phrase matterWords(const Page& page, std::string_view key, const std::string& text);

/// A row of a list: as large as a licence's, and what stands first in it.
kit::Node asRow(kit::Node node, const widgets::Design& design);
kit::TypeRole rowTitle(const widgets::Design& design);

/// Above a list that is for one matter: what it is, and how much of what it takes is there.
kit::Node needsHeading(const visit::ChooseView& choose, const Page& page);

/// What the matter takes and is not on the list, as a row of it that cannot be pressed: its name,
/// why it is not there, and what to do now. `index` and `count` are those of the list's rows.
kit::Node needCard(const visit::ChooseView::Need& need, std::size_t index,
                   std::optional<std::size_t> count, const Page& page);

/// All licences again, and what else is rarely pressed while the list is for one matter.
kit::Node needsButtons(const visit::ChooseView& choose, const Page& page);

} // namespace kiosk::citizen
