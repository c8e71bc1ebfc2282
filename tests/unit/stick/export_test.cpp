// SPDX-License-Identifier: Apache-2.0
#include "firmware/stick/errands.h"
#include "tests/unit/stick/image_port.h"

namespace kiosk::stick::tests {

namespace {

using Stage = Progress::Stage;

const Archive kArchive{"kiosk-20261127.zip", noise(200'000)};

Result<> quiet(const Progress&) {
    return {};
}

/// Does something to the stick when this stage begins.
Tell at(Stage stage, std::function<void()> deed) {
    return [stage, deed = std::move(deed), done = false](const Progress& progress) mutable {
        if (progress.stage == stage && !std::exchange(done, true))
            deed();
        return Result<>();
    };
}

} // namespace

TEST_CASE(
    "G4 an export is whole on the stick, and the stick is let go, before it is safe to remove") {
    ImagePort port;
    port.format();
    std::vector<Progress> heard;
    REQUIRE(putOntoStick(port, kArchive, [&heard](const Progress& progress) {
        heard.push_back(progress);
        return Result<>();
    }));
    CHECK(port.taken(kArchive.name) == kArchive.bytes);
    CHECK_FALSE(port.isAdmitted);
    CHECK(port.timesLetGo == 1);
    REQUIRE(heard.size() > 3);
    CHECK(heard.front().stage == Stage::admitting);
    CHECK(heard[1].stage == Stage::writing);
    CHECK(heard[1].needs == kArchive.bytes.size());
    CHECK(heard[1].free > 15'000'000);
    CHECK(heard.back().stage == Stage::comparing);
    CHECK(heard.back().percent == 100);
}

TEST_CASE("G4 a stick pulled early is never called safe to remove, whenever it goes") {
    for (const Stage stage : {Stage::admitting, Stage::writing, Stage::comparing}) {
        ImagePort port;
        port.format();
        const auto ended = putOntoStick(port, kArchive, at(stage, [&port] { port.pull(); }));
        REQUIRE_FALSE(ended);
        CHECK(ended.error().code() == "stick.pulled");
        CHECK(ended.error().remedy() == Remedy::technician);
        CHECK_FALSE(port.isAdmitted);
    }
}

TEST_CASE("G4 what a worn stick gives back is compared, byte by byte") {
    ImagePort port;
    port.format();
    CHECK(codeOf(putOntoStick(port, kArchive, at(Stage::comparing, [&port] {
                                  port.wear(kArchive.bytes);
                              }))) == "stick.differs");
    CHECK(port.taken(kArchive.name).empty()); // nobody takes it for whole
}

TEST_CASE("G4 a full stick says how much is missing, and nothing is left on it") {
    ImagePort port;
    port.format();
    port.put("other.bin", noise(16'650'000));
    const auto before = port.taken("other.bin");
    Progress last;
    const auto ended = putOntoStick(port, kArchive, [&last](const Progress& progress) {
        last = progress;
        return Result<>();
    });
    REQUIRE_FALSE(ended);
    CHECK(ended.error().code() == "stick.full");
    CHECK(last.needs == kArchive.bytes.size());
    CHECK(last.free < last.needs);
    CHECK(ended.error().detail() == std::to_string(last.needs - last.free) + " bytes are missing");
    CHECK(port.taken(kArchive.name).empty());
    CHECK(port.taken("other.bin") == before);
}

TEST_CASE("G4 room that goes while it is written is a full stick, not a written one") {
    ImagePort port;
    port.format();
    const auto ended = putOntoStick(
        port, kArchive, at(Stage::writing, [&port] { port.put("other.bin", noise(16'650'000)); }));
    CHECK(codeOf(ended) == "stick.full");
    CHECK(port.taken(kArchive.name).empty());
}

TEST_CASE("G4 a stick that takes nothing or cannot be let go is not called safe") {
    ImagePort port;
    port.format();
    port.isWriteProtected = true;
    CHECK(codeOf(putOntoStick(port, kArchive, quiet)) == "stick.write-protected");
    CHECK_FALSE(port.isAdmitted);
    port.isWriteProtected = false;
    port.stays = true;
    CHECK(codeOf(putOntoStick(port, kArchive, quiet)) == "stick.not-let-go");
    port.fault = Error(ErrorKind::notFound, "stick.none", Remedy::technician);
    CHECK(codeOf(putOntoStick(port, kArchive, quiet)) == "stick.none");
    ImagePort blank;
    CHECK(codeOf(putOntoStick(blank, kArchive, quiet)) == "stick.no-file-system");
    CHECK_FALSE(blank.isAdmitted);
}

TEST_CASE("S1 once nobody waits for it any more a stick is let go of at once") {
    ImagePort port;
    port.format();
    int told = 0;
    const auto ended = putOntoStick(port, kArchive, [&told](const Progress&) -> Result<> {
        if (++told < 2)
            return {};
        return fail(ErrorKind::unavailable, "stick.no-answer", Remedy::technician);
    });
    CHECK(codeOf(ended) == "stick.no-answer");
    CHECK_FALSE(port.isAdmitted);
    CHECK(port.taken(kArchive.name).empty());
}

} // namespace kiosk::stick::tests
