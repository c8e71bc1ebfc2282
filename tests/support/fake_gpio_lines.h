// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <map>
#include <utility>

#include "drivers/auxiliaries/auxiliaries_trouble.h"
#include "drivers/auxiliaries/gpio/gpio_lines.h"
#include "tests/support/manual_clock.h"

namespace kiosk::tests {

/// What lies behind the lines of a fake board: the wires, and a clock that runs while somebody
/// waits.
struct FakeWires {
    ManualClock clock;
    std::vector<drivers::gpio::Edge> moves; ///< of all lines, in the order of time; told are past
    std::size_t told = 0;
    std::map<std::size_t, drivers::gpio::Level> driven;
    std::map<std::size_t, int> turns; ///< how often a driven line changed
    bool plugged = true;

    void move(std::size_t line, drivers::gpio::Level level,
              std::chrono::milliseconds later = std::chrono::milliseconds(0)) {
        moves.push_back({line, level, clock.steady() + later});
        std::ranges::stable_sort(moves, {}, &drivers::gpio::Edge::at);
    }
    drivers::gpio::Level levelOf(std::size_t line) const {
        drivers::gpio::Level level{};
        for (const drivers::gpio::Edge& move : moves)
            if (move.line == line && move.at <= clock.steady())
                level = move.level;
        return level;
    }
};

/// Lines made of values: waiting for an edge moves the clock.
class FakeGpioLines final : public drivers::gpio::GpioLines {
public:
    /// Moves before now are not told. The wires outlive the lines.
    explicit FakeGpioLines(FakeWires& wires) : wires_(wires) { wires_.told = wires_.moves.size(); }

    Result<drivers::gpio::Level> level(std::size_t line) override {
        TRY(ready());
        return wires_.levelOf(line);
    }
    Result<> drive(std::size_t line, drivers::gpio::Level level) override {
        TRY(ready());
        wires_.turns[line] += std::exchange(wires_.driven[line], level) == level ? 0 : 1;
        return {};
    }
    Result<std::vector<drivers::gpio::Edge>> waitForEdges(std::chrono::milliseconds time,
                                                          const std::stop_token&) override {
        TRY(ready());
        const SteadyTime end = wires_.clock.steady() + time;
        const auto next = wires_.moves.begin() + static_cast<std::ptrdiff_t>(wires_.told);
        const SteadyTime until = next == wires_.moves.end() ? end : std::min(next->at, end);
        if (until > wires_.clock.steady())
            wires_.clock.advance(
                std::chrono::ceil<std::chrono::milliseconds>(until - wires_.clock.steady()));
        std::vector<drivers::gpio::Edge> edges;
        while (wires_.told < wires_.moves.size() &&
               wires_.moves[wires_.told].at <= wires_.clock.steady())
            edges.push_back(wires_.moves[wires_.told++]);
        return edges;
    }

private:
    Result<> ready() const {
        if (!wires_.plugged)
            return std::unexpected(drivers::asError(drivers::AuxiliariesTrouble::gone));
        return {};
    }

    FakeWires& wires_;
};

} // namespace kiosk::tests
