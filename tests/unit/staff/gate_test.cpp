// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <openssl/evp.h>

#include "firmware/base/files.h"
#include "firmware/staff/gate.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::staff {

namespace {

using namespace std::chrono_literals;

constexpr auto kCard = "04a1b2c3d4e5f6";

/// A kiosk's state folder with one technician on the register.
struct Site {
    tests::TemporaryFolder folder;
    tests::ManualClock clock;
    std::string mark = StaffRegister::open(folder.path() / kRegisterFileName)
                           .value()
                           .add(kCard, Role::technician, "314159", clock.wall())
                           .value()
                           .mark;

    /// Each time a gate of its own, as after a restart.
    Gate gate() const {
        return {folder.path() / kRegisterFileName, folder.path() / kLocksFileName, clock};
    }
    PinVerdict tries(std::string_view pin) const { return gate().tryPin(mark, Pin(pin)).value(); }
    std::chrono::seconds lockedFor() const { return gate().cardLaid(kCard).value()->lockedFor; }
};

/// While it lives no PIN can be judged: OpenSSL finds nothing to stretch it with.
struct JudgingBroken {
    JudgingBroken() { REQUIRE(EVP_set_default_properties(nullptr, "provider=none") == 1); }
    ~JudgingBroken() { EVP_set_default_properties(nullptr, ""); }
    JudgingBroken(const JudgingBroken&) = delete;
    JudgingBroken& operator=(const JudgingBroken&) = delete;
};

} // namespace

TEST_CASE("S1 a card and its PIN come in; a stranger's card is nobody's") {
    const Site site;
    const auto card = site.gate().cardLaid(kCard).value();
    REQUIRE(card);
    CHECK(card->role == Role::technician);
    CHECK(card->lockedFor == 0s);
    CHECK_FALSE(site.gate().cardLaid("04ffffffffffff").value());
    CHECK(site.tries("314159").right);
}

TEST_CASE("S1 the third wrong PIN locks the card, each further one for longer") {
    Site site;
    CHECK(site.tries("271828").triesLeft == 2);
    CHECK(site.tries("271828").triesLeft == 1);
    CHECK(site.tries("271828").lockedFor == 1min);
    site.clock.advance(61s);
    CHECK(site.tries("271828").lockedFor == 5min);
    site.clock.advance(301s);
    CHECK(site.tries("271828").lockedFor == 15min);
    site.clock.advance(901s);
    CHECK(site.tries("271828").lockedFor == 60min);
    site.clock.advance(3601s);
    CHECK(site.tries("271828").lockedFor == 60min);
}

TEST_CASE("S1 a locked card judges no PIN, not even the right one, also after a restart") {
    Site site;
    for (int i = 0; i < 3; ++i)
        site.tries("271828");
    CHECK(site.lockedFor() == 60s);
    site.clock.advance(59s);
    const PinVerdict locked = site.tries("314159");
    CHECK_FALSE(locked.right);
    CHECK(locked.lockedFor == 1s);
    site.clock.advance(1s);
    CHECK(site.tries("314159").right);
    CHECK(site.tries("271828").triesLeft == 2); // counted from the beginning again
}

TEST_CASE("S1 a lock holds to the last part of its last second") {
    Site site;
    for (int i = 0; i < 3; ++i)
        site.tries("271828");
    site.clock.advance(59'500ms);
    CHECK(site.lockedFor() == 1s);
    CHECK_FALSE(site.tries("314159").right);
    site.clock.advance(500ms);
    CHECK(site.tries("314159").right);
}

TEST_CASE("S1 a right PIN strikes out its own card's wrong ones and nobody else's") {
    const Site site;
    const std::string other = StaffRegister::open(site.folder.path() / kRegisterFileName)
                                  .value()
                                  .add("04ffffffffffff", Role::attendant, "161803", {})
                                  .value()
                                  .mark;
    for (int i = 0; i < 3; ++i)
        site.tries("271828");
    REQUIRE(site.gate().tryPin(other, Pin("161803")).value().right);
    CHECK(site.lockedFor() == 60s);
}

TEST_CASE("S1 a clock set back makes no lock shorter and none endless") {
    Site site;
    for (int i = 0; i < 3; ++i)
        site.tries("271828");
    site.clock.advance(30s);
    site.clock.setWall(site.clock.wall() - 24h);
    CHECK(site.lockedFor() == 60s);
    site.clock.advance(60s);
    CHECK(site.lockedFor() == 0s);
}

TEST_CASE("S1 a try counts before it is judged: pulling the plug gives none back") {
    const Site site;
    LockBook book = LockBook::open(site.folder.path() / kLocksFileName).value();
    REQUIRE(book.tryBegins(site.mark, site.clock.wall()));
    // The power goes here: nobody has heard what became of the PIN.
    CHECK(site.tries("271828").triesLeft == 1);
}

TEST_CASE("S1 a try counts before it is judged: a judgement that breaks off has used it up") {
    const Site site;
    {
        const JudgingBroken broken;
        CHECK(site.gate().tryPin(site.mark, Pin("314159")).error().code() == "staff.stretch");
    }
    CHECK(site.tries("271828").triesLeft == 1);
}

TEST_CASE("S1 a card struck off the register while its PIN is typed lets nobody in") {
    const Site site;
    REQUIRE(StaffRegister::open(site.folder.path() / kRegisterFileName).value().remove(site.mark));
    CHECK(site.gate().tryPin(site.mark, Pin("314159")).error().code() == "staff.no-such-card");
    CHECK_FALSE(site.gate().cardLaid(kCard).value());
}

TEST_CASE("S1 a spoilt book of locks lets nobody in") {
    const Site site;
    for (const auto* spoilt :
         {"", "[]", R"({"ab":7})", R"({"ab":{"wrong":1}})", R"({"ab":{"wrong":1,"last":"soon"}})",
          R"({"ab":{"wrong":"1","last":"2026-11-23T10:00:00Z"}})"}) {
        REQUIRE(writeFile(site.folder.path() / kLocksFileName, bytesOf(spoilt)));
        INFO(spoilt);
        CHECK(site.gate().cardLaid(kCard).error().code() == "staff.locks");
        CHECK(site.gate().tryPin(site.mark, Pin("314159")).error().code() == "staff.locks");
    }
    REQUIRE(std::filesystem::remove(site.folder.path() / kLocksFileName));
    REQUIRE(std::filesystem::create_directory(site.folder.path() / kLocksFileName));
    CHECK(site.gate().tryPin(site.mark, Pin("314159")).error().code() == "staff.locks");
}

} // namespace kiosk::staff
