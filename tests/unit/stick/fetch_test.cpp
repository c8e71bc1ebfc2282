// SPDX-License-Identifier: Apache-2.0
#include <thread>

#include <nlohmann/json.hpp>
#include <sys/socket.h>

#include "firmware/stick/asking.h"
#include "firmware/stick/desk.h"
#include "tests/unit/stick/image_port.h"

namespace kiosk::stick::tests {

namespace {

using Stage = Progress::Stage;

Result<> quiet(const Progress&) {
    return {};
}

/// The desk, which has the stick, and the kiosk on the other end of a wire.
struct Sides {
    ImagePort port;
    kiosk::tests::TemporaryFolder kiosk;
    UpdateFolder folder{kiosk.path()};
    BundleOnStick bundle{
        .file = "kiosk.raucb", .size = 700'000, .version = "0.2", .standing = Standing::newer};
    std::vector<update::Event> events;
    DeskPlace desk{.port = port,
                   .archive = [](DeskPlace::Holds holds) -> Result<Archive> {
                       const bool all = holds == DeskPlace::Holds::everything;
                       return Archive{all ? "all.zip" : "errors.zip", noise(all ? 9'000 : 90)};
                   },
                   .judge =
                       [](const std::filesystem::path&) {
                           return BundleOnStick{.version = "0.2", .standing = Standing::older};
                       },
                   .history = [this] { return events; },
                   .room = port.room()};

    Sides() {
        port.format();
        port.put("kiosk.raucb", noise(700'000));
    }

    /// What `asks` comes to while the desk serves it on a thread of its own.
    template <typename Asks>
    auto with(const Asks& asks) {
        std::array<int, 2> ends{};
        REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) == 0);
        Wire theirs{Descriptor(ends[1])};
        Wire ours{Descriptor(ends[0])};
        std::jthread serving([this, &theirs] {
            static_cast<void>(serveOne(desk, theirs));
            theirs.end();
        });
        auto came = asks(ours);
        ours.end();
        return came;
    }
    Result<> fetch(OlderMay older = OlderMay::no, const Tell& tell = quiet) {
        return with([&](Wire& wire) { return fetchBundle(wire, bundle, folder, older, tell); });
    }
    std::vector<std::string> inFolder() const {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(kiosk.path()))
            names.push_back(entry.path().filename());
        std::ranges::sort(names);
        return names;
    }
};

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("F5 a bundle is in the kiosk's folder whole, read again and compared, or not at all") {
    Sides sides;
    std::vector<Stage> stages;
    REQUIRE(sides.fetch(OlderMay::no, [&](const Progress& progress) {
        if (stages.empty() || stages.back() != progress.stage)
            stages.push_back(progress.stage);
        // The system looks for *.raucb: it must not find a part of it.
        CHECK(readFile(sides.kiosk.path() / "stick.raucb").error().code() == "file.open");
        return Result<>();
    }));
    CHECK(readFile(sides.kiosk.path() / "stick.raucb") == noise(700'000));
    CHECK(sides.inFolder() == Names{"stick.raucb"});
    CHECK(stages == std::vector{Stage::admitting, Stage::writing, Stage::comparing});
    CHECK_FALSE(sides.port.isAdmitted);
}

TEST_CASE("F5 a copy that the kiosk's disk gives back otherwise is not installed") {
    Sides sides;
    const auto ended = sides.fetch(OlderMay::no, [&](const Progress& progress) {
        if (progress.stage == Stage::comparing)
            shell("printf x | dd of=" + (sides.kiosk.path() / "stick.raucb.new").string() +
                  " conv=notrunc bs=1 seek=5000");
        return Result<>();
    });
    CHECK(codeOf(ended) == "update.copy-differs");
    CHECK(sides.inFolder().empty());
}

TEST_CASE("F5 a stick pulled while it is copied leaves nothing in the kiosk's folder") {
    Sides sides;
    const auto ended = sides.fetch(OlderMay::no, [&](const Progress& progress) {
        if (progress.stage == Stage::admitting)
            sides.port.pull();
        return Result<>();
    });
    CHECK(codeOf(ended) == "stick.pulled");
    CHECK(sides.inFolder().empty());
}

TEST_CASE("F5 without room on the kiosk's disk the stick is not even asked") {
    Sides sides;
    sides.folder.free = [](const std::filesystem::path&) { return std::uint64_t{1'000'000}; };
    Progress last;
    const auto ended = sides.fetch(OlderMay::no, [&last](const Progress& progress) {
        last = progress;
        return Result<>();
    });
    CHECK(codeOf(ended) == "update.no-room");
    CHECK(last.needs > 700'000);
    CHECK(last.free == 1'000'000);
    CHECK(sides.port.timesLetGo == 0);
    CHECK(sides.inFolder().empty());
}

TEST_CASE("F5 the word for an older version lies there before its bundle, and for it alone") {
    Sides sides;
    REQUIRE(sides.fetch(OlderMay::yes));
    CHECK(sides.inFolder() == Names{"stick.raucb", "stick.raucb.older"});
    CHECK(toText(readFile(sides.kiosk.path() / "stick.raucb.older").value()) == "0.2");
    CHECK(codeOf(sides.fetch()) == "update.under-way"); // that one is not installed yet
    std::filesystem::remove(sides.kiosk.path() / "stick.raucb");
    REQUIRE(sides.fetch());
    CHECK(sides.inFolder() == Names{"stick.raucb"});
}

TEST_CASE("F5 bundles and history come over the wire as they are") {
    Sides sides;
    const auto bundles = sides.with([](Wire& wire) { return askForBundles(wire, quiet); });
    REQUIRE(bundles);
    REQUIRE(bundles->size() == 1);
    CHECK(bundles->front() == BundleOnStick{"kiosk.raucb", 700'000, "0.2", "", Standing::older});
    sides.events = {{.at = WallTime(std::chrono::seconds(1'700'000'000)),
                     .what = update::Event::What::refused,
                     .version = "0.1",
                     .code = "update.older",
                     .older = true}};
    CHECK(sides.with([](Wire& wire) { return askForHistory(wire); }).value() == sides.events);
}

TEST_CASE("G4 everything or the errors alone: what was asked for is on the stick") {
    Sides sides;
    const auto ask = [&](What what) {
        return sides.with([what](Wire& wire) { return askForExport(wire, what, quiet); });
    };
    CHECK(ask(What::everything) == "all.zip");
    CHECK(sides.port.taken("all.zip").size() == 9'000);
    CHECK(ask(What::errorsOnly) == "errors.zip");
    CHECK(sides.port.taken("errors.zip").size() == 90);
    sides.port.fault = Error(ErrorKind::refused, "stick.several", Remedy::technician, "1-1, 1-2");
    CHECK(ask(What::everything).error() == *sides.port.fault);
}

TEST_CASE(
    "S1 a kiosk that hangs up, as when somebody is served, ends the errand and frees the stick") {
    Sides sides;
    const auto ended = sides.with([&](Wire& wire) {
        return fetchBundle(wire, sides.bundle, sides.folder, OlderMay::no,
                           [&wire](const Progress& progress) {
                               if (progress.percent > 10)
                                   wire.end();
                               return Result<>();
                           });
    });
    CHECK(codeOf(ended) == "stick.no-answer");
    CHECK_FALSE(sides.port.isAdmitted);
    CHECK(sides.inFolder().empty());
}

TEST_CASE("S1 a desk that answers nonsense, or nothing, ends the asking with an error") {
    using nlohmann::json;
    for (const json& line :
         {json{{"progress", {{"stage", "flying"}}}}, json{{"piece", 1ULL << 40}},
          json{{"error", {{"kind", "none"}}}}, json{{"odd", 1}}, json::array(), json(nullptr)}) {
        std::array<int, 2> ends{};
        REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) == 0);
        Wire ours{Descriptor(ends[0])};
        Wire theirs{Descriptor(ends[1])};
        if (!line.is_null())
            REQUIRE(theirs.say(line));
        theirs.end();
        CHECK(codeOf(askForBundles(ours, quiet)) == "stick.no-answer");
    }
}

} // namespace kiosk::stick::tests
