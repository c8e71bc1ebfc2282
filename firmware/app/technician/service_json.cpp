// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/technician/service_json.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace kiosk::app {

nlohmann::json toJson(const drivers::DeviceIdentity& identity) {
    return {{"module", identity.module},
            {"model", identity.model},
            {"serial", identity.serial},
            {"firmware", identity.firmware},
            {"port", identity.port}};
}

nlohmann::json toJson(const Error& error) {
    return {{"code", error.code()}, {"remedy", name(error.remedy())}, {"detail", error.detail()}};
}

nlohmann::json toJson(const parts::PartReport& report) {
    nlohmann::json entry{{"part", report.part},
                         {"state", name(report.state)},
                         {"acceptedAt", report.acceptedAt},
                         {"differences", report.differences}};
    if (report.seen)
        entry["seen"] = toJson(*report.seen);
    if (report.recorded)
        entry["recorded"] = toJson(*report.recorded);
    return entry;
}

nlohmann::json toJson(const std::string& part, const drivers::SlotReport& report, SteadyTime now) {
    using enum drivers::SlotReport::State;
    nlohmann::json entry{{"part", part},
                         {"state", name(report.state)},
                         {"identity", toJson(report.identity)},
                         {"faults", report.faults}};
    if (report.lastError)
        entry["lastError"] = toJson(*report.lastError);
    if (report.state == waiting || report.state == technician)
        entry["nextTryInSeconds"] = std::max<std::int64_t>(
            0, std::chrono::ceil<std::chrono::seconds>(report.nextTry - now).count());
    return entry;
}

std::string oneLine(const nlohmann::json& value) {
    return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace kiosk::app
