// SPDX-License-Identifier: Apache-2.0
#include "firmware/seal/version.h"

#include <algorithm>

namespace kiosk::seal {

Result<int> knownVersion(DerReader& structure, std::initializer_list<int> known) {
    const std::int64_t version = TRY(structure.integer());
    const auto found = std::ranges::find(known, version);
    if (found == known.end())
        return fail(ErrorKind::unsupported, "seal.version", Remedy::supplier,
                    std::to_string(version));
    return *found;
}

} // namespace kiosk::seal
