// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/document/ofd/values.h"

namespace kiosk::document::ofd {

/// What makes an element a path, a text, an image or a composite; nothing for any other element.
/// Clip areas name their shapes "Path" and "Text" instead of "PathObject" and "TextObject".
std::optional<decltype(Object::content)> parseContent(const Element& element);

} // namespace kiosk::document::ofd
