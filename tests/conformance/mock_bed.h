// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/mock_testbed.h"

namespace kiosk::tests {

/// The one testbed of this program.
inline MockTestbed& mockBed() {
    static MockTestbed bed;
    return bed;
}

} // namespace kiosk::tests
