// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "firmware/document/pdf/qpdf.h"

namespace kiosk::document::pdf {

/// A page's attribute, its own or that of the nearest node above which has it (ISO 32000-1,
/// 7.7.3.4); null where none has.
QPDFObjectHandle inheritedAttribute(QPDFObjectHandle page, const std::string& key);

} // namespace kiosk::document::pdf
