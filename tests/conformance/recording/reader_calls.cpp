// SPDX-License-Identifier: Apache-2.0
#include "tests/conformance/recording/reader_calls.h"

namespace kiosk::tests {

std::string_view name(drivers::IdCard::Layout layout) {
    switch (layout) {
    case drivers::IdCard::Layout::mainland:
        return "mainland";
    case drivers::IdCard::Layout::hkMacaoTaiwan:
        return "hk-macao-taiwan";
    case drivers::IdCard::Layout::foreigner2017:
        return "foreigner-2017";
    case drivers::IdCard::Layout::foreigner2023:
        return "foreigner-2023";
    case drivers::IdCard::Layout::socialSecurity:
        return "social-security";
    }
    return "unknown";
}

} // namespace kiosk::tests
