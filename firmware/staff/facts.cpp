// SPDX-License-Identifier: Apache-2.0
#include "firmware/staff/facts.h"

namespace kiosk::staff {

namespace {

constexpr std::array<std::string_view, kGuidedTests> kTests{"cardReader", "printer", "camera",
                                                            "screen"};

} // namespace

std::string_view name(GuidedTest test) {
    return kTests[static_cast<std::size_t>(test)];
}

std::optional<GuidedTest> testOf(health::Service service) {
    switch (service) {
    case health::Service::identify:
        return GuidedTest::cardReader;
    case health::Service::print:
        return GuidedTest::printer;
    case health::Service::verify:
        return GuidedTest::camera;
    case health::Service::lookUp:
        break;
    }
    return std::nullopt;
}

std::string regionName(const Facts& facts, const std::string& code) {
    const auto name = facts.regionNames.find(code);
    return name == facts.regionNames.end() ? code : name->second;
}

} // namespace kiosk::staff
