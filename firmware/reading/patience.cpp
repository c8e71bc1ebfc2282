// SPDX-License-Identifier: Apache-2.0
#include "firmware/reading/patience.h"

namespace kiosk::reading {

Result<> Spending::judge() const {
    const bool busy = child_.processorTime() > processorEnd_;
    if (!busy && std::chrono::steady_clock::now() <= wallEnd_)
        return {};
    return fail(ErrorKind::limitExceeded, "document.too-much-work", Remedy::supplier,
                busy ? "processor time" : "no answer");
}

} // namespace kiosk::reading
