// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "screens/kit/layout.h"

namespace kiosk::citizen {

/// Paragraphs stand further from each other than their lines do: the white between two of them is
/// 1.3 times the white between two lines (A4; MIIT 2021, annex 2, 1.2). Unlike other gaps it does
/// not shrink where a screen is set densely. To be called before the tree is laid out.
void keepParagraphsApart(kit::Node& root, std::string_view lang, kit::TextMeasure& measure);

} // namespace kiosk::citizen
