// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "screens/widgets/basics.h"

namespace kiosk::widgets {

/// One thing known about a licence: what it is, and what it says.
struct Fact {
    kit::Phrase label;
    std::string value;
    bool asIssued = false; ///< the issuer's own words: always Chinese
    bool isPrivate = false;
};

/// A fact with the label in the soft voice above the value.
kit::Node fact(const Design& design, Fact fact);

/// Facts in two columns (one column in the largest sizes).
kit::Node facts(const Design& design, std::vector<Fact> list);

} // namespace kiosk::widgets
