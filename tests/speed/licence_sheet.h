// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/document/sheet/sheet.h"
#include "firmware/verify/verifier.h"

namespace kiosk::speed {

/// One sealed licence of an invented office, made once.
const Bytes& licenceFile();

/// A verifier that believes this office.
Result<verify::Verifier> licenceVerifier();

Result<document::Document> openLicence();

/// The licence on its sheet, as a visit prints it.
Result<document::Sheet> composeLicenceSheet(const document::Document& licence);

} // namespace kiosk::speed
