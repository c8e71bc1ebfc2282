// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <cairo.h>

#include "firmware/document/ofd/model.h"

namespace kiosk::document::paint {

/// Adds the steps to the context's path.
void appendPath(cairo_t* context, const std::vector<ofd::PathStep>& steps);

} // namespace kiosk::document::paint
