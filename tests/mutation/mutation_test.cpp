// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/mutation/judge.h"
#include "tests/support/sample_licences.h"

using namespace kiosk;
using namespace kiosk::tests;
using namespace kiosk::tests::mutation;

namespace {

constexpr std::uint64_t kSeed = 38540;

const World& world() {
    static const World made;
    return made;
}

std::size_t total(const Judge& judge, Outcome outcome) {
    std::size_t sum = 0;
    for (const auto& [kind, counts] : judge.counts())
        sum += counts.at(static_cast<std::size_t>(outcome));
    return sum;
}

} // namespace

TEST_CASE("V1 of 20000 single mutations none that changes what is shown or signed is valid") {
    constexpr std::uint64_t kRounds = 20'000;
    Judge judge(world());
    for (std::uint64_t round = 0; round < kRounds; ++round) {
        const Mutant mutant = makeMutant(world(), kSeed, round);
        INFO("seed " << kSeed << ", round " << round << ": " << mutant.kind << " in "
                     << mutant.origin->name);
        CHECK(judge.judge(mutant) != Outcome::falseAccept);
    }
    for (const auto& [kind, counts] : judge.counts()) {
        INFO(kind);
        CHECK(std::ranges::any_of(counts, [](std::size_t count) { return count > 0; }));
    }
    CHECK(total(judge, Outcome::notValid) > kRounds / 3);
    CHECK(total(judge, Outcome::cannotTell) > 0);
}

TEST_CASE("V1 of 400 good variations none is judged anything but valid") {
    for (std::uint64_t round = 0; round < 400; ++round) {
        const Variation variation = makeVariation(world(), kSeed, round);
        INFO("seed " << kSeed << ", round " << round << ": " << variation.description);
        CHECK(reasonsAgainst(world(), variation.file) == "");
    }
}

TEST_CASE("the campaign's judge tells a false accept from a harmless change") {
    const Specimen& sound = world().sound().front();
    const Specimen& other = world().sound().at(2); // valid, but not this licence
    Judge judge(world());
    CHECK(judge.judge({&sound, "a text", other.file}) == Outcome::falseAccept);
    CHECK(judge.judge({&sound, "a text", sound.file}) == Outcome::harmless);
    CHECK(judge.judge({&sound, "a text", toBytes("no archive")}) == Outcome::refused);
}

TEST_CASE("a mutant is the same whenever its seed and round are") {
    for (std::uint64_t round = 0; round < 50; ++round)
        CHECK(makeMutant(world(), 7, round).file == makeMutant(world(), 7, round).file);
}
