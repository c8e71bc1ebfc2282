// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "firmware/app/audit_record.h"
#include "firmware/app/kioskctl/command.h"
#include "firmware/app/kioskctl/persons_word.h"
#include "firmware/app/kioskctl/workbench.h"
#include "firmware/staff/test_book.h"
#include "firmware/visit/view.h"

namespace kiosk::app {

namespace {

using staff::GuidedTest;
using staff::TestResult;

/// Each step is said in one line: what is asked, then what the kiosk has done, then what a person
/// judges.
struct Words {
    std::string_view operand;
    GuidedTest test;
    std::string_view asks;
    std::string_view done;
    std::string_view question;
};
constexpr std::array kWords{
    Words{"reader", GuidedTest::cardReader,
          "lay an ID card on the reader; nothing on it is shown or kept", "a card was read",
          "Was laying it once enough?"},
    Words{"printer", GuidedTest::printer, "a test page is being printed: take it",
          "a page came out", "Is every line of it straight and clear?"},
    Words{"camera", GuidedTest::camera, "hold a printed code before the camera", "a code was seen",
          "Was it the code that you held, and seen at once?"}};

Result<const Words*> wordsFor(const std::string& operand) {
    const auto* const found = std::ranges::find(kWords, operand, &Words::operand);
    if (found == kWords.end())
        return fail(ErrorKind::unsupported, "usage.test", Remedy::citizenAgain, operand);
    return found;
}

Result<std::optional<bool>> wordGiven(const Arguments& arguments) {
    const bool yes = arguments.has("--yes");
    if (yes && arguments.has("--no"))
        return fail(ErrorKind::unsupported, "usage.not-together", Remedy::citizenAgain,
                    "--yes and --no");
    if (!yes && !arguments.has("--no"))
        return std::optional<bool>();
    return std::optional(yes);
}

/// A kiosk's part that failed leaves nothing to judge.
Result<bool> isPassed(const KioskPart& came, const Words& words, const PersonsWord& person) {
    if (came.failed)
        return false;
    std::fprintf(stderr, "%s\n", std::string(words.done).c_str());
    return person.ask(words.question);
}

/// What the kiosk's own books stand in the way of says nothing of the device: no result is made.
Result<KioskPart> tried(GuidedRun& run, GuidedTest test) {
    KioskPart came = TRY(run.carryOut(test));
    if (came.failed && came.failed->code().starts_with("ledger."))
        return std::unexpected(*came.failed);
    return came;
}

/// As the staff's page keeps it. Whoever has kioskctl at the devices is a technician.
Result<TestResult> keep(const Config& config, GuidedTest test, bool passed, WallTime now) {
    TestResult result{.passed = passed,
                      .when = visit::localDateTime(now),
                      .role = std::string(name(staff::Role::technician))};
    recordFromCommand(config.state,
                      audit::entry<"staff.test-ended">(name(test), passed, result.role));
    TRY(staff::keepResult(config.state / staff::kTestsFileName, test, result));
    return result;
}

void print(GuidedTest test, const KioskPart& came, const TestResult& result, bool isJson) {
    if (!isJson) {
        if (came.failed)
            std::printf("%s\n", came.failed->line().c_str());
        std::printf("%s: %s, kept as of %s\n", std::string(name(test)).c_str(),
                    result.passed ? "passed" : "NOT passed", result.when.c_str());
        return;
    }
    nlohmann::json answer{{"test", name(test)},
                          {"passed", result.passed},
                          {"when", result.when},
                          {"role", result.role},
                          {"why", nullptr}};
    if (came.failed)
        answer["why"] = {{"code", came.failed->code()}, {"remedy", name(came.failed->remedy())}};
    std::puts(answer.dump().c_str());
}

Result<int> test(const Arguments& arguments) {
    const Words& words = *TRY(wordsFor(arguments.rest().front()));
    const PersonsWord person = TRY(PersonsWord::from(TRY(wordGiven(arguments))));
    const Config config = TRY(loadConfig(arguments.required("--config")));
    const auto workbench = TRY(Workbench::open(config));
    std::fprintf(stderr, "%s\n", std::string(words.asks).c_str());
    GuidedRun run(workbench->testPlace(), workbench->pace());
    const KioskPart came = TRY(tried(run, words.test));
    const bool passed = TRY(isPassed(came, words, person));
    const TestResult result = TRY(keep(config, words.test, passed, workbench->clock().wall()));
    print(words.test, came, result, arguments.has("--json"));
    return passed ? kExitDone : kExitNotValid;
}

constexpr std::array kCommands{
    Command{.words = "test",
            .purpose = "tries a device with a person as the judge, and keeps the result",
            .options = {kConfigOption,
                        {"--yes", "", "the person's word, given beforehand: it came out right"},
                        {"--no", "", "the same: it did not"},
                        kJsonOption},
            .operands = {{"reader|printer|camera", "the device; no kiosk may run"}},
            .exits = {{kExitDone, "passed"}, {kExitNotValid, "not passed, and kept as such"}},
            .example = "test --config /data/site/kiosk.json printer",
            .act = test},
};

} // namespace

std::span<const Command> testCommands() {
    return kCommands;
}

} // namespace kiosk::app
