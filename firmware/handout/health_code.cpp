// SPDX-License-Identifier: Apache-2.0
#include "firmware/handout/health_code.h"

#include <nlohmann/json.hpp>

#include "firmware/health/report.h"

namespace kiosk::handout {

namespace {

constexpr CodePurpose kHealthReport{"KH1", "kiosk health report\n"};

} // namespace

Result<HealthCodes> healthCodes(std::string_view report, const DeviceKey& key) {
    const auto told = nlohmann::json::parse(report, nullptr, false);
    const std::string text = told.is_object() ? health::forCodes(told).dump() : std::string(report);
    SignedCodes codes = TRY(signedCodes(kHealthReport, text, key));
    return HealthCodes{.report = std::move(codes.number), .texts = std::move(codes.texts)};
}

Result<HealthCodes> healthCodes(const health::Health& health, const DeviceKey& key) {
    return healthCodes(health::reportOf(health).dump(), key);
}

} // namespace kiosk::handout
