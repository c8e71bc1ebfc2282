// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/document/pdf/pdf_file.h"
#include "firmware/document/pdf/qpdf.h"

namespace kiosk::document::pdf {

/// The values of all signature fields of the form, nested ones too. Throws LimitExceeded.
std::vector<SignatureField> readSignatureFields(QPDF& pdf);

} // namespace kiosk::document::pdf
