// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/document/xml/reader.h"

/// The XML reader by the names this folder calls it.
namespace kiosk::document::ofd {

using xml::Element;
using xml::parseXml;

} // namespace kiosk::document::ofd
