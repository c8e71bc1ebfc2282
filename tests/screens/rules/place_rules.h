// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "screens/kit/board.h"
#include "tests/screens/rules/placed.h"

namespace kiosk::test {

/// Nothing runs over its box or the screen, no two things lie on each other, nothing lies under
/// the strips (A9); what is too long for a page has a pager (A10).
Findings brokenPlaceRules(const std::vector<Placed>& screen, const kit::Board& board);

/// What stands at the same place on every screen of a setting (A54). Fed one screen after the
/// other, it holds each against the first.
class SamePlaces {
public:
    Findings compare(const kit::Node& root);

private:
    std::map<std::string, kit::RectMm> first_;
};

} // namespace kiosk::test
