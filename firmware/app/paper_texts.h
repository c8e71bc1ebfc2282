// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "firmware/visit/paper.h"

namespace kiosk::app {

/// The words of printed sheets from the same files as the screens'. Errors: those of
/// kit::Catalogue.
Result<visit::PaperTexts> loadPaperTexts(const std::filesystem::path& assets);

} // namespace kiosk::app
