// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/base/files.h"
#include "firmware/update/grub_environment.h"
#include "firmware/update/slots.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::test {
namespace {

using update::GrubEnvironment;
using update::Slot;
using update::Slots;

/// A loader's file that says this, as grub-editenv writes it.
std::string blockOf(std::string lines) {
    std::string block = "# GRUB Environment Block\n" + std::move(lines);
    block.resize(GrubEnvironment::kSize, '#');
    return block;
}

struct LoaderFile {
    explicit LoaderFile(const std::string& text) { REQUIRE(writeFile(path, bytesOf(text))); }
    std::string text() const { return toText(*readFile(path)); }

    tests::TemporaryFolder folder;
    std::filesystem::path path = folder.path() / "grubenv";
};

} // namespace

TEST_CASE("F3 a new disk's slots have a few tries each") {
    const LoaderFile file(blockOf("order=a b\n"));
    CHECK(update::readSlots(file.path) == Slots{});
}

TEST_CASE("the loader's letters are tries, and its order is read") {
    const LoaderFile file(blockOf("order=b a\na_tries=\nb_tries=xx\n"));
    const auto slots = update::readSlots(file.path);
    REQUIRE(slots);
    CHECK(*slots == Slots{.first = Slot::b, .triesA = 0, .triesB = 2});
}

TEST_CASE("F4 a slot seen to work has more tries than power blips come in a row") {
    const LoaderFile file(blockOf("a_tries=\nb_tries=xx\norder=a b\n"));
    REQUIRE(update::markGood(file.path, Slot::a));
    const auto slots = update::readSlots(file.path);
    REQUIRE(slots);
    CHECK(slots->tries(Slot::a) == Slots::kTriesOfGood);
    CHECK(slots->tries(Slot::a) > 10);
    CHECK(slots->tries(Slot::b) == 2);
    CHECK(slots->first == Slot::a);
}

TEST_CASE("F1 marking a slot changes no more than a disk writes at once") {
    constexpr std::size_t kSector = 512;
    const LoaderFile file(blockOf("order=a b\na_tries=xxx\nb_tries=xxx\n"));
    const std::string before = file.text();
    REQUIRE(update::markGood(file.path, Slot::b));
    const std::string after = file.text();
    REQUIRE(after.size() == GrubEnvironment::kSize);
    CHECK(after.substr(0, kSector) != before.substr(0, kSector));
    CHECK(after.substr(kSector) == before.substr(kSector));
}

TEST_CASE("what others keep in the loader's file stays") {
    const LoaderFile file(blockOf("order=a b\nsaved=1=2\n"));
    REQUIRE(update::markGood(file.path, Slot::a));
    const auto environment = GrubEnvironment::parse(*readFile(file.path));
    REQUIRE(environment);
    CHECK(environment->get("saved") == "1=2");
    CHECK(environment->get("order") == "a b");
}

TEST_CASE("a damaged loader's file is made whole by the slot that runs") {
    const LoaderFile file(
        GENERATE(std::string("half a bl"), std::string(), std::string(1024, '\0')));
    CHECK(update::readSlots(file.path) == Slots{});
    REQUIRE(update::markGood(file.path, Slot::a));
    CHECK(update::readSlots(file.path)->tries(Slot::a) == Slots::kTriesOfGood);
    CHECK(file.text().size() == GrubEnvironment::kSize);
}

TEST_CASE("a loader's file that is not there is an error, and none is made") {
    const tests::TemporaryFolder folder;
    const auto path = folder.path() / "grubenv";
    CHECK(update::readSlots(path).error().code() == "file.open");
    CHECK(update::markGood(path, Slot::a).error().remedy() == Remedy::technician);
    CHECK_FALSE(std::filesystem::exists(path));
}

TEST_CASE("the slot that runs stands on the kernel's command line") {
    CHECK(update::runningSlot("ro quiet kiosk.slot=b kiosk.roothash=00\n") == Slot::b);
    CHECK(update::runningSlot("kiosk.slot=a") == Slot::a);
    CHECK(update::runningSlot("kiosk.slot=c ro\n") == std::nullopt);
    CHECK(update::runningSlot("xkiosk.slot=a ro\n") == std::nullopt);
    CHECK(update::runningSlot("ro\n") == std::nullopt);
}

} // namespace kiosk::test
