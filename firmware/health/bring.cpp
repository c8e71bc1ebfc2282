// SPDX-License-Identifier: Apache-2.0
#include "firmware/health/bring.h"

#include <algorithm>
#include <array>

#include "firmware/health/word_lists.h"

namespace kiosk::health {

namespace {

struct Row {
    std::string_view code;
    Bring bring;
};

constexpr std::array kRows{
    Row{"printer.paper-low", Bring::paper},
    Row{"printer.paper-out", Bring::paper},
    Row{"printer.toner-low", Bring::toner},
    Row{"printer.toner-out", Bring::toner},
    Row{"network.no-link", Bring::cable},
    Row{"device.missing", Bring::cable},
    Row{"device.offline", Bring::cable},
    Row{"device.off", Bring::cable},
    Row{"camera.gone", Bring::cable},
    Row{"printer.gone", Bring::cable},
    Row{"reader.gone", Bring::cable},
    Row{"scanner.gone", Bring::cable},
    Row{"auxiliaries.gone", Bring::cable},
    Row{"device.broken", Bring::device},
    Row{"device.died", Bring::device},
    Row{"device.hung", Bring::device},
    Row{"device.needs-technician", Bring::device},
    Row{"reader.self-test", Bring::device},
    Row{"reader.silent", Bring::device},
    Row{"printer.silent", Bring::device},
    Row{"auxiliaries.silent", Bring::device},
    Row{"disk.failing", Bring::disk},
    Row{"disk.full", Bring::disk},
    Row{"disk.low", Bring::disk},
    Row{"store.not-writable", Bring::disk},
    Row{"trust.empty", Bring::trustKit},
    Row{"trust.old", Bring::trustKit},
    Row{"trust.ending", Bring::trustKit},
};

} // namespace

std::string_view name(Bring bring) {
    return kBringNames[static_cast<std::size_t>(bring)];
}

Bring bringFor(const Cause& cause) {
    const auto* const row = std::ranges::find(kRows, std::string_view(cause.code()), &Row::code);
    if (row != kRows.end())
        return row->bring;
    const bool isOnSite =
        cause.remedy() == Remedy::attendant || cause.remedy() == Remedy::technician;
    return isOnSite ? Bring::cabinetKey : Bring::nothing;
}

} // namespace kiosk::health
