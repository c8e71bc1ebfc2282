// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <csignal>

#include <catch2/catch.hpp>
#include <sys/wait.h>

#include "firmware/base/files.h"
#include "firmware/ending/history.h"
#include "firmware/ending/run_file.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/ending/planted_person.h"
#include "tests/unit/ending/victim.h"

namespace kiosk::ending {
namespace {

using tests::Victim;

struct Way {
    std::string how;
    int signal;
    Fault fault;
    Place place;
};

const std::vector<Way>& ways() {
    static const std::vector<Way> all{
        {"segv", SIGSEGV, Fault::segv, Place::loop},
        {"abrt", SIGABRT, Fault::abrt, Place::loop},
        {"fpe", SIGFPE, Fault::fpe, Place::loop},
        {"ill", SIGILL, Fault::ill, Place::loop},
        {"bus", SIGBUS, Fault::bus, Place::loop},
        {"exception", SIGABRT, Fault::exception, Place::loop},
        {"outOfMemory", SIGABRT, Fault::outOfMemory, Place::loop},
        {"overflow", SIGSEGV, Fault::segv, Place::loop},
        {"driver", SIGABRT, Fault::abrt, Place::printer},
        {"thread", SIGABRT, Fault::abrt, Place::worker},
    };
    return all;
}

WallTime now() {
    return SystemClock().wall();
}

/// All files of the folder, one behind the other.
std::string everythingIn(const std::filesystem::path& folder) {
    std::string all;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        all += toText(readFile(entry.path()).value());
    return all;
}

/// Any eight neighbouring bytes of it: of a name not three characters, of a number not half of it.
/// Fewer stand in addresses by chance.
bool holdsPieceOf(std::string_view all, std::string_view planted) {
    constexpr std::size_t kPiece = 8;
    for (std::size_t i = 0; i + kPiece <= planted.size(); ++i)
        if (all.find(planted.substr(i, kPiece)) != std::string_view::npos)
            return true;
    return false;
}

} // namespace

TEST_CASE("G5 after a crash it is known by what, at what and where in the program it ended") {
    for (const Way& way : ways()) {
        CAPTURE(way.how);
        const tests::TemporaryFolder state;
        Victim victim(state.path(), way.how);
        const std::string said = victim.line();
        const int status = victim.end();
        CHECK(WIFSIGNALED(status));
        CHECK(WTERMSIG(status) == way.signal);
        CHECK_FALSE(WCOREDUMP(status)); // memory, and so persons, would stand in it
        const History history = endingsIn(state.path(), now());
        REQUIRE(history.size() == 1);
        const Ending& ending = history.front();
        CHECK(ending.how == How::crashed);
        CHECK(ending.fault == way.fault);
        CHECK(ending.place == way.place);
        CHECK(ending.version == "0.1.0");
        CHECK(now() - ending.at < std::chrono::minutes(2));
        CHECK(ending.build != 0);
        const auto isOwn = [&](const Frame& frame) {
            return frame.module == "kiosk" && frame.build == ending.build;
        };
        CHECK(std::ranges::count_if(ending.frames, isOwn) >= 2);
        // Those that ended in the loop's own thread name the function that they ended in.
        const std::uint64_t endAs = std::stoull(said, nullptr, 16);
        const bool isNamed = std::ranges::any_of(ending.frames, [&](const Frame& frame) {
            return isOwn(frame) && frame.offset >= endAs && frame.offset < endAs + 2048;
        });
        CHECK((isNamed || way.how == "overflow" || way.place != Place::loop));
    }
}

TEST_CASE("G5 the last events before a crash are known, in words of the closed list alone") {
    const tests::TemporaryFolder state;
    Victim(state.path(), "segv").end();
    const History history = endingsIn(state.path(), now());
    REQUIRE(history.size() == 1);
    const auto& events = history.front().events;
    REQUIRE(events.size() == 2);
    CHECK(events[0].event == "visit.step");
    CHECK(events[0].word == "choose");
    CHECK(events[1].word == "");
}

TEST_CASE("G7 no person who was in memory is in what a crash leaves behind") {
    for (const Way& way : ways()) {
        CAPTURE(way.how);
        const tests::TemporaryFolder state;
        Victim(state.path(), way.how).end();
        const History history = endingsIn(state.path(), now());
        REQUIRE(history.size() == 1);
        REQUIRE(keepEnding(state.path(), history.front()));
        const std::string all = everythingIn(state.path()) + textOf(history);
        REQUIRE(all.size() > kRunFileSize);
        CHECK_FALSE(holdsPieceOf(all, tests::kPlantedName));
        CHECK_FALSE(holdsPieceOf(all, tests::kPlantedNumber));
    }
    CHECK(holdsPieceOf("the number 990101198…", "990101198806150023")); // or it would find nothing
}

TEST_CASE("G5 one that was asked to stop, or ended in order, did not crash") {
    for (const int signal : {SIGTERM, SIGINT, SIGHUP, 0}) {
        CAPTURE(signal);
        const tests::TemporaryFolder state;
        Victim victim(state.path(), signal == 0 ? "return" : "wait");
        victim.line();
        if (signal != 0)
            ::kill(victim.id(), signal);
        const int status = victim.end();
        CHECK((signal == 0 ? WIFEXITED(status) : WTERMSIG(status) == signal));
        const History history = endingsIn(state.path(), now());
        REQUIRE(history.size() == 1);
        CHECK(history.front().how == How::stopped);
        CHECK_FALSE(history.front().place);
        CHECK(history.front().frames.empty());
    }
}

TEST_CASE("G5 one that left no word was killed, or the power went, as the machine's start says") {
    const tests::TemporaryFolder state;
    const std::string boot(32, 'a');
    Victim victim(state.path(), "wait", {{"KIOSK_BOOT", boot}});
    victim.line();
    ::kill(victim.id(), SIGKILL);
    victim.end();
    const RunFile file = runFileIn(readFile(state.path() / kRunFileName).value());
    CHECK(endingOf(file, boot, now())->how == How::killed);
    CHECK(endingOf(file, std::string(32, 'b'), now())->how == How::powerLost);
    CHECK(endingOf(file, "", now())->how == How::powerLost);
    // And the next start keeps what the machine's own boot says.
    Victim(state.path(), "segv", {{"KIOSK_BOOT", std::string(32, 'b')}}).end();
    const History history = endingsIn(state.path(), now());
    REQUIRE(history.size() == 2);
    CHECK(history[0].how == How::crashed);
    CHECK(history[1].how == How::powerLost);
    CHECK(history[0].run == history[1].run + 1);
}

TEST_CASE("G5 a second kiosk with the same folder is refused and takes the first one's place not") {
    const tests::TemporaryFolder state;
    Victim first(state.path(), "wait");
    first.line();
    CHECK(endingsIn(state.path(), now()).empty()); // it runs: nothing has ended
    Victim second(state.path(), "wait");
    CHECK(second.line() == "ending.in-use");
    ::kill(first.id(), SIGSEGV);
    first.end();
    REQUIRE(endingsIn(state.path(), now()).size() == 1);
    CHECK(endingsIn(state.path(), now()).front().fault == Fault::segv);
}

} // namespace kiosk::ending
