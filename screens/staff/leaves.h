// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "screens/staff/staff_page.h"

namespace kiosk::staff_screens {

/// The part of a list that is leafed to.
struct Leaf {
    std::size_t first = 0;
    std::size_t last = 0;           ///< behind it
    std::optional<kit::Node> pager; ///< where there is more than one part
};
Leaf leafOf(const Page& page, const staff::PageView& view, std::size_t count, std::size_t most);

/// A page whose list may be longer than the screen, as where a kiosk serves every province: the
/// part of it that is leafed to, in columns where letters are large, and the pager under it where
/// there is more than one part. `standingOf` makes what stands at one place of the list.
PageContent leafed(const Page& page, const staff::PageView& view, std::size_t count,
                   const std::function<kit::Node(std::size_t)>& standingOf);

} // namespace kiosk::staff_screens
