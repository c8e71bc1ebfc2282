// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "firmware/verify/reasons.h"
#include "firmware/verify/signature_files.h"

namespace kiosk::verify {

/// Whether the last signature lists every file that showing the document reaches, and whether the
/// package holds files that no signature lists and nothing shows. What is shown is the revision of
/// the last signature; an earlier one may cover an earlier revision only.
std::vector<Why> coverage(const document::Package& package,
                          const std::vector<std::string>& reachable,
                          const std::vector<SignatureDescription>& signatures);

} // namespace kiosk::verify
