// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "screens/citizen/page.h"

namespace kiosk::citizen {

/// How many pages a list takes.
std::size_t pagesOf(std::size_t count, std::size_t perPage);

/// Previous and next page of a list whose item number `first` is the first shown.
/// `place` is the key of where that is.
kit::Node listPager(const Page& page, std::size_t first, std::size_t perPage, std::size_t count,
                    std::string_view place = "choose.page");

/// Previous and next page of a licence, counted from 1.
kit::Node licencePager(const Page& page, std::size_t now, std::size_t count);

} // namespace kiosk::citizen
