// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace kiosk::tests {

/// A sample line of an exposition.
struct MetricSample {
    std::string name;
    std::map<std::string, std::string> labels;
    std::string value;
};

struct MetricFamily {
    std::string name;
    std::string type;
    std::string unit;
    std::string help;
    std::vector<MetricSample> samples;
};

/// An OpenMetrics 1.0 text, read by the specification and by nothing of the product's. Throws
/// std::runtime_error with the line for what the specification forbids: no "# EOF" at the end, a
/// family twice, a unit that the name does not end in, a suffix its type does not have, a state set
/// without its own label, two samples with the same labels, a value that is no number.
std::map<std::string, MetricFamily> readOpenMetrics(const std::string& text);

/// The value of the sample with just these labels; nothing where there is none.
std::optional<std::string> metricOf(const MetricFamily& family,
                                    const std::map<std::string, std::string>& labels);

} // namespace kiosk::tests
