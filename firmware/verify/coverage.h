// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "firmware/verify/reasons.h"
#include "firmware/verify/signature_files.h"

namespace kiosk::verify {

/// Whether at least one signature lists every file that showing the document reaches (an earlier
/// one may cover an earlier revision only), and whether the package holds files that no signature
/// lists and nothing shows.
std::vector<Why> coverage(const document::Package& package,
                          const std::vector<std::string>& reachable,
                          const std::vector<SignatureDescription>& signatures);

} // namespace kiosk::verify
