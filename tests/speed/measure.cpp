// SPDX-License-Identifier: Apache-2.0
#include "tests/speed/measure.h"

#include <algorithm>
#include <ctime>
#include <thread>

namespace kiosk::speed {

namespace {

constexpr double kShortestSampleMs = 2;
constexpr int kMostRepeats = 10'000;

double nowMs(clockid_t clock) {
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

} // namespace

Spread spreadOf(std::vector<double> values) {
    std::ranges::sort(values);
    const std::size_t middle = values.size() / 2;
    const double median =
        values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    return {median, values.front(), values.back()};
}

Result<int> repeatsFor(const Action& action) {
    TRY(action()); // the first run fills caches and loads fonts
    int repeats = 1;
    while (repeats < kMostRepeats) {
        const Sample sample = TRY(sampleOf(action, repeats));
        if (sample.wall * repeats >= kShortestSampleMs)
            break;
        repeats *= 4;
    }
    return repeats;
}

Result<Sample> sampleOf(const Action& action, int repeats) {
    const double cpu = nowMs(CLOCK_PROCESS_CPUTIME_ID);
    const double wall = nowMs(CLOCK_MONOTONIC);
    for (int run = 0; run < repeats; ++run)
        TRY(action());
    return Sample{(nowMs(CLOCK_PROCESS_CPUTIME_ID) - cpu) / repeats,
                  (nowMs(CLOCK_MONOTONIC) - wall) / repeats};
}

Action afresh(Action action) {
    return [action = std::move(action)] {
        Result<> result;
        std::thread([&] { result = action(); }).join();
        return result;
    };
}

} // namespace kiosk::speed
