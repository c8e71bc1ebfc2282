// SPDX-License-Identifier: Apache-2.0
#include "tests/speed/glass/round.h"

#include <algorithm>
#include <thread>
#include <utility>

#include "tests/speed/glass/process_tree.h"
#include "tests/support/child_process.h"

namespace kiosk::speed {

namespace {

using namespace std::chrono_literals;

constexpr auto kPatience = 60s;
constexpr auto kStarted = 15s; ///< the memory of a start is given back
constexpr auto kBetweenCounts = 250ms;
constexpr auto kBetweenPresses = 120ms;
constexpr int kPresses = 15;

double millisecondsSince(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
        .count();
}

bool isPlain(const std::vector<std::uint32_t>& pixels) {
    return std::ranges::all_of(pixels, [&](std::uint32_t one) { return one == pixels.front(); });
}

std::unexpected<Error> never(const std::string& what) {
    return fail(ErrorKind::timedOut, "speed.not-seen", Remedy::technician, what);
}

/// One program from its start to its end.
class Round {
public:
    Round(const Programme& programme, const Sights& sights, Onlooker& onlooker, Seen& seen)
        : programme_(programme), sights_(sights), onlooker_(onlooker), seen_(seen) {}

    Result<> start() {
        const auto began = std::chrono::steady_clock::now();
        process_ = TRY(tests::ChildProcess::start({.command = programme_.command,
                                                   .environment = programme_.environment,
                                                   .log = "/dev/null"}));
        const bool shown = Onlooker::await(
            [&] {
                return onlooker_.colourAt(sights_.ground.x, sights_.ground.y) ==
                           sights_.groundColour &&
                       !isPlain(onlooker_.look(sights_.words));
            },
            kPatience);
        if (!shown)
            return never("first picture of " + programme_.name);
        seen_.firstFrameMs.push_back(millisecondsSince(began));
        seen_.firstFrameCpuMs.push_back(tree().cpuMs());
        return {};
    }

    void weigh() { seen_.restingMb.push_back(tree().memoryMb()); }

    /// Counting asks the kernel, not the program: it wakes nobody there.
    void rest(std::chrono::seconds watched) {
        const long before = tree().sleeps();
        long counted = before;
        auto sleep = 0ms;
        auto longestSleep = 0ms;
        for (auto rested = 0ms; rested < watched; rested += kBetweenCounts) {
            std::this_thread::sleep_for(kBetweenCounts);
            const long last = std::exchange(counted, tree().sleeps());
            sleep = counted == last ? sleep + kBetweenCounts : 0ms;
            longestSleep = std::max(longestSleep, sleep);
        }
        seen_.longestSleepS.push_back(std::chrono::duration<double>(longestSleep).count());
        seen_.wakesPerSecond.push_back(static_cast<double>(counted - before) /
                                       static_cast<double>(watched.count()));
    }

    Result<> press() {
        for (int turn = 0; turn < kPresses; ++turn) {
            const auto before = onlooker_.look(sights_.target);
            const auto pressed = std::chrono::steady_clock::now();
            onlooker_.press(sights_.target.x + sights_.target.width / 2,
                            sights_.target.y + sights_.target.height / 2);
            if (!Onlooker::await([&] { return onlooker_.look(sights_.target) != before; },
                                 kPatience))
                return never("a press on " + programme_.name);
            seen_.touchMs.push_back(millisecondsSince(pressed));
            onlooker_.letGoElsewhere();
            if (!Onlooker::await([&] { return onlooker_.look(sights_.target) == before; },
                                 kPatience))
                return never("the end of a press on " + programme_.name);
            std::this_thread::sleep_for(kBetweenPresses);
        }
        return {};
    }

private:
    ProcessTree tree() const { return ProcessTree(process_.id()); }

    const Programme& programme_;
    const Sights& sights_;
    Onlooker& onlooker_;
    Seen& seen_;
    tests::ChildProcess process_;
};

} // namespace

Result<> playStart(const Programme& programme, const Sights& sights, Onlooker& onlooker,
                   Seen& seen) {
    Round round(programme, sights, onlooker, seen);
    TRY(round.start());
    std::this_thread::sleep_for(kStarted);
    round.weigh();
    return round.press();
}

Result<> playRest(const Programme& programme, const Sights& sights, const Rest& rest,
                  Onlooker& onlooker, Seen& seen) {
    Round round(programme, sights, onlooker, seen);
    TRY(round.start());
    std::this_thread::sleep_for(rest.settling);
    round.rest(rest.watched);
    round.weigh();
    return {};
}

} // namespace kiosk::speed
