// SPDX-License-Identifier: Apache-2.0
// kioskctl test: a guided test at the devices of a kiosk that does not run.
#include <catch2/catch.hpp>
#include <fcntl.h>
#include <nlohmann/json.hpp>

#include "drivers/camera/picture_file.h"
#include "firmware/app/kioskctl/command.h"
#include "firmware/app/technician/service_socket.h"
#include "firmware/base/files.h"
#include "firmware/printing/page_ledger.h"
#include "firmware/staff/test_book.h"
#include "tests/support/caught_output.h"
#include "tests/support/code_pictures.h"
#include "tests/support/fake_ipp_server.h"
#include "tests/support/ippeveprinter.h"
#include "tests/support/pty_sam_reader.h"
#include "tests/support/sample_card.h"
#include "tests/unit/app/kioskctl/sample_config.h"

namespace kiosk::app {

namespace {

using nlohmann::json;
using staff::GuidedTest;
using tests::FakeIppReply;

/// Standard input holds this while it lives, and then ends.
class Typed {
public:
    explicit Typed(std::string_view text) : kept_(::dup(STDIN_FILENO)) {
        std::array<int, 2> pipe{};
        REQUIRE(::pipe(pipe.data()) == 0);
        REQUIRE(::write(pipe[1], text.data(), text.size()) == static_cast<ssize_t>(text.size()));
        ::close(pipe[1]);
        ::dup2(pipe[0], STDIN_FILENO);
        ::close(pipe[0]);
        std::clearerr(stdin);
    }
    ~Typed() {
        while (std::getc(stdin) != EOF) {
        }
        std::clearerr(stdin);
        ::dup2(kept_, STDIN_FILENO);
        ::close(kept_);
    }
    Typed(const Typed&) = delete;
    Typed& operator=(const Typed&) = delete;

private:
    int kept_;
};

/// A kiosk that does not run, with a code before its camera.
struct Bench {
    tests::TemporaryFolder folder;
    std::filesystem::path state = folder.path() / "state";
    std::string file = (folder.path() / "kiosk.json").string();
    std::filesystem::path picture = folder.path() / "scene.png";
    json config = sampleConfig();

    Bench() {
        std::filesystem::create_directories(state);
        REQUIRE(writeFile(picture, drivers::pngFromFrame(tests::drawCode("LK1:990000")).value()));
        with("camera", {{"module", "picture-file"}, {"at", picture.string()}});
    }
    void with(const std::string& key, const json& value) {
        config[key] = value;
        REQUIRE(writeFile(file, bytesOf(config.dump())));
    }
    tests::CaughtOutput test(std::string_view what, std::vector<std::string_view> rest = {}) const {
        std::vector<std::string_view> words{"--config", file, what};
        words.insert(words.end(), rest.begin(), rest.end());
        return tests::catchOutput([&] { return testCommands().front().run(words); });
    }
    std::optional<staff::TestResult> kept(GuidedTest test) const {
        return staff::testResults(state / staff::kTestsFileName)
            .value()[static_cast<std::size_t>(test)];
    }
};

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

std::string idlePrinter(const std::string& request) {
    return FakeIppReply(request, 0)
        .group(FakeIppReply::Tag::printerGroup)
        .number(FakeIppReply::Tag::enumeration, "printer-state", 3)
        .text(FakeIppReply::Tag::keyword, "printer-state-reasons", "none")
        .http();
}

} // namespace

TEST_CASE("G2 kioskctl test keeps a person's word as the staff's page does") {
    const Bench bench;
    const auto passed = bench.test("camera", {"--yes"});
    CHECK(passed.exitCode == kExitDone);
    CHECK(contains(passed.err, "hold a printed code before the camera\na code was seen\n"));
    CHECK(contains(passed.out, "camera: passed"));
    REQUIRE(bench.kept(GuidedTest::camera));
    CHECK(bench.kept(GuidedTest::camera)->passed);
    CHECK(bench.kept(GuidedTest::camera)->role == "technician");
    const auto refused = bench.test("camera", {"--no", "--json"});
    CHECK(refused.exitCode == kExitNotValid);
    const json told = json::parse(refused.out);
    CHECK(told["test"] == "camera");
    CHECK(told["passed"] == false);
    CHECK(told["why"].is_null());
    CHECK_FALSE(bench.kept(GuidedTest::camera)->passed);
    CHECK_FALSE(bench.kept(GuidedTest::printer));
}

TEST_CASE("G2 kioskctl test asks, and takes an answer from a script, until it is one") {
    const Bench bench;
    const Typed typed("perhaps\nYES\n");
    const auto shown = bench.test("camera");
    CHECK(shown.exitCode == kExitDone);
    CHECK(contains(shown.err, "seen at once? [y/n] Was it"));
    CHECK(bench.kept(GuidedTest::camera)->passed);
}

TEST_CASE("G2 kioskctl test begins nothing where nobody can answer, and keeps nothing") {
    const Bench bench;
    const Typed nothing("");
    const auto shown = bench.test("camera");
    CHECK(shown.exitCode == kExitCannot);
    CHECK(contains(shown.err, "test.nobody-answers"));
    CHECK_FALSE(contains(shown.err, "hold a printed code"));
    CHECK_FALSE(bench.kept(GuidedTest::camera));
}

TEST_CASE("G2 kioskctl test keeps nothing where the answer never came") {
    const Bench bench;
    const Typed typed("perhaps\n");
    const auto shown = bench.test("camera");
    CHECK(shown.exitCode == kExitCannot);
    CHECK(contains(shown.err, "test.nobody-answers"));
    CHECK_FALSE(bench.kept(GuidedTest::camera));
}

TEST_CASE("G2 kioskctl test leaves a running kiosk its devices") {
    const Bench bench;
    const auto socket = ServiceSocket::open(bench.state / kServiceSocketName, [](std::string_view) {
                            return std::string(R"({"serving":false})");
                        }).value();
    const auto shown = bench.test("camera", {"--yes"});
    CHECK(shown.exitCode == kExitCannot);
    CHECK(contains(shown.err, "service.kiosk-runs"));
    CHECK(contains(shown.err, "use its page of tests, or end it first"));
    CHECK_FALSE(bench.kept(GuidedTest::camera));
}

TEST_CASE("G2 kioskctl test keeps a device that fails as not passed, with who must act") {
    Bench bench;
    bench.with("camera", {{"module", "picture-file"}, {"at", "/nowhere.png"}});
    const auto shown = bench.test("camera", {"--yes", "--json"});
    CHECK(shown.exitCode == kExitNotValid);
    CHECK(json::parse(shown.out)["why"] == json{{"code", "camera.gone"}, {"remedy", "technician"}});
    CHECK_FALSE(bench.kept(GuidedTest::camera)->passed);
}

TEST_CASE("G2 G7 kioskctl test reads a card, and nothing of its person is said or kept") {
    tests::SamDeviceModel model;
    const tests::PtySamReader line{model};
    model.lay(tests::sampleCard());
    Bench bench;
    bench.with("cardReader", {{"module", "sam-serial"}, {"at", line.path().string()}});
    const auto shown = bench.test("reader", {"--yes", "--json"});
    CHECK(shown.exitCode == kExitDone);
    CHECK(contains(shown.err, "a card was read\n"));
    CHECK(bench.kept(GuidedTest::cardReader)->passed);
    std::string everything = shown.out + shown.err;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(bench.state))
        if (entry.is_regular_file())
            everything += toText(readFile(entry.path()).value());
    const drivers::IdCard card = tests::sampleCard();
    for (const std::string& text : {card.name, card.number, card.address})
        CHECK_FALSE(contains(everything, text));
}

TEST_CASE("G2 S4 kioskctl test prints a page, and the ledger knows it for the kiosk's own") {
    const auto printer = tests::IppEvePrinter::start({}).value();
    Bench bench;
    bench.with("printer", {{"module", "ipp"}, {"at", printer->uri()}});
    const auto file = bench.state / printing::kLedgerFileName;
    const WallTime now = SystemClock().wall();
    constexpr int kLifePages = 1000;
    REQUIRE(printing::PageLedger::open(file).value().reconcile(kLifePages, now));

    const auto shown = bench.test("printer", {"--yes"});
    CHECK(shown.exitCode == kExitDone);
    CHECK(contains(shown.err, "a page came out\n"));
    CHECK(printer->printed().size() == 1);
    CHECK(bench.kept(GuidedTest::printer)->passed);

    auto ledger = printing::PageLedger::open(file).value();
    const WallTime later = SystemClock().wall() + std::chrono::hours(1);
    CHECK(ledger.reconcile(kLifePages + 1, later).value() == 0);
    CHECK(ledger.reconcile(kLifePages + 2, later).value() == 1); // one more was not ours
}

TEST_CASE("D9 kioskctl test prints nothing while a copy of the kiosk's last run is unsettled") {
    tests::FakeIppServer printer([](const std::string& request) { return idlePrinter(request); });
    Bench bench;
    bench.with("printer", {{"module", "ipp"}, {"at", printer.uri()}});
    {
        auto ledger = printing::PageLedger::open(bench.state / printing::kLedgerFileName).value();
        const WallTime now = SystemClock().wall();
        REQUIRE(ledger.reserve("A7K2-9QXM-0042", "990000", 1, now));
        REQUIRE(ledger.commit("A7K2-9QXM-0042", 1000, now));
    }
    const auto shown = bench.test("printer", {"--yes"});
    CHECK(shown.exitCode == kExitCannot);
    CHECK(contains(shown.err, "ledger.unsettled"));
    CHECK(contains(shown.err, "start it once"));
    CHECK_FALSE(bench.kept(GuidedTest::printer)); // which says nothing of the printer
}

TEST_CASE("G2 kioskctl test says which devices it knows, and takes one word at most") {
    const Bench bench;
    CHECK(contains(bench.test("toaster").err, "usage.test: toaster"));
    const auto both = bench.test("camera", {"--yes", "--no"});
    CHECK(both.exitCode == kExitUsage);
    CHECK(contains(both.err, "usage.not-together"));
}

} // namespace kiosk::app
