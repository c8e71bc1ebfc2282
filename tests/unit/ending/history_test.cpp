// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstring>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "firmware/base/files.h"
#include "firmware/ending/history.h"
#include "firmware/ending/run_file.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/ending/planted_person.h"
#include "tests/unit/ending/victim.h"

namespace kiosk::ending {
namespace {

using namespace std::chrono_literals;

const WallTime kNow = std::chrono::sys_days(std::chrono::year(2026) / 11 / 27) + 10h;

Ending crashOf(std::uint64_t run) {
    return {.how = How::crashed,
            .run = run,
            .at = kNow,
            .fault = Fault::segv,
            .place = Place::camera,
            .loopBusy = 7ms,
            .version = "0.1.0",
            .build = 0x3f7a09c211d05e6b,
            .frames = {{"kiosk", 0x3f7a09c211d05e6b, 0x1234}, {"libcairo.so.2", 1, 2}, {"", 0, 0}},
            .events = {{"visit.step", "choose", 1500ms},
                       {"visit.out-of-service", "printer.gone", 9000ms}}};
}

Ending stopOf(std::uint64_t run) {
    return {.how = How::stopped, .run = run, .at = kNow, .version = "0.1.0", .build = 1};
}

void overwrite(const std::filesystem::path& file, const Bytes& bytes) {
    REQUIRE(writeFile(file, bytes));
}

} // namespace

TEST_CASE("G5 what is kept of a crash is read back as it was, and never more than twenty") {
    const tests::TemporaryFolder state;
    for (std::uint64_t run = 1; run <= 3 * kMostEndings; ++run)
        REQUIRE(keepEnding(state.path(), crashOf(run)));
    const auto whole =
        nlohmann::json::parse(toText(readFile(state.path() / kEndingsFileName).value()));
    CHECK(whole["endings"].size() == kMostEndings); // on the disk too
    const History history = keptEndings(state.path());
    REQUIRE(history.size() == kMostEndings);
    CHECK(history.front() == crashOf(3 * kMostEndings));
    CHECK(history.back() == crashOf(2 * kMostEndings + 1));
}

TEST_CASE("G5 nightly stops do not push a crash out of what is kept") {
    const tests::TemporaryFolder state;
    REQUIRE(keepEnding(state.path(), crashOf(1)));
    for (std::uint64_t run = 2; run <= 100; ++run)
        REQUIRE(keepEnding(state.path(), stopOf(run)));
    const History history = keptEndings(state.path());
    REQUIRE(history.size() == 2);
    CHECK(history[0].run == 100);
    CHECK(history[1] == crashOf(1));
}

TEST_CASE("G5 a start that is cut off between two writes keeps no end twice") {
    const tests::TemporaryFolder state;
    tests::Victim(state.path(), "segv").end();
    const History before = endingsIn(state.path(), kNow);
    REQUIRE(before.size() == 1);
    REQUIRE(keepEnding(state.path(), before.front())); // and the power goes before the run begins
    CHECK(endingsIn(state.path(), kNow) == before);
    tests::Victim(state.path(), "abrt").end();
    CHECK(endingsIn(state.path(), kNow).size() == 2);
}

TEST_CASE("G5 a record that was torn while it was written is no end, and never stops a start") {
    const tests::TemporaryFolder state;
    tests::Victim(state.path(), "segv").end();
    const auto file = state.path() / kRunFileName;
    const Bytes whole = readFile(file).value();
    REQUIRE(whole.size() == kRunFileSize);
    const auto howOf = [&](const Bytes& bytes) {
        const auto ending = endingOf(runFileIn(bytes), bootName(), kNow);
        return ending ? std::optional(ending->how) : std::nullopt;
    };
    REQUIRE(howOf(whole) == How::crashed);
    constexpr std::size_t kEndOfRun = sizeof(RunPart);
    for (std::size_t cut = 0; cut < kEndOffset + sizeof(EndPart); cut += 7) {
        CAPTURE(cut);
        Bytes torn = whole;
        std::fill(torn.begin() + static_cast<std::ptrdiff_t>(cut), torn.end(), std::byte{0});
        // Of a last part that is nothing, nothing is missing.
        if (torn == whole)
            continue;
        const auto how = howOf(torn);
        const bool isBegun = std::equal(torn.begin(), torn.begin() + kEndOfRun, whole.begin());
        CHECK(how == (isBegun ? std::optional(How::killed) : std::nullopt));
        torn.resize(cut);
        CHECK(howOf(torn) == (cut < kEndOfRun ? std::nullopt : std::optional(How::killed)));
    }
    Bytes flipped = whole;
    flipped[kEndOffset + 100] ^= std::byte{1};
    overwrite(file, flipped);
    tests::Victim victim(state.path(), "return");
    CHECK(victim.line() != "");
    CHECK(victim.end() == 0);
    CHECK(endingsIn(state.path(), kNow).back().how == How::killed);
}

TEST_CASE("G5 numbers beyond their lists are no words, whoever wrote them") {
    RunPart run{.run = 3};
    close(run);
    EndPart end{
        .run = 3, .how = 2, .fault = 99, .place = 99, .eventCount = 9999, .frameCount = 999};
    end.events[0] = {999, 5, 1};
    end.events[1] = {events::numberOf("visit.step"), 999, 1};
    std::ranges::copy(tests::kPlantedName, end.frames[0].module.begin());
    end.frames[1].module.fill('x'); // without an end
    close(end);
    Bytes file = fileOf(run);
    std::memcpy(file.data() + kEndOffset, &end, sizeof(end));
    const auto ending = endingOf(runFileIn(file), "", kNow);
    REQUIRE(ending);
    CHECK(ending->how == How::crashed);
    CHECK(ending->fault == Fault::none);
    REQUIRE(ending->frames.size() == kMostFrames);
    for (const Frame& frame : ending->frames)
        CHECK(frame.module == "");
    REQUIRE(ending->events.size() == 1);
    CHECK(ending->events[0].event == "visit.step");
    CHECK(ending->events[0].word.empty());
}

TEST_CASE("G7 what is read of the kept ends is words of lists, numbers and forms, never a text") {
    using nlohmann::json;
    const tests::TemporaryFolder state;
    for (const std::string_view person : {tests::kPlantedName, tests::kPlantedNumber}) {
        CAPTURE(person);
        const json sound = json::parse(textOf({crashOf(1)}));
        int planted = 0;
        const json places = sound.flatten();
        for (const auto& [place, value] : places.items()) {
            json spoilt = sound;
            spoilt[json::json_pointer(place)] = person;
            REQUIRE(writeFile(state.path() / kEndingsFileName, bytesOf(spoilt.dump())));
            CHECK(textOf(keptEndings(state.path())).find(person) == std::string::npos);
            ++planted;
        }
        CHECK(planted > 20);
        for (const std::string text : {"", "{}", "[]", "null", R"({"form": 1, "endings": 7})"}) {
            REQUIRE(writeFile(state.path() / kEndingsFileName, bytesOf(text)));
            CHECK(keptEndings(state.path()).empty());
        }
    }
}

TEST_CASE("G5 ends that nobody asked for are counted over the time that is asked for") {
    Ending old = crashOf(1);
    old.at = kNow - 169h;
    Ending lost = stopOf(2);
    lost.how = How::powerLost;
    CHECK(unaskedWithin({stopOf(4), crashOf(3), lost, old}, 168h, kNow) == 2);
    CHECK(unaskedWithin({}, 168h, kNow) == 0);
}

} // namespace kiosk::ending
