// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/document/ofd/model.h"

namespace kiosk::document::ofd {

/// Puts a grey bar of the object's own boundary in the place of every text object that holds any of
/// these words, in pages, templates, annotations and composites alike. A word may run over several
/// text objects, as where each character stands in its own box; spaces count for nothing, and
/// neither do words of one character. Texts given by glyph index alone cannot be recognised.
void coverTexts(Model& model, const std::vector<std::string>& words);

} // namespace kiosk::document::ofd
