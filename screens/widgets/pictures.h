// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "screens/widgets/basics.h"

namespace kiosk::widgets {

/// A large drawing that explains: where to lay, hold, take. Takes free room between the limits and
/// goes first when there is too little. `words` say what it shows.
kit::Node illustration(std::string drawing, kit::Phrase words, double leastHeight,
                       double mostHeight);

/// The same on a panel that fills what room there is.
kit::Node scene(const Design& design, std::string drawing, kit::Phrase words);

/// A page of the licence in a well, with its shadowless white sheet; a quiet sign while it is
/// drawn.
kit::Node pageView(const Design& design, document::SharedPicture page, kit::Phrase words,
                   double leastHeight);

/// The camera's picture with the corners of a viewfinder.
kit::Node viewfinder(const Design& design, document::SharedPicture preview, kit::Phrase words);

/// How far: a groove filled to `share` (0 … 1), with the same in words.
kit::Node progressBar(const Design& design, kit::Phrase words, double share, std::string value);

} // namespace kiosk::widgets
