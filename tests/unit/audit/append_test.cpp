// SPDX-License-Identifier: Apache-2.0
#include <csignal>
#include <fstream>

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "firmware/base/random.h"
#include "tests/unit/audit/kept_record.h"

// S2: how the record is added to: through power cuts, beside other processes, over bounds, and over
// what somebody has done to it.

namespace kiosk::audit {

namespace {

using Path = std::filesystem::path;

constexpr std::size_t kSlot = 4096;

std::string contentOf(const Path& file) {
    const auto bytes = readFile(file);
    return bytes ? toText(*bytes) : std::string();
}

/// Written over, not made anew: a file system may wait for the disk at that.
void put(const Path& file, std::string_view content) {
    std::ofstream(file, std::ios::app);
    std::fstream(file, std::ios::in | std::ios::out | std::ios::binary) << content;
    std::filesystem::resize_file(file, content.size());
}

/// The two files that an append writes to, in this order.
struct OnDisk {
    Path lines;
    Path heads;
    std::string linesContent = contentOf(lines);
    std::string headsContent = contentOf(heads);

    explicit OnDisk(const Path& folder)
        : lines(folder / "0000000001.jsonl"), heads(folder / "head") {}
    void putBack() const {
        put(lines, linesContent);
        put(heads, headsContent);
    }
};

/// What a cut leaves is whole; says how many records it has.
std::uint64_t countAfterCut(const KeptRecord& record) {
    const Judgement judged = record.judged();
    CAPTURE(name(judged.fault), judged.from);
    REQUIRE(judged.isWhole());
    return judged.count;
}

/// And it stays so when the kiosk goes on. At some places: the disk is waited for.
void goOn(KeptRecord& record, std::size_t place) {
    if (place % 41 != 0)
        return;
    const Judgement judged = record.judged();
    record.add();
    const Judgement after = record.judged();
    REQUIRE(after.isWhole());
    CHECK_FALSE(after.isUnfinished);
    CHECK(after.count == judged.count + 1);
}

void cutEverywhere(int recordsBefore) {
    KeptRecord record(recordsBefore);
    const OnDisk before(record.folder());
    record.add();
    const OnDisk after(record.folder());
    const auto all = static_cast<std::uint64_t>(recordsBefore) + 1;
    // In the line: what of it came to the disk, or room for it without its content.
    for (std::size_t size = before.linesContent.size(); size <= after.linesContent.size(); ++size) {
        for (const bool isZeroed : {false, true}) {
            std::string cut = after.linesContent.substr(0, size);
            if (isZeroed)
                std::fill(cut.begin() + std::ssize(before.linesContent), cut.end(), '\0');
            put(before.lines, cut);
            put(before.heads, before.headsContent);
            CAPTURE(size, isZeroed);
            const bool isThere = size == after.linesContent.size() && !isZeroed;
            REQUIRE(countAfterCut(record) == all - (isThere ? 0 : 1));
            goOn(record, size);
        }
    }
    // In the head: each of its bytes old or new.
    for (std::size_t size = 0; size <= kSlot; size += 3) {
        after.putBack();
        std::string cut = before.headsContent;
        cut.resize(after.headsContent.size(), '\0');
        const std::size_t slot = all % 2 * kSlot;
        cut.replace(slot, size, after.headsContent, slot, size);
        put(before.heads, cut);
        CAPTURE(size);
        REQUIRE(countAfterCut(record) == all);
        goOn(record, size / 3);
    }
}

/// Appends until it is killed, and says each number it was promised.
[[noreturn]] void appendForever(KeptRecord& record, int promises) {
    for (auto tip = record.tryToAdd(); tip; tip = record.tryToAdd())
        if (::write(promises, &tip->number, sizeof tip->number) != sizeof tip->number)
            break;
    ::_exit(1);
}

std::uint64_t promisedUntilKilled(KeptRecord& record, std::uint64_t enough) {
    int promises[2];
    REQUIRE(::pipe(promises) == 0);
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(promises[0]);
        appendForever(record, promises[1]);
    }
    ::close(promises[1]);
    std::uint64_t number = 0;
    for (std::uint64_t count = 0; ::read(promises[0], &number, sizeof number) == sizeof number;)
        if (++count == enough)
            ::kill(child, SIGKILL);
    ::close(promises[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    CHECK(WIFSIGNALED(status));
    return number;
}

std::size_t filesIn(const Path& folder) {
    const std::filesystem::directory_iterator all(folder);
    return static_cast<std::size_t>(std::count_if(
        begin(all), end(all), [](const auto& entry) { return firstNumberOf(entry.path()); }));
}

/// The file in which this record lies.
Path fileOf(const Path& folder, std::uint64_t number) {
    Path file;
    std::uint64_t first = 0;
    for (const auto& each : std::filesystem::directory_iterator(folder)) {
        const auto begins = firstNumberOf(each.path());
        if (!begins || *begins > number || *begins < first)
            continue;
        first = *begins;
        file = each.path();
    }
    return file;
}

/// Two lines a file, four files.
constexpr Bounds kFew{.segmentBytes = 600, .mostSegments = 4};

/// Goes on with a record that somebody has been at, and looks whether that is still found.
void checkNotForgotten(KeptRecord& record, Fault fault, std::uint64_t from,
                       std::string_view found) {
    for (int i = 0; i < 3; ++i) {
        record.add();
        const Judgement judged = record.judged();
        CAPTURE(i, judged.from, judged.found);
        CHECK(name(judged.fault) == name(fault));
        CHECK(judged.from == from);
    }
    const std::string all = contentOf(record.folder() / "0000000001.jsonl");
    CHECK(all.find("record.not-whole") != std::string::npos);
    CHECK(all.find(found) != std::string::npos);
}

} // namespace

TEST_CASE("S2 power that goes at any byte of an append leaves a record that is whole") {
    for (const int before : {1, 2})
        cutEverywhere(before);
}

TEST_CASE("S2 power that goes in the first append of all leaves a record that is whole") {
    KeptRecord record(1);
    const OnDisk after(record.folder());
    for (std::size_t size = 0; size <= after.linesContent.size(); ++size) {
        put(after.lines, after.linesContent.substr(0, size));
        put(after.heads, "");
        const bool isThere = size == after.linesContent.size();
        CAPTURE(size);
        REQUIRE(countAfterCut(record) == (isThere ? 1 : 0));
        goOn(record, size);
    }
}

TEST_CASE("S2 a process killed between any two steps has kept all it promised") {
    KeptRecord record(1);
    SeededRandom random(20261127);
    for (int round = 0; round < 30; ++round) {
        const std::uint64_t before = record.judged().last.number;
        const std::uint64_t promised = promisedUntilKilled(record, 1 + random.next() % 20);
        const Judgement judged = record.judged();
        CAPTURE(round, name(judged.fault), judged.from, before);
        REQUIRE(judged.isWhole());
        // One more may be on the disk than the child lived to say.
        CHECK(judged.last.number >= promised);
        CHECK(judged.last.number <= promised + 1);
    }
}

TEST_CASE("S2 several processes add to one record, and each record follows the one before") {
    constexpr int kProcesses = 4;
    constexpr int kEach = 25;
    KeptRecord record(1);
    std::vector<pid_t> children;
    for (int i = 0; i < kProcesses; ++i) {
        children.push_back(::fork());
        if (children.back() != 0)
            continue;
        bool isDone = true;
        for (int count = 0; count < kEach; ++count)
            isDone = record.tryToAdd().has_value() && isDone;
        ::_exit(isDone ? 0 : 1);
    }
    for (const pid_t child : children) {
        int status = 0;
        ::waitpid(child, &status, 0);
        CHECK(status == 0);
    }
    CHECK(record.judged().isWhole());
    CHECK(record.judged().count == 1 + kProcesses * kEach);
}

TEST_CASE("S2 the record has its bounds, and what was taken from its beginning is on record") {
    KeptRecord record(0, kFew);
    std::uint64_t first = 1;
    for (int i = 0; i < 60; ++i) {
        record.add();
        const Judgement judged = record.judged();
        CAPTURE(i, name(judged.fault), judged.from);
        REQUIRE(judged.isWhole());
        CHECK(filesIn(record.folder()) <= kFew.mostSegments);
        CHECK(judged.first >= first);
        first = judged.first;
    }
    CHECK(first > 40);
    // The oldest file is gone without a word of the kiosk's.
    std::filesystem::remove(fileOf(record.folder(), first));
    const Judgement judged = record.judged();
    CHECK(name(judged.fault) == "deleted");
    CHECK(judged.from == first);
    CHECK(judged.through > first);
}

TEST_CASE("S2 power that goes before the oldest file is removed leaves a record that is whole") {
    KeptRecord record(0, kFew);
    const Path oldest = record.folder() / "0000000001.jsonl";
    std::string content;
    while (!std::filesystem::exists(oldest) || filesIn(record.folder()) < kFew.mostSegments)
        record.add();
    for (int i = 0; std::filesystem::exists(oldest) && i < 10; ++i) {
        content = contentOf(oldest);
        record.add();
    }
    REQUIRE_FALSE(std::filesystem::exists(oldest));
    put(oldest, content);
    CHECK(record.judged().isWhole());
    CHECK(record.judged().first == 1);
    for (int i = 0; i < 10; ++i) {
        record.add();
        REQUIRE(record.judged().isWhole());
    }
    CHECK_FALSE(std::filesystem::exists(oldest)); // and another turn takes it away
    CHECK(filesIn(record.folder()) <= kFew.mostSegments);
}

TEST_CASE("S2 a quick look at the newest files finds what was done to them") {
    KeptRecord record(30, kFew);
    const auto look = [&record] {
        return judge(readFolder(record.folder(), Reads::newest).value(), record.key.known(),
                     Reads::newest);
    };
    CHECK(look().isWhole());
    CHECK(look().count < record.judged().count);
    const std::uint64_t last = look().last.number;
    const Path newest = fileOf(record.folder(), last);
    std::string spoilt = contentOf(newest);
    spoilt[40] ^= 1;
    put(newest, spoilt);
    CHECK(name(look().fault) == "altered");
    std::filesystem::remove(newest);
    CHECK(name(look().fault) == "cut-off");
    CHECK(look().through == last);
}

TEST_CASE("S2 what was done to a record is not forgotten when the kiosk goes on") {
    KeptRecord record(8);
    const OnDisk sound(record.folder());
    const std::string& lines = sound.linesContent;
    const std::size_t lastLine = lines.rfind('\n', lines.size() - 2) + 1;
    SECTION("the end cut off") {
        put(sound.lines, lines.substr(0, lastLine));
        checkNotForgotten(record, Fault::deleted, 8, "cutOff");
    }
    SECTION("the end cut off in the middle of a record") {
        put(sound.lines, lines.substr(0, lastLine + 100));
        checkNotForgotten(record, Fault::altered, 8, "cutOff");
    }
    SECTION("all cut off") {
        put(sound.lines, "");
        checkNotForgotten(record, Fault::deleted, 1, "cutOff");
    }
    SECTION("the last record altered") {
        std::string spoilt = lines;
        spoilt[lastLine + 30] ^= 1;
        put(sound.lines, spoilt);
        checkNotForgotten(record, Fault::altered, 8, "altered");
    }
    SECTION("the head gone") {
        std::filesystem::remove(sound.heads);
        checkNotForgotten(record, Fault::found, 9, "noHead");
    }
    SECTION("head and last record of nobody") {
        std::filesystem::remove(sound.heads);
        put(sound.lines, lines.substr(0, lastLine) + "nobody's\n");
        checkNotForgotten(record, Fault::altered, 8, "altered");
    }
}

TEST_CASE("S2 a head that is older than its record is not forgotten when the kiosk goes on") {
    KeptRecord record(3);
    const OnDisk earlier(record.folder());
    for (int i = 0; i < 4; ++i)
        record.add();
    put(earlier.heads, earlier.headsContent);
    CHECK(name(record.judged().fault) == "older-head");
    checkNotForgotten(record, Fault::found, 8, "olderHead");
}

TEST_CASE("S2 a disk that is full costs a record, and no other") {
    KeptRecord record(40); // more than a head: there is room for that still
    const OnDisk before(record.folder());
    REQUIRE(before.linesContent.size() > before.headsContent.size());
    rlimit room{};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &room) == 0);
    const auto signal = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit none{.rlim_cur = before.linesContent.size() + 100, .rlim_max = room.rlim_max};
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &none) == 0);
    const auto kept = record.tryToAdd();
    ::setrlimit(RLIMIT_FSIZE, &room);
    std::signal(SIGXFSZ, signal);
    REQUIRE_FALSE(kept);
    CHECK(kept.error().code() == "audit.not-written");
    CHECK(kept.error().remedy() == Remedy::technician);
    CHECK(contentOf(before.lines) == before.linesContent);
    CHECK(record.judged().isWhole());
    CHECK(record.add().number == 41);
    CHECK(record.judged().isWhole());
}

TEST_CASE("S2 who does not own the record adds to it and makes no file that the owner cannot use") {
    if (::geteuid() != 0) {
        WARN("only root can act as somebody who does not own a folder");
        return;
    }
    constexpr uid_t kOwner = 12345;
    KeptRecord record(2, kFew);
    const Path folder = record.folder();
    REQUIRE(::chown(folder.c_str(), kOwner, kOwner) == 0);
    for (int i = 0; i < 5; ++i)
        record.add();
    CHECK(record.judged().isWhole());
    CHECK(record.judged().count == 7);
    CHECK(filesIn(folder) == 1);
    for (const auto& each : std::filesystem::directory_iterator(folder))
        std::filesystem::remove(each.path());
    const auto kept = record.tryToAdd();
    REQUIRE_FALSE(kept);
    CHECK(kept.error().code() == "audit.not-begun");
    CHECK(std::filesystem::is_empty(folder));
}

TEST_CASE("S2 the record is for its owner's eyes") {
    const KeptRecord record(1);
    for (const auto& each : std::filesystem::directory_iterator(record.folder())) {
        struct stat facts{};
        REQUIRE(::stat(each.path().c_str(), &facts) == 0);
        CHECK((facts.st_mode & 0077U) == 0);
    }
    struct stat facts{};
    REQUIRE(::stat(record.folder().c_str(), &facts) == 0);
    CHECK((facts.st_mode & 0777U) == 0700);
}

TEST_CASE("S2 F6 what a later version wrote is gone on with, and judged") {
    KeptRecord record(3);
    const OnDisk before(record.folder());
    const std::string last = record.stored().lines.back();
    const std::string later = signedText(Signs::record,
                                         {{"form", 2},
                                          {"number", 4},
                                          {"at", "2027-01-01T00:00:00Z"},
                                          {"event", "moon.landed"},
                                          {"key", "3F7A-09C2-11D0-5E6B-77A0"},
                                          {"before", digestOf(last)},
                                          {"with", {{"more", "than we know"}}}},
                                         record.key.signer())
                                  .value();
    put(before.lines, before.linesContent + later + "\n");
    CHECK(record.judged().isWhole());
    CHECK(record.add().number == 5);
    CHECK(record.judged().isWhole());
    CHECK(record.judged().count == 5);
}

TEST_CASE("S2 a copy is judged as the record it was made of, and by the key alone") {
    KeptRecord record(6);
    const std::string copy = copyOf(record.stored(), record.key.known());
    const Judgement judged = judge(readCopy(copy), record.key.known());
    CHECK(judged.isWhole());
    CHECK(judged.count == 6);
    CHECK(judged.last.digest == record.judged().last.digest);
    CHECK(headIn(readCopy(copy).heads.front())->point == record.key.signer().point);
    std::uint64_t whole = 0;
    for (std::size_t size = 0; size < copy.size() - 1; ++size) {
        CAPTURE(size);
        const Judgement cut = judge(readCopy(copy.substr(0, size)), record.key.known());
        // One record without a head may be all that there ever was.
        CHECK(cut.isWhole() == (whole <= 1));
        whole += copy[size] == '\n' ? 1 : 0;
    }
    CHECK(name(judge(readCopy(copy), record.stranger.known()).fault) == "other-key");
}

} // namespace kiosk::audit
