// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/app/kioskctl/command.h"
#include "firmware/base/iso_time.h"

namespace kiosk::app {

/// Each returns the exit code, or an error to report.
Result<int> inspectDocument(const Arguments& arguments);
Result<int> drawDocument(const Arguments& arguments);
Result<int> verifyDocument(const Arguments& arguments);

} // namespace kiosk::app
