// SPDX-License-Identifier: Apache-2.0
#include <csignal>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sys/wait.h>
#include <unistd.h>

#include "firmware/app/kioskctl/bundle.h"
#include "firmware/app/kioskctl/readiness.h"
#include "firmware/app/technician/service_socket.h"
#include "firmware/base/files.h"
#include "firmware/base/log.h"
#include "firmware/ending/history.h"
#include "firmware/ending/recorder.h"
#include "tests/scenarios/passing_printer.h"
#include "tests/scenarios/person_search.h"
#include "tests/scenarios/virtual_play.h"
#include "tests/support/child_process.h"
#include "tests/support/passing_authority.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/app/kioskctl/sample_config.h"
#include "tests/unit/app/kioskctl/sample_journal.h"
#include "tests/unit/handout/code_reading.h"

// G7: invented persons are served, and go wrong, and whatever a kiosk gives away of itself
// afterwards is searched for them.

namespace kiosk::bench {

namespace {

using nlohmann::json;
using tests::PersonSearch;

/// Of pieces of a number; of eight digits where sizes and digests stand (PersonSearch).
constexpr std::size_t kAmongWords = 6;
constexpr std::size_t kAmongNumbers = 8;

const std::string kName = "单𠮷䶮";

std::string numberOf(const std::string& name) {
    const std::vector<Holder> people = sandbox::people();
    return std::ranges::find(people, name, &Holder::name)->code;
}

/// The worst that a device or a platform says: a person in every text, and in the form of a code.
Error personal() {
    const std::string number = numberOf(kName);
    return {ErrorKind::unavailable, "region.p" + number, Remedy::wait, kName + " " + number};
}

class TalkativePrinter : public PassingPrinter {
public:
    using PassingPrinter::PassingPrinter;
    drivers::DeviceIdentity identity() const override {
        auto identity = PassingPrinter::identity();
        identity.model = kName;
        identity.serial = numberOf(kName);
        return identity;
    }
    Result<drivers::PrinterStatus> status(std::stop_token stop) override {
        auto status = PassingPrinter::status(stop);
        if (status)
            status->reasons = {kName, numberOf(kName)};
        return status;
    }
};

class TalkativeRegion : public tests::PassingAuthority {
public:
    using PassingAuthority::PassingAuthority;
    /// Asked for the kiosk's health alone.
    Result<std::vector<authority::CatalogueEntry>> catalogue(std::stop_token) override {
        return std::unexpected(personal());
    }
    Result<std::vector<Licence>> search(const Holder& holder, std::stop_token stop) override {
        if (holder.name == kName)
            return std::unexpected(personal());
        return PassingAuthority::search(holder, stop);
    }
    Result<> confirmCopy(const std::string&, int, std::stop_token) override {
        return std::unexpected(personal());
    }
};

VirtualStage::Options talkative() {
    return {.printerDriver = [](auto inner) { return std::make_shared<TalkativePrinter>(inner); },
            .regionLink = [](auto inner) { return std::make_shared<TalkativeRegion>(inner); }};
}

/// Every line that is logged while it lives, as the journal gets them.
struct Log {
    Log() {
        log::setSink([this](log::Level, std::string_view line) { lines.emplace_back(line); });
    }
    ~Log() { log::setSink({}); }
    Log(const Log&) = delete;
    Log& operator=(const Log&) = delete;

    std::string text() const {
        std::string all;
        for (const std::string& line : lines)
            all += line + "\n";
        return all;
    }
    std::vector<std::string> lines;
};

/// What the kiosk gives away somewhere. `mustSay` shows that it is filled, and with what happened.
struct Channel {
    std::string name;
    std::string content;
    std::string mustSay;
    std::size_t piece = kAmongNumbers;
};

std::vector<std::string> personsIn(const Channel& channel) {
    static const PersonSearch amongWords(kAmongWords);
    static const PersonSearch amongNumbers(kAmongNumbers);
    return (channel.piece == kAmongWords ? amongWords : amongNumbers).in(channel.content);
}

/// Nobody is there; and it is not for want of content, nor of looking.
void checkNobodyIn(const Channel& channel) {
    CAPTURE(channel.name, channel.content.size());
    CHECK(channel.content.find(channel.mustSay) != std::string::npos);
    CHECK(personsIn(channel) == std::vector<std::string>{});
    Channel leaking = channel;
    // Apart from what stands there: digits beside it would make it a longer piece.
    leaking.content.insert(leaking.content.size() / 2,
                           " " + numberOf(kName).substr(3, channel.piece) + " ");
    CHECK(personsIn(leaking).size() == 1);
    leaking.content = channel.content + kName;
    CHECK(personsIn(leaking).size() >= 3); // whole, given name, characters
}

/// Whole visits, by the files that the bench plays too; on a stage of their own each.
void serveByFile(const std::string& name) {
    CAPTURE(name);
    const auto scenario = loadScenario(std::filesystem::path(KIOSK_SOURCE_DIR) / "tests/scenarios" /
                                       (name + ".json"));
    REQUIRE(scenario);
    const auto stage = openStage();
    const auto played = Player(*stage).play(*scenario);
    if (!played)
        FAIL(played.error().line());
}

/// Persons on a kiosk where every device and region talks of one: printed, refused, misread,
/// without a glyph; the last one stands before it still.
void serve(VirtualStage& stage) {
    REQUIRE(holds(stage, {play::Wait{90}, play::Touch{"begin"}, play::LayCard{"林云舒"},
                          play::Touch{"licence.0"}, play::Touch{"to-purpose"},
                          play::Touch{"purpose.school"}, play::Touch{"print"},
                          play::See{.screen = "take", .withinSeconds = 60},
                          play::Happen{Happening::cardLifted}, play::Touch{"finish"},
                          play::See{.screen = "start"}}));
    REQUIRE(holds(stage, {play::Touch{"begin"}, play::LayCard{kName}, play::Wait{30},
                          play::Happen{Happening::cardLifted}, play::Wait{240},
                          play::See{.screen = "start"}}));
    REQUIRE(stage.happen(Happening::paperOut));
    REQUIRE(holds(stage, {play::Wait{90}, play::Touch{"begin"}, play::LayCard{"温\U0002EBF0"},
                          play::Touch{"居住证"}, play::See{.screen = "look"}}));
}

json asked(VirtualStage& stage, const std::string& what) {
    return json::parse(stage.askDesk(json{{"ask", what}}.dump()));
}

app::Config configOf(VirtualStage& stage) {
    json config = app::sampleConfig();
    config["state"] = stage.folder() / "state";
    config["trust"] = stage.folder() / "trust";
    const auto file = stage.folder() / "kiosk.json";
    REQUIRE(writeFile(file, bytesOf(config.dump())));
    return app::loadConfig(file).value();
}

/// A copy of this process, with all that it holds of persons, runs as the kiosk of this state
/// folder, serves on and breaks down.
void crash(VirtualStage& stage) {
    const auto state = stage.folder() / "state";
    const pid_t child = ::fork();
    if (child == 0) {
        if (!ending::begin({state, "0.1.0"}, SystemClock().wall()) || !stage.touch("start-over"))
            ::_exit(1);
        ::raise(SIGSEGV);
        ::_exit(2);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));
    REQUIRE(WTERMSIG(status) == SIGSEGV);
}

/// What a printed page says to another program.
std::string pdfText(const std::filesystem::path& pdf) {
    const auto text = std::filesystem::path(pdf).replace_extension(".txt");
    auto reader = tests::ChildProcess::start({.command = {"pdftotext", pdf, text}});
    REQUIRE(reader);
    reader->wait();
    return toText(readFile(text).value());
}

std::vector<Channel> handedOut(VirtualStage& stage, const app::Config& config) {
    const std::string report = stage.askDesk(R"({"ask": "health"})");
    const auto handout = app::signedHandout(report, config);
    REQUIRE(handout);
    const auto slip = stage.folder() / "slip.pdf";
    REQUIRE(app::handOut(*handout, config, {.slip = slip}));
    std::string codes;
    for (const std::string& text : handout->codes.texts)
        codes += text + "\n";
    const auto read = tests::readCodes(handout->codes.texts);
    REQUIRE(read);
    return {{"health", report, "fault.unnamed"},
            {"OpenMetrics", asked(stage, "metrics")["metrics"], "fault.unnamed"},
            {"codes for a phone", codes, "KH1/"},
            {"what a phone reads in them", read->json, "fault.unnamed"},
            {"readiness slip", pdfText(slip), "打印", kAmongWords}};
}

std::vector<Channel> bundled(VirtualStage& stage, const app::Config& config, const Log& log) {
    std::vector<tests::SampleLine> lines;
    for (const std::string& line : log.lines)
        lines.push_back({line});
    const auto journal = stage.folder() / "journal";
    const bool hasJournal = tests::writeJournal(journal, lines);
    if (!hasJournal)
        WARN("this machine has no program that writes journals");
    const auto socket = app::ServiceSocket::open(
        config.state / app::kServiceSocketName,
        [&stage](std::string_view question) { return stage.askDesk(question); });
    REQUIRE(socket);
    const auto files = app::bundleOf(config, {.folder = journal}, SystemClock().wall());
    const std::map<std::string, std::string> mustSay{
        {"health.json", "fault.unnamed"},
        {"doctor.txt", "fault.unnamed"},
        {"software.json", "version"},
        {"endings.json", "visit.step"},
        {"tests.json", "cardReader"},
        {"audit.json", "\"whole\": true"},
        {"audit.jsonl", "copy.printed"},
        {"manifest.json", "madeAt"},
        {"errors.json", hasJournal ? "visit.ledger-not-written" : "logs.no-journal"}};
    std::vector<Channel> channels;
    for (const app::BundleFile& file : files)
        channels.push_back({"bundle: " + file.name, file.content, mustSay.at(file.name)});
    REQUIRE(channels.size() == mustSay.size());
    channels.push_back({"bundle, packed", toText(app::packed(files, SystemClock().wall()).value()),
                        "health.json"});
    return channels;
}

} // namespace

TEST_CASE(
    "G7 planted persons are served, also badly, and nothing that a kiosk gives away has one") {
    const Log log;
    for (const char* visit : {"card_misread", "company_copy", "crashed_mid_visit", "expired_card",
                              "foreign_card", "network_cut", "paper_out_while_printing",
                              "printed_copy_checked", "silent_region", "unknown_card"})
        serveByFile(visit);
    const auto stage = openStage(talkative());
    serve(*stage);
    const app::Config config = configOf(*stage);
    std::vector<Channel> channels = handedOut(*stage, config);
    crash(*stage);
    // What an error's line would be, of an error that names a person by its code.
    log::tell<"visit.ledger-not-written">(personal());
    const std::string record = toText(readFile(config.state / ending::kRunFileName).value());
    channels.push_back({"crash record", record, "0.1.0"});
    channels.push_back({"log", log.text(), "event=quality.of-region", kAmongWords});
    for (Channel& channel : bundled(*stage, config, log))
        channels.push_back(std::move(channel));
    CHECK(channels.size() == 17);
    for (const Channel& channel : channels)
        checkNobodyIn(channel);
    CHECK(log.lines.size() > 100);
    CHECK(log.text().find("code=fault.unnamed") != std::string::npos); // and it was said
}

TEST_CASE("G7 the search finds an invented person in every form, and nobody in what names none") {
    const PersonSearch search(kAmongWords);
    CHECK(search.forms() > 500);
    CHECK(search.in("nobody 20261127 990000").empty());
    for (const std::string& text :
         {std::string("a 林云舒 b"), std::string("云舒"), std::string("*䶮*𠮷"),
          std::string("990101 19900307 x"), std::string("\xc1\xd6\xd4\xc6\xca\xe6"), // GB 18030
          std::string("\x97\x67\x91\x4e\x12\x82", 6), std::string("LINDQVIST MARIT ELIN")}) {
        CAPTURE(text);
        CHECK_FALSE(search.in(text).empty());
    }
}

} // namespace kiosk::bench
