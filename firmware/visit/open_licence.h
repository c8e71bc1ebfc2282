// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/reading/reader.h"
#include "firmware/visit/state.h"

namespace kiosk::visit {

/// What of a licence is covered in its picture until the citizen asks to see it (R6): the numbers
/// and the names of persons.
std::vector<std::string> privateWords(const Licence& licence, const Holder& person);

/// Judges a fetched file and draws its pages for the screen: as they are, and with the private
/// words covered. Errors: those of the reader and of drawing.
Result<SharedLicence> openLicence(reading::Reader& documents, LicenceFile file,
                                  const std::vector<std::string>& privateWords, WallTime now);

} // namespace kiosk::visit
