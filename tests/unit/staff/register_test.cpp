// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/base/files.h"
#include "firmware/staff/staff_register.h"
#include "tests/support/manual_clock.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::staff {

namespace {

constexpr auto kCard = "04a1b2c3d4e5f6";
constexpr auto kPin = "314159";

struct Desk {
    tests::TemporaryFolder folder;
    std::filesystem::path file = folder.path() / kRegisterFileName;
    tests::ManualClock clock;

    StaffRegister book() const { return StaffRegister::open(file).value(); }
    std::string text() const { return toText(readFile(file).value()); }
};

} // namespace

TEST_CASE("S1 a card on the register is found again, with its role and its PIN") {
    const Desk desk;
    REQUIRE(desk.book().add(kCard, Role::technician, kPin, desk.clock.wall()));
    const auto entry = desk.book().find(kCard).value();
    REQUIRE(entry);
    CHECK(entry->role == Role::technician);
    CHECK(isPinOf(*entry, kPin).value());
    CHECK_FALSE(isPinOf(*entry, "314158").value());
    CHECK_FALSE(desk.book().find("04a1b2c3d4e5f7").value());
}

TEST_CASE("S1 the register holds neither a card's number nor a PIN, and is its owner's alone") {
    const Desk desk;
    REQUIRE(desk.book().add(kCard, Role::attendant, kPin, desk.clock.wall()));
    REQUIRE(desk.book().add("04ffffffffffff", Role::attendant, kPin, desk.clock.wall()));
    CHECK(desk.text().find(kCard) == std::string::npos);
    CHECK(desk.text().find(kPin) == std::string::npos);
    const StaffRegister book = desk.book();
    CHECK(book.entries()[0].pin != book.entries()[1].pin); // the same PIN, salted apart
    using std::filesystem::perms;
    CHECK((std::filesystem::status(desk.file).permissions() &
           (perms::group_all | perms::others_all)) == perms::none);
}

TEST_CASE("S1 a card is on the register once, and a poor PIN never") {
    const Desk desk;
    REQUIRE(desk.book().add(kCard, Role::attendant, kPin, desk.clock.wall()));
    CHECK(desk.book().add(kCard, Role::supervisor, kPin, desk.clock.wall()).error().code() ==
          "staff.card-known");
    CHECK(desk.book().add("04ff", Role::attendant, "123456", desk.clock.wall()).error().code() ==
          "staff.pin-form");
    CHECK(desk.book().entries().size() == 1);
}

TEST_CASE("S1 a card taken off the register is nobody's") {
    const Desk desk;
    const auto entry = desk.book().add(kCard, Role::attendant, kPin, desk.clock.wall()).value();
    StaffRegister book = desk.book();
    CHECK(book.remove(entry.mark.substr(0, 4)).error().code() == "staff.no-such-card");
    CHECK(book.remove("ffffffffffff").error().code() == "staff.no-such-card");
    CHECK(book.remove(entry.mark.substr(0, 12)));
    CHECK_FALSE(desk.book().find(kCard).value());
}

TEST_CASE("S1 a register that is spoilt opens for nobody") {
    const Desk desk;
    for (const auto* spoilt :
         {"", "[]", "{}", R"({"cardSalt":"zz","staff":[]})", R"({"cardSalt":"00","staff":[7]})",
          R"({"cardSalt":"00","staff":[{"role":"owner"}]})",
          R"({"cardSalt":"00","staff":[{"role":"technician","card":"00","pinSalt":"00"}]})"}) {
        REQUIRE(writeFile(desk.file, bytesOf(spoilt)));
        INFO(spoilt);
        CHECK(StaffRegister::open(desk.file).error().code() == "staff.register");
    }
}

} // namespace kiosk::staff
