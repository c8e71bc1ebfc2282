// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/app/kioskctl/command.h"
#include "firmware/base/iso_time.h"

namespace kiosk::app {

/// Each returns the exit code, or an error to report.
Result<int> inspectDocument(std::span<const std::string_view> words);
Result<int> drawDocument(std::span<const std::string_view> words);
Result<int> verifyDocument(std::span<const std::string_view> words);

/// The one file a document command is about. Error "usage.missing-argument".
Result<std::string> onlyFile(const Arguments& arguments);

} // namespace kiosk::app
