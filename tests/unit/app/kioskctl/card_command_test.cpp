// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdio>

#include <catch2/catch.hpp>
#include <unistd.h>

#include "firmware/app/kioskctl/command.h"
#include "firmware/base/files.h"
#include "tests/support/pty_sam_reader.h"
#include "tests/support/sample_card.h"
#include "tests/support/temporary_folder.h"

using namespace kiosk;
using namespace kiosk::app;
using namespace kiosk::tests;

namespace {

struct Outcome {
    int exitCode;
    std::string printed; ///< standard output and standard error
};

/// Runs the command with both outputs caught in a file.
Outcome run(std::span<const std::string_view> words) {
    const TemporaryFolder folder;
    const std::string file = (folder.path() / "printed").string();
    std::fflush(nullptr);
    const std::array kept{::dup(STDOUT_FILENO), ::dup(STDERR_FILENO)};
    std::FILE* caught = std::fopen(file.c_str(), "w");
    ::dup2(::fileno(caught), STDOUT_FILENO);
    ::dup2(::fileno(caught), STDERR_FILENO);
    const int exitCode = cardCommands().front().run(words);
    std::fflush(nullptr);
    ::dup2(kept[0], STDOUT_FILENO);
    ::dup2(kept[1], STDERR_FILENO);
    ::close(kept[0]);
    ::close(kept[1]);
    std::fclose(caught);
    return {exitCode, toText(readFile(file).value())};
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

/// A reader with a card on it, and the words that name it.
struct Bench {
    SamDeviceModel model;
    PtySamReader device{model};
    std::string name = "serial:" + device.path().string();

    Bench() { model.lay(sampleCard()); }
};

} // namespace

TEST_CASE("R1 kioskctl card read shows name and number masked") {
    const Bench bench;
    const auto shown = run(std::array<std::string_view, 2>{"--reader", bench.name});
    CHECK(shown.exitCode == kExitDone);
    CHECK(contains(shown.printed, "9900**********1235"));
    CHECK(contains(shown.printed, SamDeviceModel::kSamNumber));
    CHECK_FALSE(contains(shown.printed, sampleCard().number));
    CHECK_FALSE(contains(shown.printed, sampleCard().name));
    CHECK_FALSE(contains(shown.printed, sampleCard().address));
}

TEST_CASE("kioskctl card read --json is one object, as masked") {
    const Bench bench;
    const auto shown = run(std::array<std::string_view, 3>{"--json", "--reader", bench.name});
    CHECK(shown.exitCode == kExitDone);
    CHECK(contains(shown.printed, R"("number":"9900**********1235")"));
    CHECK(contains(shown.printed, R"("photoBytes":1024)"));
    CHECK_FALSE(contains(shown.printed, sampleCard().number));
}

TEST_CASE("D6 kioskctl card read names the layout, and a doubt about the number") {
    Bench bench;
    bench.model.lay(foreignCard2017());
    const auto shown = run(std::array<std::string_view, 3>{"--json", "--reader", bench.name});
    CHECK(contains(shown.printed, R"("layout":"foreigner-2017")"));
    CHECK(contains(shown.printed, R"("numberDoubt":"check")"));
    CHECK(contains(shown.printed, R"("name":"O*** W*** A***")"));
    CHECK_FALSE(contains(shown.printed, "OAKFORD"));
}

TEST_CASE("D12 kioskctl card read says what is wrong and who must act") {
    const auto gone = run(std::array<std::string_view, 2>{"--reader", "serial:/dev/no-such-line"});
    CHECK(gone.exitCode == kExitCannot);
    CHECK(contains(gone.printed, "reader.gone"));
    CHECK(contains(gone.printed, "call a technician"));

    Bench bench;
    bench.model.inject({.kind = SamFault::Kind::status, .status = 0x31});
    const auto refused = run(std::array<std::string_view, 2>{"--reader", bench.name});
    CHECK(refused.exitCode == kExitCannot);
    CHECK(contains(refused.printed, "card.refused"));
}

TEST_CASE("kioskctl card read offers nothing that shows a card whole") {
    CHECK(run(std::array<std::string_view, 1>{"--full"}).exitCode == kExitUsage);
    CHECK(run(std::array<std::string_view, 1>{"everything"}).exitCode == kExitUsage);
    CHECK(run(std::array<std::string_view, 2>{"--reader", "bluetooth"}).exitCode == kExitUsage);
}
