// SPDX-License-Identifier: Apache-2.0
#include "firmware/stick/fat_files.h"
#include "tests/unit/stick/image_port.h"

namespace kiosk::stick::tests {

namespace {

FatFiles filesOf(const ImagePort& port) {
    return FatFiles(findVolume(port.image()).value());
}

Result<Bytes> readWhole(const FatFiles& files, const std::string& name) {
    Bytes all;
    TRY(files.read(name, [&all](ByteView piece) -> Result<> {
        all.insert(all.end(), piece.begin(), piece.end());
        return {};
    }));
    return all;
}

} // namespace

TEST_CASE("S1 what reads a stick sees the stick and no other file of this system") {
    ImagePort port;
    port.format();
    const auto secret = port.room() / "secret";
    REQUIRE(writeFile(secret, bytesOf("kept")));
    std::string seen;
    const auto cat = [&](const std::string& file) {
        seen.clear();
        return runWalled({"/usr/bin/cat", file}, port.image(), Touches::reads, {},
                         [&seen](ByteView bytes) -> Result<> {
                             seen += toText(bytes);
                             return {};
                         });
    };
    CHECK(cat(secret.string()) == false);
    CHECK(cat("/etc/passwd") == false);
    CHECK(seen.empty());
    CHECK(cat(port.image()) == true);
    CHECK(seen.size() == std::size_t{ImagePort::kMegabytes} << 20U);
    // Nor does it write to a stick that is only to be read, or make a file anywhere.
    const auto writes = [&](const std::string& file, Touches touches) {
        return runWalled({"/usr/bin/dd", "if=/dev/null", "conv=notrunc", "of=" + file},
                         port.image(), touches, {}, [](ByteView) { return Result<>(); });
    };
    CHECK(writes(port.image(), Touches::reads) == false);
    CHECK(writes(port.image(), Touches::writes) == true);
    CHECK(writes((port.room() / "new").string(), Touches::writes) == false);
    CHECK_FALSE(std::filesystem::exists(port.room() / "new"));
}

TEST_CASE("G4 files are listed, written, read and removed as other computers see them") {
    ImagePort port;
    port.format();
    port.put("kiosk-1.2 new.raucb", noise(300'000));
    port.put("$odd.raucb", noise(3));
    const FatFiles files = filesOf(port);
    const auto list = files.list();
    REQUIRE(list);
    REQUIRE(list->size() == 1); // the other one's name is none that we ask for
    CHECK(list->front().name == "kiosk-1.2 new.raucb");
    CHECK(list->front().size == 300'000);
    CHECK(readWhole(files, "kiosk-1.2 new.raucb") == noise(300'000));
    const auto before = files.free();
    REQUIRE(files.write("report.zip", noise(70'000, 2)));
    CHECK(port.taken("report.zip") == noise(70'000, 2));
    CHECK(files.free().value() <= before.value() - 70'000);
    CHECK(files.free().value() > before.value() - 140'000);
    files.remove("report.zip");
    CHECK(files.free().value() == before.value());
    CHECK(codeOf(readWhole(files, "nothing.zip")) == "stick.unreadable");
}

TEST_CASE("G4 a damaged file system and a pulled stick are told apart") {
    ImagePort port;
    port.format();
    const FatFiles files = filesOf(port);
    shell("dd if=/dev/zero of=" + port.image() + " bs=64k count=1 conv=notrunc");
    CHECK(codeOf(files.list()) == "stick.unreadable");
    port.pull();
    CHECK(codeOf(files.list()) == "stick.pulled");
    CHECK(codeOf(files.free()) == "stick.pulled");
    CHECK(codeOf(files.write("a.zip", noise(10))) == "stick.pulled");
}

TEST_CASE("G4 names that mean something else to a program are never asked for") {
    for (const char* name : {"a.raucb", "Kiosk 1_2-3.raucb", "7"})
        CHECK(isPlainName(name));
    for (const char* name :
         {"", ".", "..", "-o", " a", "a/b", "a*", "a?", "[a]", "a:b", "a\\b", "a\nb", "证照.raucb"})
        CHECK_FALSE(isPlainName(name));
    CHECK_FALSE(isPlainName(std::string(101, 'a')));
}

} // namespace kiosk::stick::tests
