// SPDX-License-Identifier: Apache-2.0
#include "firmware/stick/volume.h"
#include "tests/unit/stick/image_port.h"

namespace kiosk::stick::tests {

namespace {

std::string found(const ImagePort& port) {
    const auto volume = findVolume(port.image());
    return volume ? std::to_string(volume->offset) : volume.error().code();
}

void partition(const ImagePort& port, const std::string& table) {
    shell("printf '" + table + "' | sfdisk " + port.image());
}

void formatAt(const ImagePort& port, int megabyte, const std::string& type = "mkfs.fat -C") {
    const std::string part = port.image() + ".part";
    std::filesystem::remove(part);
    shell(type + " " + part + " 4096");
    shell("dd if=" + part + " of=" + port.image() +
          " bs=1M conv=notrunc seek=" + std::to_string(megabyte));
}

} // namespace

TEST_CASE("G4 a stick's file system is found with a table of partitions and without one") {
    ImagePort port;
    CHECK(found(port) == "stick.no-file-system");
    port.format();
    CHECK(found(port) == "0");
    for (const std::string table : {"dos", "gpt"}) {
        const ImagePort parted;
        partition(parted, "label: " + table + "\\nstart=2M,size=4M\\n");
        CHECK(found(parted) == "stick.no-file-system");
        formatAt(parted, 2);
        CHECK(found(parted) == std::to_string(2U << 20));
    }
}

TEST_CASE("G4 where two file systems could be meant nobody guesses") {
    const ImagePort port;
    partition(port, "label: dos\\nstart=1M,size=4M\\nstart=6M,size=4M\\n");
    formatAt(port, 1);
    CHECK(found(port) == std::to_string(1U << 20)); // the other one holds none
    formatAt(port, 6);
    CHECK(found(port) == "stick.two-partitions");
}

TEST_CASE("G4 a file system that we do not read is named") {
    const ImagePort port;
    shell("mkfs.ext4 -q " + port.image());
    const auto volume = findVolume(port.image());
    REQUIRE_FALSE(volume);
    CHECK(volume.error().code() == "stick.other-file-system");
    CHECK(volume.error().detail() == "ext4");
}

TEST_CASE("G4 a stick that is gone, or smaller than it was, is not there") {
    ImagePort port;
    port.format();
    const auto volume = findVolume(port.image());
    REQUIRE(volume);
    CHECK(isThere(*volume));
    shell("truncate -s 8M " + port.image());
    CHECK_FALSE(isThere(*volume));
    CHECK(codeOf(settle(*volume)) == "stick.pulled");
    port.pull();
    CHECK(found(port) == "stick.pulled");
    std::filesystem::remove(port.image());
    CHECK(found(port) == "stick.pulled");
}

} // namespace kiosk::stick::tests
