// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/base/bytes.h"
#include "tests/mutation/entries.h"

namespace kiosk::tests::mutation {

/// An archive of stored entries, written plainly: names may come twice or mean trouble, which no
/// library would write.
Bytes writeZip(const Entries& entries);

/// The same with another name in an entry's own header than in the directory.
Bytes writeZipWithTwoNames(const Entries& entries, std::size_t which, const std::string& ownName);

} // namespace kiosk::tests::mutation
