// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/verify/signature_files.h"
#include "firmware/verify/signature_judge.h"

namespace kiosk::verify {

/// Judges one signature of an OFD package. `extendedList` as layers::references() has it.
JudgedSignature judgeSignature(const document::Package& package,
                               const SignatureDescription& description,
                               std::string_view extendedList, const TrustList& trust, WallTime now);

} // namespace kiosk::verify
