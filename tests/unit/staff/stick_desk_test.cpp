// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <semaphore>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sys/socket.h>

#include "firmware/staff/stick_desk.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::staff::tests {

namespace {

using nlohmann::json;

/// The kiosk's end of a wire, and a thread at the other that hears one wish.
struct Desk {
    kiosk::tests::ManualClock clock;
    EventLoop loop{clock};
    kiosk::tests::TemporaryFolder folder;
    std::vector<Event> told;
    std::array<int, 2> ends{};
    std::optional<stick::Wire> other;
    ThreadWorker worker;
    std::optional<StickPlace> place{StickPlace{
        worker,
        [this]() -> Result<stick::Wire> {
            REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) == 0);
            other.emplace(Descriptor(ends[1]));
            return stick::Wire(Descriptor(ends[0]));
        },
        {folder.path()}}};
    StickDesk desk{place, loop, [this](const Event& event) { told.push_back(event); }};

    /// Until the worker has done all it was given.
    void settle() {
        std::binary_semaphore done{0};
        worker.submit([&done](const std::stop_token&) { done.release(); });
        done.acquire();
        loop.runReady();
    }
};

} // namespace

TEST_CASE("S1 where nothing may touch a stick the page says so, and who acts") {
    Desk at;
    at.place.reset();
    at.desk.exportTo(stick::What::everything);
    at.loop.runReady();
    REQUIRE(at.told.size() == 1);
    const auto& ended = std::get<event::StickEnded>(at.told.front());
    CHECK(ended.came.error().code() == "stick.no-desk");
    CHECK(ended.came.error().remedy() == Remedy::configuration);
    at.told.clear();
    at.desk.askUpdates();
    at.loop.runReady();
    CHECK(std::get<event::UpdatesTold>(at.told.front()).events.empty());
}

TEST_CASE("S1 what was ended is told of no more, and the other side hears it") {
    Desk at;
    std::binary_semaphore opened{0};
    at.place->connect = [inner = at.place->connect, &opened] {
        auto wire = inner();
        opened.release();
        return wire;
    };
    at.desk.look();
    opened.acquire(); // the wire is there
    at.desk.end();
    at.settle();
    CHECK(at.told.empty());
    const auto heard = at.other->hear(std::chrono::seconds(1));
    if (heard) // it had asked before
        CHECK_FALSE(at.other->hear(std::chrono::seconds(1)));
}

TEST_CASE("G4 the staff's page hears how it goes on and that it is there") {
    Desk at;
    std::binary_semaphore opened{0};
    at.place->connect = [inner = at.place->connect, &opened] {
        auto wire = inner();
        opened.release();
        return wire;
    };
    at.desk.exportTo(stick::What::errorsOnly);
    opened.acquire();
    const auto wish = at.other->hear(std::chrono::seconds(5));
    REQUIRE(wish);
    CHECK((*wish)["wish"] == "export");
    CHECK((*wish)["errorsOnly"] == true);
    REQUIRE(at.other->say({{"progress", {{"stage", "comparing"}, {"percent", 40U}}}}));
    REQUIRE(at.other->say({{"done", {{"file", "kiosk.zip"}}}}));
    at.settle();
    REQUIRE(at.told.size() == 2);
    CHECK(std::get<event::StickMoved>(at.told[0]).progress.percent == 40);
    const auto& ended = std::get<event::StickEnded>(at.told[1]);
    REQUIRE(ended.came);
    CHECK(std::get<event::Exported>(*ended.came).name == "kiosk.zip");
}

} // namespace kiosk::staff::tests
