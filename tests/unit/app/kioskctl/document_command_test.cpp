// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "firmware/app/kioskctl/document_command.h"
#include "firmware/base/files.h"
#include "tests/support/caught_output.h"
#include "tests/support/ofd_builder.h"
#include "tests/support/temporary_folder.h"

using namespace kiosk;
using namespace kiosk::app;

namespace {

int run(std::string_view command, const std::vector<std::string_view>& words) {
    const auto commands = documentCommands();
    const auto found = std::ranges::find(commands, command, &Command::words);
    REQUIRE(found != commands.end());
    return found->run(words);
}

/// A folder with a document that nobody signed.
struct UnsignedDocument {
    tests::TemporaryFolder folder;
    std::string file = (folder.path() / "a.ofd").string();

    UnsignedDocument() { REQUIRE(writeFile(file, tests::makeOfd({}))); }
    std::string beside(std::string_view name) const { return (folder.path() / name).string(); }
};

std::string start(const std::string& file, std::size_t length) {
    return toText(readFile(file).value()).substr(0, length);
}

} // namespace

TEST_CASE("document inspect describes a document and refuses what is none") {
    const UnsignedDocument document;
    CHECK(run("document inspect", {document.file, "--json"}) == kExitDone);
    REQUIRE(writeFile(document.beside("b.ofd"), bytesOf("no ZIP")));
    CHECK(run("document inspect", {document.beside("b.ofd")}) == kExitCannot);
    CHECK(run("document inspect", {document.beside("missing")}) == kExitCannot);
}

TEST_CASE("S7 document inspect tells a licence's metadata masked, and what is odd in it") {
    const UnsignedDocument document;
    const auto data = [](std::string_view name, std::string_view value) {
        return "<CustomData Name='Certificate" + std::string(name) + "'>" + std::string(value) +
               "</CustomData>";
    };
    const std::string root =
        "<OFD><DocBody><DocInfo><CustomDatas>" + data("TypeName", "居住证") +
        data("Identifier", "1.2.156") + data("HolderName", "林云舒") +
        data("HolderCode", "932682198501010018") + data("IssuedDate", "2026年3月18日") +
        data("ExpiringDate", "长期") +
        "</CustomDatas></DocInfo><DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>";
    REQUIRE(writeFile(document.file, tests::makeOfd({.files = {{"OFD.xml", root}}})));
    const auto caught =
        tests::catchOutput([&] { return run("document inspect", {document.file, "--json"}); });
    const auto answer = nlohmann::json::parse(caught.out);
    CHECK(answer["licence"]["typeName"] == "居住证");
    CHECK(answer["licence"]["issuedOn"] == "2026-03-18");
    CHECK(answer["licence"]["expiresOn"] == "open");
    CHECK(answer["licence"]["holders"][0]["name"] == "林*舒");
    CHECK(answer["licence"]["holders"][0]["code"] == "9326**********0018");
    REQUIRE(answer["quality"].size() == 2);
    CHECK(answer["quality"][0]["code"] == "identifier.malformed");
    CHECK(answer["quality"][1]["code"] == "identity-number.check-wrong");
    CHECK(answer["quality"][1]["field"] == "CertificateHolderCode");
    CHECK(answer["quality"][1]["severity"] == "advice");
}

TEST_CASE("document draw writes what the target's name asks for") {
    const UnsignedDocument document;
    const std::string png = document.beside("a.png");
    const std::string pdf = document.beside("a.pdf");
    CHECK(run("document draw", {document.file, "-o", png, "--dpi", "30"}) == kExitDone);
    CHECK(start(png, 4) == "\x89PNG");
    CHECK(run("document draw", {document.file, "-o", pdf, "--json"}) == kExitDone);
    CHECK(start(pdf, 5) == "%PDF-");
}

TEST_CASE("document draw writes pixels as they are into a PPM") {
    const UnsignedDocument document;
    const std::string ppm = document.beside("a.ppm");
    CHECK(run("document draw", {document.file, "-o", ppm, "--dpi", "127"}) == kExitDone);
    const std::string head = "P6\n500 300\n255\n"; // 100 x 60 mm
    const std::string white(std::size_t{500} * 300 * 3, '\xFF');
    CHECK(toText(readFile(ppm).value()) == head + white);
    CHECK(run("document draw", {document.file, "-o", document.beside("no/a.ppm")}) == kExitCannot);
}

TEST_CASE("document draw says when there is no such page, and what usage is") {
    const UnsignedDocument document;
    const std::string png = document.beside("a.png");
    CHECK(run("document draw", {document.file, "-o", png, "--page", "2"}) == kExitCannot);
    CHECK(run("document draw", {document.file, "-o", png, "--page", "none"}) == kExitUsage);
    CHECK(run("document draw", {document.file, "-o", png, "--colour"}) == kExitUsage);
    CHECK(run("document draw", {document.file}) == kExitUsage);
    CHECK(run("document draw", {"-o", png}) == kExitUsage);
}

TEST_CASE("document verify never calls an unsigned document valid") {
    const UnsignedDocument document;
    CHECK(run("document verify", {document.file, "--json"}) != kExitDone);
    CHECK(run("document verify", {document.file, "--at", "tomorrow"}) == kExitUsage);
    CHECK(run("document verify", {document.file, "--trust", document.beside("nobody")}) ==
          kExitCannot);
}

TEST_CASE("times are read in ISO 8601, in UTC, a date as its first second") {
    using namespace std::chrono_literals;
    const WallTime firstOfNovember = std::chrono::sys_days(2026y / 11 / 1);
    CHECK(timeFromIso("2026-11-01T08:30:00Z").value() == firstOfNovember + 8h + 30min);
    CHECK(timeFromIso("2026-11-01").value() == firstOfNovember);
    CHECK(timeFromIso("2026-11").error().code() == "usage.not-a-time");
}
