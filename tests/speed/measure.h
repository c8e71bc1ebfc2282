// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include "tests/speed/span.h"

namespace kiosk::speed {

/// Milliseconds of one run.
struct Sample {
    double cpu = 0; ///< of this process, user and system
    double wall = 0;
};

struct Spread {
    double median = 0, least = 0, most = 0;
};

/// Of at least one value.
Spread spreadOf(std::vector<double> values);

/// How often an action must run in a row for one sample to outlast the clock's own grain.
Result<int> repeatsFor(const Action& action);

/// One sample: the mean of `repeats` runs in a row.
Result<Sample> sampleOf(const Action& action, int repeats);

/// The action on a thread of its own, where nothing is remembered of the runs before
/// (seal::Recent): as a file meets the kiosk, each in a new process.
Action afresh(Action action);

} // namespace kiosk::speed
