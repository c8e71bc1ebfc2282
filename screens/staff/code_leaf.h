// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "screens/staff/staff_page.h"

namespace kiosk::staff_screens {

/// Codes for a phone, under the name of the key that signed them: as many as fit, the others by a
/// pager under them.
std::vector<kit::Node> codeLeaf(const Page& page, const staff::PageView& view,
                                const std::vector<document::SharedPicture>& pictures,
                                std::string_view fingerprint);

} // namespace kiosk::staff_screens
