// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "firmware/audit/desk.h"
#include "tests/support/manual_clock.h"
#include "tests/unit/audit/kept_record.h"

namespace kiosk::audit {

namespace {

using namespace std::chrono_literals;
using nlohmann::json;

/// Its jobs wait until the test lets them run.
class HeldWorker final : public Worker {
public:
    void submit(Job job) override { jobs_.push_back(std::move(job)); }
    void cancelAll() override { jobs_.clear(); }
    void run() {
        for (Job& job : std::exchange(jobs_, {}))
            job({});
    }

private:
    std::vector<Job> jobs_;
};

struct Place {
    tests::TemporaryFolder above;
    FakeKey key{"3F7A-09C2-11D0-5E6B-77A0"};
    tests::ManualClock clock;
    HeldWorker worker;
    bool hasKey = true;
    std::vector<std::string> failures;
    Desk desk{worker, clock,
              [this]() -> Result<Record> {
                  if (!hasKey)
                      return fail(ErrorKind::storage, "handout.key", Remedy::technician);
                  return Record(folder(), {"kiosk", "9c1d04e2"}, key.signer(), key.known());
              },
              [this](const Error& error) { failures.push_back(error.code()); }};

    std::filesystem::path folder() const { return above.path() / kFolderName; }
    /// What each record says.
    std::vector<json> told() const {
        std::vector<json> all;
        const Stored stored = readFolder(folder(), Reads::all).value();
        for (const std::string& line : stored.lines)
            all.push_back(lineIn(line)->text.told);
        return all;
    }
};

} // namespace

TEST_CASE("S2 whoever tells of an event does not wait for the disk, and its time is when it was") {
    Place place;
    place.desk.tell(entry<"copy.printed">("990000", 2));
    CHECK_FALSE(std::filesystem::exists(place.folder()));
    place.clock.advance(90s);
    place.worker.run();
    REQUIRE(place.told().size() == 1);
    CHECK(place.told()[0]["at"] == "2026-11-23T10:00:00Z");
    CHECK(place.told()[0]["event"] == "copy.printed");
    CHECK(place.told()[0]["is"] == json{{"region", "990000"}, {"pages", 2}});
    CHECK(place.told()[0]["by"] == "kiosk");
    CHECK(place.told()[0]["run"] == "9c1d04e2");
    CHECK(place.failures.empty());
}

TEST_CASE("S2 what could not be written is counted, and on record as soon as something can be") {
    Place place;
    place.hasKey = false;
    for (int i = 0; i < 3; ++i)
        place.desk.tell(entry<"copy.void">("990000"));
    place.worker.run();
    CHECK(place.failures == std::vector<std::string>(3, "handout.key"));
    place.hasKey = true;
    place.desk.tell(entry<"copy.void">("990100"));
    place.desk.tell(entry<"copy.void">("990200"));
    place.worker.run();
    const auto told = place.told();
    REQUIRE(told.size() == 3);
    CHECK(told[0]["event"] == "record.missed");
    CHECK(told[0]["is"]["count"] == 3);
    CHECK(told[1]["is"]["region"] == "990100");
    CHECK(told[2]["is"]["region"] == "990200");
}

TEST_CASE("S2 a clock that was set is on record before what happened next, and hides no order") {
    Place place;
    place.desk.tell(entry<"copy.void">("990000"));
    place.clock.advance(10h);
    place.desk.tell(entry<"copy.void">("990000"));
    place.clock.setWall(place.clock.wall() - 3600s);
    place.desk.tell(entry<"copy.void">("990000"));
    place.clock.setWall(place.clock.wall() + 4s); // no more than it may drift
    place.desk.tell(entry<"copy.void">("990000"));
    place.clock.setWall(place.clock.wall() + 86400s);
    place.desk.tell(entry<"copy.void">("990000"));
    place.worker.run();
    const auto told = place.told();
    REQUIRE(told.size() == 7);
    CHECK(told[2]["event"] == "clock.changed");
    CHECK(told[2]["is"] == json{{"seconds", 3600}, {"back", true}});
    CHECK(told[5]["event"] == "clock.changed");
    CHECK(told[5]["is"] == json{{"seconds", 86400}, {"back", false}});
    for (std::size_t i = 0; i < told.size(); ++i)
        CHECK(told[i]["number"] == i + 1);
}

TEST_CASE("S2 what is told before the end is on the disk at the end") {
    Place place;
    ThreadWorker worker;
    Desk desk(
        worker, place.clock,
        [&place]() -> Result<Record> {
            return Record(place.folder(), {"kiosk", "0"}, place.key.signer(), place.key.known());
        },
        [](const Error&) {});
    for (int i = 0; i < 20; ++i)
        desk.tell(entry<"copy.printed">("990000", 1));
    desk.finish(60s);
    CHECK(place.told().size() == 20);
}

TEST_CASE("S2 G7 a field holds what its form allows, and a person in none of them") {
    Place place;
    const std::string person = "林云舒 990101199003070012";
    const Error personal(ErrorKind::refused, "card.p990101199003070012", Remedy::wait, person);
    place.desk.tell(entry<"staff.mode">(person, person));
    place.desk.tell(entry<"update.refused">(person, personal, false));
    place.desk.tell(entry<"update.installed">(std::string("990101199003070012"), true));
    place.desk.tell(entry<"config.taken">(person));
    place.desk.tell(entry<"copy.printed">(person, 1'000'000));
    place.desk.tell(entry<"update.installed">(std::string("0.1.0-20261127125500"), false));
    place.worker.run();
    const auto told = place.told();
    REQUIRE(told.size() == 6);
    CHECK(told[0]["is"] == json{{"what", "other"}, {"role", "other"}});
    CHECK(told[1]["is"] ==
          json{{"version", "unknown"}, {"code", "fault.unnamed"}, {"older", false}});
    CHECK(told[2]["is"] == json{{"version", "unknown"}, {"older", true}});
    CHECK(told[3]["is"] == json{{"digest", "unknown"}});
    CHECK(told[4]["is"] == json{{"region", "000000"}, {"pages", "more"}});
    CHECK(told[5]["is"]["version"] == "0.1.0-20261127125500");
}

TEST_CASE("S2 no two events of the list have one id, and each has a sentence") {
    for (std::size_t i = 0; i < kEvents.size(); ++i) {
        CHECK(placeOf(kEvents[i].id) == i);
        CHECK_FALSE(kEvents[i].sentence.empty());
    }
}

} // namespace kiosk::audit
