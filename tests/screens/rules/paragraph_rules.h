// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "screens/kit/layout.h"
#include "tests/screens/rules/placed.h"

namespace kiosk::test {

/// How the elder version is written (A4; MIIT 2021, annex 2): main text at the third size or
/// larger, lines 1.3 em apart or more, and between two paragraphs, one under the other, 1.3 times
/// the white that is between two lines.
Findings brokenParagraphRules(const std::vector<Placed>& screen, kit::TextMeasure& measure);

} // namespace kiosk::test
