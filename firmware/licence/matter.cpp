// SPDX-License-Identifier: Apache-2.0
#include "firmware/licence/matter.h"

#include <algorithm>

namespace kiosk {

bool meets(const Matter::Need& need, std::string_view typeCode) {
    return std::ranges::find(need.typeCodes, typeCode) != need.typeCodes.end();
}

bool isLicenceTypeCode(std::string_view code) {
    constexpr std::size_t kLength = 21;
    return code.size() == kLength &&
           code.find_first_not_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string_view::npos;
}

} // namespace kiosk
