// SPDX-License-Identifier: Apache-2.0
#include "tests/speed/compare/turns.h"

namespace kiosk::speed {

Result<std::vector<Laps>> takeTurns(const std::vector<Action>& actions, int rounds) {
    std::vector<Laps> laps(actions.size());
    std::vector<int> repeats;
    for (const Action& action : actions)
        repeats.push_back(TRY(repeatsFor(action)));
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t i = 0; i < actions.size(); ++i) {
            const Sample sample = TRY(sampleOf(actions[i], repeats[i]));
            laps[i].cpu.push_back(sample.cpu);
            laps[i].wall.push_back(sample.wall);
        }
    }
    return laps;
}

Side timedSide(std::string name, const Laps& laps) {
    return {.name = std::move(name), .cpuMs = spreadOf(laps.cpu), .wallMs = spreadOf(laps.wall)};
}

} // namespace kiosk::speed
