// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/document/ofd/values.h"

namespace kiosk::document::ofd {

/// A ColorSpace resource (clause 8.3.1). ICC profiles are not applied.
struct ColourSpace {
    enum class Kind { grey, rgb, cmyk };
    Kind kind = Kind::rgb;
    int bits = 8; ///< per component, 1 to 16
    std::vector<std::string> palette;
};

/// ID 0 is the document's default, for colours that name no space.
using ColourSpaces = std::map<Id, ColourSpace>;

ColourSpace parseColourSpace(const Element& element);

/// A colour's Value: components in decimal or as "#hex", or one "#RRGGBB". One component where RGB
/// has three is a grey, four are CMYK: producers leave their colour space out.
Rgba parseColour(std::string_view value, const ColourSpace& space);

/// The plain colour of a CT_Color, with its own alpha.
Rgba parsePlainColour(const Element& element, const ColourSpaces& spaces);

/// A CT_Color without its pattern: the plain colour and the shading or mesh, if there is one.
Paint parsePaint(const Element& element, const ColourSpaces& spaces);

/// An AxialShd or RadialShd; nothing where it has no usable segment.
std::optional<Shading> parseShading(const Element& element, const ColourSpaces& spaces);

} // namespace kiosk::document::ofd
