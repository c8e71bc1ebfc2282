// SPDX-License-Identifier: Apache-2.0
#include "firmware/handout/health_code.h"

#include <nlohmann/json.hpp>

#include "firmware/health/report.h"

namespace kiosk::handout {

namespace {

constexpr CodePurpose kHealthReport{"KH1", "kiosk health report\n"};

} // namespace

Result<HealthCodes> healthCodes(std::string_view report, const DeviceKey& key) {
    SignedCodes codes = TRY(signedCodes(kHealthReport, report, key));
    return HealthCodes{.report = std::move(codes.number), .texts = std::move(codes.texts)};
}

Result<HealthCodes> healthCodes(const health::Health& health, const DeviceKey& key) {
    return healthCodes(health::reportOf(health).dump(), key);
}

} // namespace kiosk::handout
