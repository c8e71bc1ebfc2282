// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "firmware/base/random.h"
#include "tests/unit/audit/kept_record.h"

// S2: every kind of harm, at every place of a record, is found and named rightly. Numbers are from
// 1: line i holds record i + 1.

namespace kiosk::audit {

namespace {

constexpr std::size_t kRecords = 9;

struct Harmed {
    KeptRecord record{static_cast<int>(kRecords)};
    const Stored sound = record.stored();
    const Known known = record.key.known();

    Judgement judged(const Stored& stored) const { return judge(stored, known); }
};

void checkGap(const Judgement& judged, Fault fault, std::uint64_t from, std::uint64_t through) {
    CHECK(name(judged.fault) == name(fault));
    CHECK(judged.from == from);
    CHECK(judged.through == through);
}

std::string text(const Stored& stored) {
    std::string all;
    for (const std::string& line : stored.lines)
        all += line + "\n";
    return all + stored.rest;
}

Stored withText(const Stored& sound, const std::string& all) {
    Stored stored = readCopy(all);
    stored.heads.insert(stored.heads.end(), sound.heads.begin(), sound.heads.end());
    return stored;
}

} // namespace

TEST_CASE("S2 a record that nobody touched is whole, at every length") {
    KeptRecord record;
    for (std::uint64_t count = 1; count <= 40; ++count) {
        const Tip tip = record.add();
        const Judgement judged = record.judged();
        REQUIRE(judged.isWhole());
        CHECK(judged.count == count);
        CHECK(judged.first == 1);
        CHECK(judged.last.number == count);
        CHECK(judged.last.digest == tip.digest);
        CHECK(judged.since == "2026-11-27T12:00:00Z");
        CHECK_FALSE(judged.isUnfinished);
    }
}

TEST_CASE("S2 a deleted record is found, whichever and however many") {
    const Harmed harmed;
    for (std::size_t first = 0; first < kRecords; ++first)
        for (std::size_t count = 1; first + count <= kRecords; ++count) {
            Stored stored = harmed.sound;
            const auto from = stored.lines.begin() + static_cast<std::ptrdiff_t>(first);
            stored.lines.erase(from, from + static_cast<std::ptrdiff_t>(count));
            const bool isEnd = first + count == kRecords;
            CAPTURE(first, count);
            checkGap(harmed.judged(stored), isEnd ? Fault::cutOff : Fault::deleted, first + 1,
                     first + count);
        }
}

TEST_CASE("S2 any byte of any record that is altered is found where it stands") {
    const Harmed harmed;
    const std::string sound = text(harmed.sound);
    std::map<Fault, int> faults;
    std::uint64_t number = 1;
    for (std::size_t at = 0; at < sound.size(); ++at) {
        for (const int flipped : {1, 16}) {
            std::string spoilt = sound;
            spoilt[at] = static_cast<char>(spoilt[at] ^ flipped);
            const Judgement judged = harmed.judged(withText(harmed.sound, spoilt));
            CAPTURE(at, flipped, name(judged.fault));
            REQUIRE(judged.from == number);
            ++faults[judged.fault];
        }
        number += sound[at] == '\n' ? 1 : 0;
    }
    // Without its line's end the last one is cut off; all else is altered.
    CHECK(faults.size() == 2);
    CHECK(faults[Fault::cutOff] == 2);
    CHECK(faults[Fault::altered] > 6'000);
}

TEST_CASE("S2 two records that changed places are found, any two") {
    const Harmed harmed;
    for (std::size_t one = 0; one < kRecords; ++one)
        for (std::size_t other = one + 1; other < kRecords; ++other) {
            Stored stored = harmed.sound;
            std::swap(stored.lines[one], stored.lines[other]);
            CAPTURE(one, other);
            checkGap(harmed.judged(stored), Fault::reordered, one + 1, other + 1);
        }
}

TEST_CASE("S2 an end that is cut off is found, at every byte") {
    const Harmed harmed;
    const std::string sound = text(harmed.sound);
    std::uint64_t whole = 0;
    for (std::size_t size = 0; size < sound.size(); ++size) {
        CAPTURE(size);
        checkGap(harmed.judged(withText(harmed.sound, sound.substr(0, size))), Fault::cutOff,
                 whole + 1, kRecords);
        whole += sound[size] == '\n' ? 1 : 0;
    }
}

TEST_CASE("S2 an older head, another's or none is found") {
    KeptRecord record;
    std::vector<std::vector<std::string>> heads;
    for (std::size_t i = 0; i < kRecords; ++i) {
        record.add();
        heads.push_back(record.stored().heads);
    }
    Stored stored = record.stored();
    for (std::size_t older = 0; older + 2 < kRecords; ++older) {
        stored.heads = heads[older];
        CAPTURE(older);
        checkGap(judge(stored, record.key.known()), Fault::olderHead, older + 2, kRecords);
    }
    // Of the last but one nothing is missing: power was cut before the last was written.
    stored.heads = heads[kRecords - 2];
    CHECK(judge(stored, record.key.known()).isWhole());
    CHECK(judge(stored, record.key.known()).isUnfinished);
    stored.heads = {};
    checkGap(judge(stored, record.key.known()), Fault::noHead, kRecords + 1, kRecords + 1);
    const Tip tip{kRecords, digestOf(stored.lines.back()), "2026-11-27T12:00:00Z"};
    stored.heads = {headOf(tip, record.stranger.signer()).value()};
    checkGap(judge(stored, record.key.known()), Fault::otherKey, kRecords + 1, kRecords + 1);
}

TEST_CASE("S2 a record that stands there once more is found, anywhere") {
    const Harmed harmed;
    for (std::size_t which = 0; which < kRecords; ++which)
        for (std::size_t at = 0; at <= kRecords; ++at) {
            Stored stored = harmed.sound;
            stored.lines.insert(stored.lines.begin() + static_cast<std::ptrdiff_t>(at),
                                harmed.sound.lines[which]);
            const std::uint64_t place = at == which ? at + 2 : at + 1; // of two alike the second
            CAPTURE(which, at);
            checkGap(harmed.judged(stored), Fault::inserted, place, place);
        }
}

TEST_CASE("S2 a stranger's record is found, linked or not, anywhere") {
    const Harmed harmed;
    for (std::size_t at = 0; at <= kRecords; ++at)
        for (const bool isLinked : {true, false}) {
            Stored stored = harmed.sound;
            const std::string* before = at == 0 ? nullptr : &harmed.sound.lines[at - 1];
            std::string line =
                lineBehind(isLinked ? before : &harmed.sound.lines.front(), harmed.record.stranger);
            stored.lines.insert(stored.lines.begin() + static_cast<std::ptrdiff_t>(at), line);
            CAPTURE(at, isLinked);
            // At the end nothing follows that would fit in its place.
            checkGap(harmed.judged(stored), at == kRecords ? Fault::otherKey : Fault::inserted,
                     at + 1, at + 1);
        }
}

TEST_CASE("S2 what a stranger wrote anew from some record on is found from there") {
    const Harmed harmed;
    for (std::size_t from = 0; from < kRecords; ++from)
        for (const bool keepsHead : {true, false}) {
            Stored stored = harmed.sound;
            for (std::size_t at = from; at < kRecords; ++at)
                stored.lines[at] =
                    lineBehind(at == 0 ? nullptr : &stored.lines[at - 1], harmed.record.stranger);
            const Tip tip{kRecords, digestOf(stored.lines.back()), ""};
            if (!keepsHead)
                stored.heads = {headOf(tip, harmed.record.stranger.signer()).value()};
            CAPTURE(from, keepsHead);
            checkGap(harmed.judged(stored), Fault::otherKey, from + 1, from + 1);
        }
}

TEST_CASE("S2 a record that was put back as it was earlier is found by a head known elsewhere") {
    KeptRecord record(5);
    const Stored earlier = record.stored();
    const Tip then = record.judged().last;
    record.add();
    record.add();
    const Tip now = record.judged().last;
    const KnownHead known{now.number, now.digest};
    // By itself it is whole: that is what cannot be found here.
    CHECK(judge(earlier, record.key.known()).isWhole());
    checkGap(judge(earlier, record.key.known(), Reads::all, known), Fault::cutOff, 6, 7);
    CHECK(judge(record.stored(), record.key.known(), Reads::all, known).isWhole());
    CHECK(
        judge(record.stored(), record.key.known(), Reads::all, KnownHead{then.number, then.digest})
            .isWhole());
    // And where the kiosk went on from there.
    Stored other = earlier;
    for (int i = 0; i < 3; ++i)
        other.lines.push_back(lineBehind(&other.lines.back(), record.key));
    other.heads = {headOf({8, digestOf(other.lines.back()), ""}, record.key.signer()).value()};
    CHECK(judge(other, record.key.known()).isWhole());
    checkGap(judge(other, record.key.known(), Reads::all, known), Fault::replaced, 7, 7);
}

TEST_CASE("S2 of ten thousand harms at random every one is found") {
    const Harmed harmed;
    const std::string sound = text(harmed.sound);
    SeededRandom random(20261127);
    const auto below = [&random](std::size_t most) {
        return static_cast<std::size_t>(random.next() % most);
    };
    int found = 0;
    for (int i = 0; i < 10'000; ++i) {
        std::string spoilt = sound;
        // Several at once, each anywhere.
        for (std::size_t harms = 1 + below(3); harms > 0 && !spoilt.empty(); --harms) {
            const std::size_t at = below(spoilt.size());
            const std::size_t size = std::min(spoilt.size() - at, 1 + below(600));
            switch (below(4)) {
            case 0:
                spoilt[at] = static_cast<char>(spoilt[at] ^ (1 + below(255)));
                break;
            case 1:
                spoilt.erase(at, size);
                break;
            case 2:
                spoilt.insert(below(spoilt.size()), spoilt.substr(at, size));
                break;
            default:
                spoilt.resize(at);
            }
        }
        const Judgement judged = harmed.judged(withText(harmed.sound, spoilt));
        CAPTURE(i, name(judged.fault), judged.from);
        if (spoilt == sound || spoilt.starts_with(sound))
            continue; // undone, or something behind the end that has no line's end: see append_test
        REQUIRE_FALSE(judged.isWhole());
        ++found;
    }
    CHECK(found > 9'900);
}

} // namespace kiosk::audit
