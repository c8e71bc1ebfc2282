// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/audit/kept_record.h"

// S2: a record goes on whole over a change of the kiosk's key, from whichever key it is judged, and
// nobody goes on with it who was not handed it.

namespace kiosk::audit {

namespace {

/// Three keys in turn, and somebody's own.
struct Reigned {
    tests::TemporaryFolder above;
    std::filesystem::path folder = above.path() / kFolderName;
    Bounds bounds{};
    FakeKey first{"3F7A-09C2-11D0-5E6B-77A0"};
    FakeKey second{"5EC0-5EC0-5EC0-5EC0-5EC0"};
    FakeKey third{"7A1D-7A1D-7A1D-7A1D-7A1D"};
    FakeKey stranger{"0BAD-0BAD-0BAD-0BAD-0BAD"};

    Record by(const FakeKey& key) const {
        return {folder, {"kiosk", "9c1d04e2"}, key.signer(), key.known(), bounds};
    }
    void add(const FakeKey& key, int count = 1) const {
        for (int i = 0; i < count; ++i)
            REQUIRE(by(key).append(entry<"copy.printed">("990000", i), kNoon));
    }
    void handOver(const FakeKey& from, const FakeKey& to) const {
        REQUIRE(by(from).append(entry<"key.handed-over">(toHex(to.point())), kNoon));
    }
    Stored stored() const { return readFolder(folder, Reads::all).value(); }
    Judgement judged(const FakeKey& key) const { return judge(stored(), key.known()); }
};

std::string faultBy(const Reigned& record, const FakeKey& key) {
    return std::string(name(record.judged(key).fault));
}

} // namespace

TEST_CASE("S2 a record is whole over two changes of the key, by whichever of them it is judged") {
    const Reigned record;
    record.add(record.first, 3);
    record.handOver(record.first, record.second);
    REQUIRE(record.by(record.second).takeOver(kNoon));
    record.add(record.second, 2);
    record.handOver(record.second, record.third);
    record.add(record.third, 2); // takes over by itself
    for (const FakeKey& key : {record.first, record.second, record.third}) {
        const Judgement judged = record.judged(key);
        CHECK(name(judged.fault) == "none");
        CHECK(judged.count == 11);
        CHECK(judged.key == record.third.known().key);
        CHECK_FALSE(judged.isUnfinished);
        CHECK(judge(record.stored(), key.known(), Reads::newest).isWhole());
    }
    CHECK(faultBy(record, record.stranger) == "other-key");
}

TEST_CASE("S2 a key that was handed over to and never began leaves the record to the one before") {
    const Reigned record;
    record.add(record.first, 2);
    record.handOver(record.first, record.second);
    CHECK(faultBy(record, record.first) == "none");
    record.add(record.first, 2); // the change was cut: the key is the one that was
    CHECK(faultBy(record, record.first) == "none");
    CHECK(record.judged(record.first).key == record.first.known().key);
    record.handOver(record.first, record.third);
    record.add(record.third);
    CHECK(faultBy(record, record.first) == "none");
    CHECK(faultBy(record, record.third) == "none");
}

TEST_CASE("S2 who was not handed the record cannot go on with it") {
    const Reigned record;
    record.add(record.first, 3);
    record.handOver(record.first, record.second);
    record.add(record.stranger); // says of itself that it found the record not whole
    CHECK(faultBy(record, record.first) == "other-key");
    const Reigned other;
    other.add(other.first, 3);
    other.handOver(other.stranger, other.stranger);
    CHECK(faultBy(other, other.first) != "none");
}

TEST_CASE("S2 one key's word alone is no change: both have to sign") {
    const Reigned record;
    record.add(record.first, 3);
    const Stored sound = record.stored();
    const auto lineBy = [](const FakeKey& key, const Entry& entry, const std::string& before) {
        const News news{lineIn(before)->number + 1, digestOf(before), kNoon};
        return lineOf(entry, news, {"kiosk", "0"}, key.signer()).value();
    };
    // Each of the two lines by the right key, or by somebody's.
    for (const FakeKey& last : {record.first, record.stranger})
        for (const FakeKey& begins : {record.second, record.stranger}) {
            Stored changed = sound;
            const auto add = [&](const FakeKey& key, const Entry& entry) {
                changed.lines.push_back(lineBy(key, entry, changed.lines.back()));
            };
            add(last, entry<"key.handed-over">(toHex(record.second.point())));
            add(begins, entry<"key.taken-over">(toHex(record.first.point())));
            const auto line = lineIn(changed.lines.back()).value();
            changed.heads = {
                headOf({line.number, digestOf(changed.lines.back()), "now"}, begins.signer())
                    .value()};
            const bool isReal = last.known().key == record.first.known().key &&
                                begins.known().key == record.second.known().key;
            CAPTURE(last.known().key, begins.known().key);
            CHECK(judge(changed, record.first.known()).isWhole() == isReal);
        }
}

TEST_CASE("S2 a key that has handed over signs nothing any more") {
    const Reigned record;
    record.add(record.first, 2);
    record.handOver(record.first, record.second);
    record.add(record.second, 2);
    Stored stored = record.stored();
    stored.lines.push_back(lineBehind(&stored.lines.back(), record.first));
    CHECK(name(judge(stored, record.second.known()).fault) != "none");
    CHECK(name(judge(stored, record.first.known()).fault) != "none");
    record.add(record.first); // on the disk too
    CHECK(faultBy(record, record.second) != "none");
}

TEST_CASE("S2 harm before and behind the change is found at its place") {
    const Reigned record;
    record.add(record.first, 3);
    record.handOver(record.first, record.second);
    record.add(record.second, 3); // 1 2 3 handed taken 6 7 8
    const Stored sound = record.stored();
    REQUIRE(sound.lines.size() == 8);
    for (std::size_t at = 0; at < sound.lines.size(); ++at)
        for (const FakeKey& key : {record.first, record.second}) {
            CAPTURE(at, key.known().key);
            Stored harmed = sound;
            harmed.lines[at][harmed.lines[at].find("kiosk")] = 'K';
            const Judgement judged = judge(harmed, key.known());
            CHECK_FALSE(judged.isWhole());
            harmed = sound;
            harmed.lines.erase(harmed.lines.begin() + static_cast<std::ptrdiff_t>(at));
            CHECK_FALSE(judge(harmed, key.known()).isWhole());
        }
}

TEST_CASE("S2 what was taken from the beginning is believed of the key that signed it then") {
    const Reigned record{.bounds = {.segmentBytes = 1500, .mostSegments = 3}};
    record.add(record.first, 20);
    record.handOver(record.first, record.second);
    record.add(record.second, 3);
    REQUIRE(record.judged(record.second).first > 1);
    CHECK(faultBy(record, record.second) == "none");
    record.add(record.second, 30); // and of a change that is gone itself
    CHECK(faultBy(record, record.second) == "none");
}

TEST_CASE("S2 power that goes while the next key begins leaves the record whole") {
    const Reigned record;
    record.add(record.first, 3);
    record.handOver(record.first, record.second);
    const auto contentOf = [&](const char* file) {
        return toText(readFile(record.folder / file).value());
    };
    const std::string lines = contentOf("0000000001.jsonl");
    const std::string heads = contentOf("head");
    REQUIRE(record.by(record.second).takeOver(kNoon));
    const std::string after = contentOf("0000000001.jsonl");
    const std::string headsAfter = contentOf("head");
    const auto put = [&](std::string_view text, std::string_view head) {
        REQUIRE(writeFile(record.folder / "0000000001.jsonl", bytesOf(std::string(text))));
        REQUIRE(writeFile(record.folder / "head", bytesOf(std::string(head))));
    };
    for (std::size_t size = lines.size(); size <= after.size(); size += 19) {
        put(after.substr(0, size), heads);
        CAPTURE(size);
        CHECK(faultBy(record, record.first) == "none");
        record.add(record.second);
        CHECK(faultBy(record, record.second) == "none");
        CHECK(faultBy(record, record.first) == "none");
    }
    put(after, heads); // the line is there, the head is the other key's
    CHECK(faultBy(record, record.second) == "none");
    record.add(record.second);
    CHECK(faultBy(record, record.second) == "none");
    for (std::size_t size = 0; size < headsAfter.size(); size += 211) { // in the head
        std::string cut = heads;
        cut.resize(headsAfter.size(), '\0');
        for (std::size_t at = 0; at < size; ++at)
            cut[at] = headsAfter[at];
        put(after, cut);
        CAPTURE(size);
        record.add(record.second);
        CHECK(faultBy(record, record.second) == "none");
    }
}

} // namespace kiosk::audit
