// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <string>

#include "firmware/base/text.h"
#include "tests/mutation/judge.h"

namespace {

using namespace kiosk::tests::mutation;

/// How much to do, and where chance begins.
struct Plan {
    std::uint64_t seed = 1;
    std::uint64_t mutations = 1'000'000;
    std::uint64_t variations = 10'000;
};

bool setFrom(Plan& plan, std::string_view option, const char* value) {
    const auto number = kiosk::parseInteger(value);
    if (!number || *number < 0)
        return false;
    for (const auto& [name, field] : {std::pair{"--seed", &Plan::seed},
                                      {"--mutations", &Plan::mutations},
                                      {"--variations", &Plan::variations}})
        if (option == name) {
            plan.*field = static_cast<std::uint64_t>(*number);
            return true;
        }
    return false;
}

std::size_t falseAccepts(const World& world, const Plan& plan, Judge& judge) {
    std::size_t count = 0;
    for (std::uint64_t round = 0; round < plan.mutations; ++round) {
        const Mutant mutant = makeMutant(world, plan.seed, round);
        if (judge.judge(mutant) != Outcome::falseAccept)
            continue;
        ++count;
        std::printf("FALSE ACCEPT seed %llu round %llu: %s in %s\n",
                    static_cast<unsigned long long>(plan.seed),
                    static_cast<unsigned long long>(round), mutant.kind.c_str(),
                    mutant.origin->name.c_str());
    }
    return count;
}

std::size_t falseRejects(const World& world, const Plan& plan) {
    std::size_t count = 0;
    for (std::uint64_t round = 0; round < plan.variations; ++round) {
        const Variation variation = makeVariation(world, plan.seed, round);
        const std::string reasons = reasonsAgainst(world, variation.file);
        if (reasons.empty())
            continue;
        ++count;
        std::printf("FALSE REJECT seed %llu round %llu: %s: %s\n",
                    static_cast<unsigned long long>(plan.seed),
                    static_cast<unsigned long long>(round), variation.description.c_str(),
                    reasons.c_str());
    }
    return count;
}

void printCounts(const Judge& judge) {
    std::printf("%-36s %9s %9s %9s %9s %9s %9s\n", "kind", "refused", "notValid", "cannot",
                "harmless", "respelled", "FALSE");
    std::array<std::size_t, kOutcomes> sums{};
    for (const auto& [kind, counts] : judge.counts()) {
        std::printf("%-36s", kind.c_str());
        for (std::size_t i = 0; i < counts.size(); ++i) {
            std::printf(" %9zu", counts.at(i));
            sums.at(i) += counts.at(i);
        }
        std::puts("");
    }
    std::printf("%-36s", "all");
    for (const std::size_t sum : sums)
        std::printf(" %9zu", sum);
    std::puts("");
}

} // namespace

/// campaign_mutation [--seed N] [--mutations N] [--variations N]
int main(int count, char** words) {
    Plan plan;
    for (int i = 1; i < count; i += 2)
        if (i + 1 == count || !setFrom(plan, words[i], words[i + 1])) {
            std::fprintf(stderr, "usage: %s [--seed N] [--mutations N] [--variations N]\n",
                         words[0]);
            return 64;
        }
    const World world;
    Judge judge(world);
    const std::size_t accepts = falseAccepts(world, plan, judge);
    printCounts(judge);
    const std::size_t rejects = falseRejects(world, plan);
    std::printf("mutations %llu, false accepts %zu; good variations %llu, false rejects %zu\n",
                static_cast<unsigned long long>(plan.mutations), accepts,
                static_cast<unsigned long long>(plan.variations), rejects);
    return accepts + rejects == 0 ? 0 : 1;
}
