// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>
#include <fstream>
#include <set>

#include <ZXing/ReadBarcode.h>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "firmware/app/handout_words.h"
#include "firmware/base/files.h"
#include "firmware/handout/handout.h"
#include "firmware/health/doctor_text.h"
#include "firmware/health/report.h"
#include "screens/kit/catalogue/message.h"
#include "tests/unit/handout/code_reading.h"
#include "tests/unit/handout/key_folder.h"
#include "tests/unit/health/health_with_person.h"

namespace kiosk::handout {

namespace {

constexpr int kRollDots = 576; // 72 mm at 203 dots an inch
constexpr int kRollDpi = 203;

health::Health troubledHealth() {
    health::Health health = tests::soundHealth();
    health.devices[1].state = health::DeviceWord::userError;
    health.devices[1].why = health::Cause("printer.paper-out", Remedy::attendant);
    return health;
}

Handout handoutOfHealth(const health::Health& health, const DeviceKey& key) {
    return handoutOf(health::reportOf(health).dump(), key).value();
}

const kit::Catalogue& catalogue() {
    static const kit::Catalogue kAll =
        kit::Catalogue::load(KIOSK_SOURCE_DIR "/assets/texts").value();
    return kAll;
}

document::Notice noticeIn(const std::string& language, const Handout& handout) {
    return noticeOf(handout, "Example hall", app::handoutWordsOf(catalogue(), language));
}

std::string linesOf(const document::Notice& notice) {
    std::string all;
    for (const auto& line : notice.lines)
        all += kit::withoutIsolates(line.text) + "\n";
    return all;
}

std::set<std::string> codesOn(const document::SlipStrip& strip) {
    const ZXing::ImageView view(reinterpret_cast<const std::uint8_t*>(strip.dots.data()),
                                strip.width, strip.height, ZXing::ImageFormat::Lum);
    std::set<std::string> texts;
    for (const auto& code :
         ZXing::ReadBarcodes(view, ZXing::DecodeHints().setFormats(ZXing::BarcodeFormat::QRCode)))
        texts.insert(code.text());
    return texts;
}

/// For whoever wants to look at it.
void keep(const std::string& name, const Bytes& content) {
    if (const char* folder = std::getenv("KIOSK_PICTURES"))
        std::ofstream(std::filesystem::path(folder) / name, std::ios::binary) << toText(content);
}

} // namespace

TEST_CASE("G2 the slip says cause, actor and what to bring, and its codes hold the same report") {
    const tests::KeyFolder kiosk;
    const Handout handout = handoutOfHealth(troubledHealth(), kiosk.key());
    const std::string lines = linesOf(noticeIn("en", handout));
    for (const std::string_view said :
         {"Print a licence: Not now", "Read an ID card: Yes", "Look up licences: 990000: Yes",
          "The printer is out of paper", "The attendant sees to it", "Bring: Printer paper",
          "printer.paper-out", "Example hall", "2026-11-23T00:00:00Z"})
        CHECK_THAT(lines, Catch::Contains(std::string(said)));
    CHECK_THAT(lines, Catch::Contains(kiosk.key().fingerprint()));
    const auto read = tests::readCodes(noticeIn("en", handout).codes);
    REQUIRE(read);
    CHECK(read->json == health::forCodes(health::reportOf(troubledHealth())).dump());
}

TEST_CASE("G2 the slip of a kiosk that is well says what was tried when, in every language") {
    const tests::KeyFolder kiosk;
    const Handout sound = handoutOfHealth(tests::soundHealth(), kiosk.key());
    CHECK_THAT(linesOf(noticeIn("en", sound)),
               Catch::Contains("Camera: Tested well on 2026-11-14T16:00:00Z (technician)"));
    health::Health failed = tests::soundHealth();
    failed.tried->at(1).end = health::TrialEnd::failed;
    const auto lines = linesOf(noticeIn("en", handoutOfHealth(failed, kiosk.key())));
    CHECK_THAT(lines, Catch::Contains("Printer: The last test did not pass"));
    CHECK_THAT(lines, !Catch::Contains("Tested well"));
    for (const std::string language : {"zh-CN", "zh-Hant", "en", "ug", "bo"}) {
        CAPTURE(language);
        const int most = language == "bo" ? 2 : 1; // its lines are the tallest
        CHECK(document::composeNotice(noticeIn(language, sound)).value().pages <= most);
    }
}

TEST_CASE("G2 every language has all words of the slip") {
    const tests::KeyFolder kiosk;
    const Handout handout = handoutOfHealth(troubledHealth(), kiosk.key());
    for (const std::string language : {"zh-CN", "zh-Hant", "en", "ug", "bo"}) {
        const document::Notice notice = noticeIn(language, handout);
        CAPTURE(language, linesOf(notice));
        for (const auto& line : notice.lines)
            CHECK_FALSE(line.text.empty());
        const auto sheet = document::composeNotice(notice).value();
        CHECK(sheet.pages == 1);
        keep("slip-" + language + ".pdf", sheet.pdf);
    }
}

TEST_CASE("G2 the codes on a roll are read back at the roll's own dots") {
    const tests::KeyFolder kiosk;
    const Handout handout = handoutOfHealth(troubledHealth(), kiosk.key());
    const auto strip =
        document::drawNoticeStrip(noticeIn("zh-CN", handout), kRollDots, kRollDpi).value();
    CHECK(strip.width == kRollDots);
    const auto& texts = handout.codes.texts;
    CHECK(codesOn(strip) == std::set<std::string>(texts.begin(), texts.end()));
    const std::string head =
        "P5 " + std::to_string(strip.width) + " " + std::to_string(strip.height) + " 255\n";
    Bytes picture = toBytes(head);
    picture.insert(picture.end(), strip.dots.begin(), strip.dots.end());
    keep("slip.pgm", picture);
}

TEST_CASE("G2 a slip with much to say goes on to a second sheet") {
    const tests::KeyFolder kiosk;
    health::Health health = troubledHealth();
    for (int code = 110000; code < 110000 + 30 * 10000; code += 10000)
        health.regions.push_back(
            {health::RegionCode(std::to_string(code)),
             health::Outcome{health::Cause("authority.unreachable", Remedy::wait)}});
    const auto notice = noticeIn("zh-CN", handoutOfHealth(health, kiosk.key()));
    CHECK(document::composeNotice(notice).value().pages > 1);
}

TEST_CASE("G2 the files are the report and the same as text, with the key's name") {
    const tests::KeyFolder kiosk;
    const Handout handout = handoutOfHealth(troubledHealth(), kiosk.key());
    REQUIRE(writeFiles(handout, kiosk.path()));
    const auto report =
        nlohmann::json::parse(toText(readFile(kiosk.path() / kReportFileName).value()));
    CHECK(report == health::reportOf(troubledHealth()));
    const std::string text = toText(readFile(kiosk.path() / kTextFileName).value());
    CHECK_THAT(text, Catch::StartsWith(health::doctorText(report).value()));
    CHECK_THAT(text, Catch::Contains(kiosk.key().fingerprint()));
    CHECK_FALSE(writeFiles(handout, kiosk.path() / "nowhere"));
}

TEST_CASE("G2 what is no report is not handed out") {
    const tests::KeyFolder kiosk;
    for (const std::string text : {"", "{}", "[1]", R"({"form":99})"})
        CHECK_FALSE(handoutOf(text, kiosk.key()));
}

TEST_CASE("G7 an invented person whom every input names stands on no slip and in no file") {
    const tests::KeyFolder kiosk;
    for (const std::string_view person : tests::kPerson) {
        const Handout handout = handoutOfHealth(tests::healthKnowing(person), kiosk.key());
        CHECK(linesOf(noticeIn("zh-CN", handout)).find(person) == std::string::npos);
        REQUIRE(writeFiles(handout, kiosk.path()));
        for (const char* name : {kReportFileName, kTextFileName})
            CHECK(toText(readFile(kiosk.path() / name).value()).find(person) == std::string::npos);
    }
}

} // namespace kiosk::handout
