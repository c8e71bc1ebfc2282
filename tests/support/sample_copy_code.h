// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/licence/copy_code.h"

namespace kiosk::tests {

/// A code as a region could have written it, with a signature that nobody made.
inline CopyCode sampleCopyCode(std::string copyNumber = "A7K2-93QX-0001") {
    CopyCode code{.regionCode = "990000",
                  .copyNumber = std::move(copyNumber),
                  .typeCode = "11990000MB0000001X001",
                  .purposeKey = "school",
                  .reservedAt = std::chrono::sys_days(std::chrono::year(2026) / 11 / 23) +
                                std::chrono::hours(10)};
    for (std::size_t i = 0; i < code.signature.size(); ++i)
        code.signature[i] = static_cast<std::byte>(i * 37 % 251);
    return code;
}

} // namespace kiosk::tests
