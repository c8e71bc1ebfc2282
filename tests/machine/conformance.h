// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

#include "tests/conformance/kit/run.h"

namespace kiosk::machine {

/// The cases of the conformance kit on a driver of ours and a device of this name that the kernel
/// plays: "card_reader_split", "card_reader_single", "receipt_printer". Empty for any other name.
std::vector<tests::ReadyCase> casesOf(std::string_view device);

/// Runs them, tells each as it ends, and leaves `summary.json` in the folder. Error
/// "scenario.failed" (supplier) with how many failed.
Result<> judge(std::string_view device, const std::vector<tests::ReadyCase>& cases,
               const std::filesystem::path& out);

} // namespace kiosk::machine
