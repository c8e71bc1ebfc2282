// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "firmware/licence/licence.h"
#include "firmware/reading/reader.h"

namespace kiosk::visit {

/// What is odd about an opened licence's data (S7): names of QualityFinding codes, and
/// "font.missing-glyph" where a character was drawn as a box so far (A73). Each once, nothing of
/// the holder.
Result<std::vector<std::string>> dataFindings(reading::OpenedFile& file, Date today);

/// Tells field staff what the region should look after; nothing where all is in order. Any thread.
void reportData(const Region& region, const std::vector<std::string>& findings);

} // namespace kiosk::visit
