// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/style/source_tree.h"

namespace kiosk::style {

/// A code means one thing: wherever the product makes an error of it, it is of one kind and asks
/// the same person to act (D12). Read from literals: `ErrorKind::device, "printer.gone",
/// Remedy::technician`.
Findings checkErrorMeanings(const Tree& tree);

/// Nothing that can go wrong is told in general words alone (U10, V2, D7): each code the product
/// makes has "error.CODE.what" or "reason.CODE" in every language under assets/texts, or stands in
/// a group of screens/citizen/error_words.cpp whose "error.group.GROUP.what" every language has.
///
/// A code is a literal of two words and a dot that is neither a text key nor a file's name, so that
/// a new one is found however the error around it is made. What no screen can show is left out: the
/// commands of kioskctl, its socket, and remarks on a licence's data.
Findings checkErrorTexts(const Tree& tree);

/// And no group names a code that nothing makes.
Findings checkErrorGroups(const Tree& tree);

} // namespace kiosk::style
