// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <qpdf/QPDF.hh>

#include "firmware/document/pdf/pdf_file.h"

namespace kiosk::document::pdf {

/// The values of all signature fields of the form, nested ones too. Throws LimitExceeded.
std::vector<SignatureField> readSignatureFields(QPDF& pdf);

} // namespace kiosk::document::pdf
