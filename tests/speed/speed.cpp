// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdio>
#include <span>

#include "firmware/base/text.h"
#include "tests/speed/compare/contests.h"
#include "tests/speed/instructions.h"
#include "tests/speed/report.h"

namespace {

using namespace kiosk;
using namespace kiosk::speed;

constexpr int kDefaultRounds = 7;
constexpr int kExitBroken = 2;
constexpr int kExitUsage = 64;

constexpr const char* kHelp =
    "Measures the spans of a visit, and ours beside others at equal work, and prints them as "
    "JSON:\n"
    "medians with least and most.\n\n"
    "  speed [--rounds N] [--instructions] [--brief] [NAME…]\n"
    "  speed --list    the spans and comparisons\n\n"
    "  --rounds N       times each span is measured, spans taking turns (default: 7)\n"
    "  --instructions   also counts instructions, where valgrind is installed\n"
    "  --brief          waits for nothing to settle: tells that all runs, not how well\n";

struct Options {
    int rounds = kDefaultRounds;
    bool instructions = false;
    bool brief = false;
    bool list = false;
    bool help = false;
    bool counted = false; ///< this is the process callgrind watches
    std::vector<std::string> names;
};

std::optional<Options> parse(std::span<char* const> words) {
    Options options;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view word = words[i];
        if (word == "--rounds" && i + 1 < words.size())
            options.rounds = static_cast<int>(parseInteger(words[++i]).value_or(0));
        else if (word == "--instructions")
            options.instructions = true;
        else if (word == "--brief")
            options.brief = true;
        else if (word == "--list")
            options.list = true;
        else if (word == "--help")
            options.help = true;
        else if (word == "--counted")
            options.counted = true;
        else if (!word.starts_with('-'))
            options.names.emplace_back(word);
        else
            return std::nullopt;
    }
    return options.rounds > 0 ? std::optional(options) : std::nullopt;
}

std::vector<Span> allSpans() {
    std::vector<Span> all;
    for (const auto& group :
         {cardSpans(), authoritySpans(), documentSpans(), printSpans(), codeSpans(), vendorSpans()})
        all.insert(all.end(), group.begin(), group.end());
    return all;
}

/// What is to be measured.
struct Choice {
    std::vector<Span> spans;
    std::vector<Contest> contests;
};

/// Those of the names, everything where none is given; nothing when a name is unknown.
std::optional<Choice> chosen(const std::vector<std::string>& names) {
    Choice all{allSpans(), allContests()};
    if (names.empty())
        return all;
    Choice found;
    for (const std::string& name : names) {
        const auto span = std::ranges::find(all.spans, name, &Span::name);
        const auto contest = std::ranges::find(all.contests, name, &Contest::name);
        if (span != all.spans.end())
            found.spans.push_back(*span);
        else if (contest != all.contests.end())
            found.contests.push_back(*contest);
        else
            return std::nullopt;
    }
    return found;
}

/// A span in the course of being measured.
struct Course {
    Span span;
    Action action;
    int repeats = 1;
    std::vector<double> cpu;
    std::vector<double> wall;
};

Result<std::vector<Course>> prepare(const std::vector<Span>& spans) {
    std::vector<Course> courses;
    for (const Span& span : spans) {
        Course course{.span = span, .action = TRY(span.prepare()), .cpu = {}, .wall = {}};
        course.repeats = TRY(repeatsFor(course.action));
        courses.push_back(std::move(course));
    }
    return courses;
}

/// Spans take turns, so that a disturbance of the machine falls on all of them.
Result<> runRounds(std::vector<Course>& courses, int rounds) {
    for (int round = 0; round < rounds; ++round) {
        for (Course& course : courses) {
            const Sample sample = TRY(sampleOf(course.action, course.repeats));
            course.cpu.push_back(sample.cpu);
            course.wall.push_back(sample.wall);
        }
    }
    return {};
}

Result<> measure(const Choice& choice, const Options& options) {
    auto courses = TRY(prepare(choice.spans));
    TRY(runRounds(courses, options.rounds));
    std::vector<Measured> measured;
    for (const Course& course : courses) {
        measured.push_back({course.span.name, course.span.what, spreadOf(course.cpu),
                            spreadOf(course.wall), options.rounds, std::nullopt});
        if (options.instructions)
            measured.back().instructions = countInstructions(course.span);
    }
    const Effort effort{options.rounds, options.instructions, options.brief};
    std::vector<Comparison> comparisons;
    for (const Contest& contest : choice.contests)
        comparisons.push_back(TRY(contest.hold(contest, effort)));
    std::puts(toJson(measured, comparisons).c_str());
    return {};
}

Result<> run(const Choice& choice, const Options& options) {
    if (options.counted)
        return runCounted(choice.spans.at(0));
    if (!options.list)
        return measure(choice, options);
    for (const Span& span : choice.spans)
        std::printf("%-20s %s\n", span.name.c_str(), span.what.c_str());
    for (const Contest& contest : choice.contests)
        std::printf("%-20s %s\n", contest.name.c_str(), contest.what.c_str());
    return {};
}

} // namespace

int main(int count, char** words) {
    const auto options = parse(std::span(words, static_cast<std::size_t>(count)).subspan(1));
    const auto choice = options ? chosen(options->names) : std::nullopt;
    if (!choice) {
        std::fprintf(stderr, "speed: unknown option or name; see --help and --list\n");
        return kExitUsage;
    }
    if (options->help) {
        std::fputs(kHelp, stdout);
        return 0;
    }
    const auto done = run(*choice, *options);
    if (!done)
        std::fprintf(stderr, "speed: %s\n", done.error().line().c_str());
    return done ? 0 : kExitBroken;
}
