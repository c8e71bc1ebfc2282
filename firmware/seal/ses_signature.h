// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/seal/signed_value.h"

namespace kiosk::seal {

/// SES_Signature of GM/T 0031-2014 clause 6 (v1: two members) and of GB/T 38540-2020 clause 7 or
/// GM/T 0031-2025 (v4, v5: four, or five with a time stamp).
Result<SignedValue> parseSesSignature(ByteView der);

} // namespace kiosk::seal
