// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/style/source_tree.h"

namespace kiosk::style {

/// A code means one thing: wherever the product makes an error of it, it is of one kind and asks
/// the same person to act (D12). Read from literals: `ErrorKind::device, "printer.gone",
/// Remedy::technician`.
Findings checkErrorMeanings(const Tree& tree);

/// What somebody in front of the kiosk can put right (citizen, attendant) is told in words of its
/// own: each such code of the devices and of the visit has "error.CODE.what" in every language
/// under assets/texts. Other codes may share the words of their remedy.
Findings checkErrorTexts(const Tree& tree);

} // namespace kiosk::style
