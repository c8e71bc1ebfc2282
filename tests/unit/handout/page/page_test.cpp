// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>
#include <functional>

#include <catch2/catch.hpp>

#include "firmware/handout/health_code.h"
#include "firmware/health/report.h"
#include "firmware/licence/base45.h"
#include "firmware/seal/digest.h"
#include "tests/unit/handout/code_reading.h"
#include "tests/unit/handout/key_folder.h"
#include "tests/unit/handout/page/browser.h"
#include "tests/unit/handout/page/photo.h"
#include "tests/unit/health/health_with_person.h"

namespace kiosk::handout {

namespace {

using tests::Browser;
using tests::Photo;
using Texts = std::vector<std::string>;

const std::filesystem::path kOneFile = KIOSK_BINARY_DIR "/health-page.html";
/// What the screens showed when tests/scenarios/field_person_takes_codes.json was played.
const std::filesystem::path kPlayedScreens =
    KIOSK_BINARY_DIR "/visits/field_person_takes_codes/screens";

/// The screen that was shown under this name; empty where none was.
std::filesystem::path playedScreen(const std::string& name) {
    for (const auto& entry : std::filesystem::directory_iterator(kPlayedScreens))
        if (entry.path().stem().string().ends_with("-" + name))
            return entry.path();
    return {};
}

/// Of a kiosk's first run, which no end came before.
health::Health soundHealth(std::chrono::hours later = {}) {
    health::Health health = tests::soundHealth();
    health.lastEnd = {};
    health.at = *health.at + later;
    return health;
}

health::Health troubledHealth(std::chrono::hours later = {}, int pages = 0) {
    health::Health health = soundHealth(later);
    health.printer.lifePages = *health.printer.lifePages + pages;
    health.devices[1].state = health::DeviceWord::userError;
    health.devices[1].why = health::Cause("printer.paper-out", Remedy::attendant);
    health.devices[2].state = health::DeviceWord::noDevice;
    health.devices[2].why = health::Cause("device.missing", Remedy::technician);
    return health;
}

/// A technician with a phone, before a kiosk.
class Phone {
public:
    Phone() : browser_(folder_.path()) {
        browser_.open(kOneFile);
        browser_.press("[data-language=en]");
    }

    Browser& browser() { return browser_; }

    void photographs(const Texts& texts, const Photo& how = {}) {
        const auto picture = folder_.path() / ("picture" + std::to_string(++pictures_) + ".png");
        tests::photograph(texts, picture, how);
        reads(picture);
    }
    void reads(const std::filesystem::path& picture) {
        takes([&] { browser_.choose("#pictures", {picture}); });
    }
    void pastes(const std::string& text) {
        browser_.evaluate("document.getElementById('text').value = " + nlohmann::json(text).dump());
        takes([&] { browser_.press("#read"); });
    }
    void keepsKeyAs(const std::string& name) {
        browser_.evaluate("document.getElementById('keyName').value = '" + name + "'");
        browser_.press("#keep");
    }
    std::string note() { return textOf("#note"); }
    /// "good", "unknown" …; empty while there is no report.
    std::string state() {
        return browser_.evaluate("document.getElementById('verdict')?.dataset.state ?? ''");
    }
    std::string textOf(const std::string& selector) {
        return browser_.evaluate("document.querySelector('" + selector + "')?.textContent ?? ''");
    }
    int count(const std::string& selector) {
        return browser_.evaluate("document.querySelectorAll('" + selector + "').length");
    }
    /// For whoever wants to look at it.
    void draws(const std::string& name) {
        if (const char* folder = std::getenv("KIOSK_PICTURES"))
            browser_.draw(std::filesystem::path(folder) / (name + ".png"), 420);
    }

private:
    /// Until the page has done with what it was given.
    void takes(const std::function<void()>& give) {
        const std::string count = "Number(document.querySelector('main').dataset.taken ?? 0)";
        const int before = browser_.evaluate(count);
        give();
        browser_.waitFor(count + " > " + std::to_string(before));
    }

    tests::KeyFolder folder_;
    Browser browser_;
    int pictures_ = 0;
};

std::string numberOf(ByteView data) {
    std::string hex = toHex(ByteView(seal::digest(seal::DigestAlgorithm::sha256, data)).first(4));
    for (char& digit : hex)
        digit = static_cast<char>(std::toupper(static_cast<unsigned char>(digit)));
    return hex;
}

/// Codes as whoever forges them would make them: of any data, with the right number.
Texts forged(ByteView data, const std::string& kiosk) {
    const std::size_t half = data.size() / 4 * 2;
    const std::string head = "KH1/" + kiosk + "/" + numberOf(data) + "/";
    return {head + "1/2/" + toBase45(data.first(half)) + ".",
            head + "2/2/" + toBase45(data.subspan(half)) + "."};
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("G6 a report is believed once its key was compared, and shows cause, actor and kit") {
    const tests::KeyFolder kiosk;
    const HealthCodes codes = healthCodes(troubledHealth(), kiosk.key()).value();
    Phone phone;
    for (const std::string& text : codes.texts)
        phone.photographs({text});
    CHECK(phone.state() == "unknown");
    CHECK(phone.textOf("#fingerprint") == kiosk.key().fingerprint());
    phone.draws("health-page-unknown");
    phone.keepsKeyAs("East hall 3");
    CHECK(phone.state() == "good");
    CHECK(contains(phone.textOf("#verdict"), "East hall 3"));
    CHECK(nlohmann::json::parse(phone.textOf("#json")) ==
          health::forCodes(health::reportOf(troubledHealth())));
    CHECK(phone.count("[data-service=print][data-ready=no]") == 1);
    CHECK(phone.count("[data-service=identify][data-ready=yes]") == 1);
    CHECK(phone.count(".finding [data-who=attendant]") == 1);
    CHECK(phone.count(".bring [data-take=paper]") == 1);
    CHECK(phone.count(".bring [data-take=cable]") == 1);
    phone.draws("health-page-good");
    phone.browser().press("[data-language=\"zh-CN\"]");
    CHECK(contains(phone.textOf("#verdict"), "签名正确"));
    CHECK(contains(phone.textOf(".bring"), "打印纸"));
    phone.draws("health-page-good-zh");
}

TEST_CASE("G6 all codes on one picture are read, turned and out of focus") {
    const tests::KeyFolder kiosk;
    const HealthCodes codes = healthCodes(troubledHealth(), kiosk.key()).value();
    for (const Photo& how : {Photo{}, Photo{.degrees = 17}, Photo{.degrees = -63},
                             Photo{.degrees = 5, .blurPixels = 2}}) {
        Phone phone;
        phone.photographs(codes.texts, how);
        CAPTURE(how.degrees, how.blurPixels, phone.note());
        CHECK(phone.state() == "unknown");
    }
}

TEST_CASE("G6 a code that is half covered is said to be so, and simply scanned anew") {
    const tests::KeyFolder kiosk;
    const HealthCodes codes = healthCodes(troubledHealth(), kiosk.key()).value();
    Phone phone;
    phone.photographs({codes.texts[0]}, {.coveredShare = 0.5});
    CHECK(phone.state().empty());
    // With two of its three corners gone a code may be taken for none at all.
    CHECK((contains(phone.note(), "No whole code") || contains(phone.note(), "may be covered")));
    phone.photographs({codes.texts[0]}, {.coveredFrom = 0.2, .coveredShare = 0.65});
    CHECK(phone.state().empty());
    CHECK(contains(phone.note(), "it may be covered"));
    phone.draws("health-page-covered");
    phone.photographs(codes.texts);
    CHECK(phone.state() == "unknown");
}

TEST_CASE("G6 a code that is missing is named, and so is one of another kiosk or report") {
    const tests::KeyFolder kiosk;
    const tests::KeyFolder other;
    const Texts texts = healthCodes(soundHealth(), kiosk.key()).value().texts;
    const Texts others = healthCodes(soundHealth(), other.key()).value().texts;
    const Texts later = healthCodes(soundHealth(std::chrono::hours(1)), kiosk.key()).value().texts;
    const std::string first = "code 1 of " + std::to_string(texts.size());
    Phone phone;
    phone.photographs({texts.begin() + 1, texts.end()});
    CHECK(contains(phone.note(), first + " is still missing"));
    phone.photographs({others[0]});
    CHECK(contains(phone.note(), "another kiosk (" + other.key().fingerprint().substr(0, 4)));
    CHECK(contains(phone.note(), first));
    phone.draws("health-page-missing");
    CHECK(phone.count("#waiting li") == 2);
    phone.browser().press("#waiting li:nth-child(2) button");
    phone.photographs({later[0]});
    CHECK(contains(phone.note(), "another report of the same kiosk"));
    phone.photographs({texts[1]});
    CHECK(contains(phone.note(), "already"));
    CHECK(phone.state().empty());
    phone.photographs({texts[0]});
    CHECK(phone.state() == "unknown");
    CHECK(phone.textOf("#fingerprint") == kiosk.key().fingerprint());
}

TEST_CASE("G6 a forged report is never good: nothing of a changed one is shown") {
    const tests::KeyFolder kiosk;
    const tests::KeyFolder forger;
    const std::string mark = kiosk.key().fingerprint().substr(0, 4);
    const Texts texts = healthCodes(troubledHealth(), kiosk.key()).value().texts;
    Phone phone;
    phone.photographs(texts);
    phone.keepsKeyAs("East hall 3");
    REQUIRE(phone.state() == "good");
    SECTION("a byte was changed, at every kind of place") {
        const Bytes data = tests::dataOf(texts).value();
        for (const std::size_t at : {std::size_t{10}, std::size_t{80}, data.size() - 5}) {
            Bytes changed = data;
            changed[at] ^= std::byte{1};
            phone.photographs(forged(changed, mark));
            CAPTURE(at);
            CHECK(phone.state() == "wrong");
            CHECK(phone.count("[data-service]") == 0);
            CHECK(phone.count("#json") == 0);
        }
        phone.draws("health-page-wrong");
    }
    SECTION("it is signed by another key that claims the kiosk's mark") {
        const Bytes data =
            tests::dataOf(healthCodes(tests::soundHealth(), forger.key()).value().texts).value();
        phone.photographs(forged(data, mark));
        CHECK(phone.state() == "wrong");
    }
    SECTION("it is signed by a key that nobody has compared") {
        phone.photographs(healthCodes(tests::soundHealth(), forger.key()).value().texts);
        CHECK(phone.state() == "unknown");
    }
    SECTION("the parts do not belong together") {
        Texts mixed = healthCodes(soundHealth(), kiosk.key()).value().texts;
        const Texts other =
            healthCodes(soundHealth(std::chrono::hours(1)), kiosk.key()).value().texts;
        const std::string number = std::to_string(mixed.size());
        REQUIRE(mixed.size() >= 2);
        REQUIRE(other.size() == mixed.size());
        const std::string place = "/" + number + "/" + number + "/";
        const std::size_t head = mixed.back().find(place) + place.size();
        mixed.back().replace(head, std::string::npos, other.back().substr(head));
        phone.photographs(mixed);
        CHECK(phone.state() == "damaged");
        CHECK(phone.count("[data-service]") == 0);
    }
}

TEST_CASE("G6 what a kiosk counted is drawn over the times it was scanned, and kept") {
    const tests::KeyFolder kiosk;
    Phone phone;
    phone.photographs(healthCodes(troubledHealth(), kiosk.key()).value().texts);
    phone.keepsKeyAs("East hall 3");
    CHECK(phone.count("figure") == 0);
    for (int day = 1; day <= 4; ++day)
        phone.photographs(
            healthCodes(troubledHealth(std::chrono::hours(24 * day), 90 * day * day), kiosk.key())
                .value()
                .texts);
    CHECK(phone.state() == "good");
    CHECK(phone.count("figure[data-number=\"printer life_pages\"] circle") == 5);
    CHECK(contains(phone.textOf("figure[data-number=\"printer life_pages\"]"), "6560"));
    CHECK(phone.count("figure") == 1);
    CHECK(contains(phone.textOf(".still"), "Sheets left230"));
    phone.draws("health-page-plots");
    phone.browser().open(kOneFile);
    phone.browser().press("[data-language=en]");
    phone.photographs(
        healthCodes(troubledHealth(std::chrono::hours(24 * 5), 2000), kiosk.key()).value().texts);
    CHECK(phone.state() == "good");
    CHECK(phone.count("figure[data-number=\"printer life_pages\"] circle") == 6);
    phone.browser().press("#forget");
    phone.photographs(healthCodes(troubledHealth(), kiosk.key()).value().texts);
    CHECK(phone.state() == "unknown");
}

TEST_CASE("G6 pasted text counts like a picture; what is no code is said to be none") {
    const tests::KeyFolder kiosk;
    const Texts texts = healthCodes(soundHealth(), kiosk.key()).value().texts;
    Phone phone;
    phone.pastes("https://example.org/\nKH1/0000/00000000/1/1/:::.");
    CHECK(contains(phone.note(), "no health code"));
    std::string backwards;
    for (const std::string& text : texts)
        backwards.insert(0, "  " + text + "\r\n\n");
    phone.pastes(backwards);
    CHECK(phone.state() == "unknown");
}

TEST_CASE("G6 the page reaches no network, and everything on it has words and labels") {
    const tests::KeyFolder kiosk;
    Phone phone;
    phone.photographs(healthCodes(troubledHealth(), kiosk.key()).value().texts);
    phone.keepsKeyAs("East hall 3");
    Browser& browser = phone.browser();
    CHECK(browser.evaluate("fetch('http://127.0.0.1:1/').then(() => 'went', (e) => "
                           "new Promise((d) => d(String(e))))") == "TypeError: Failed to fetch");
    CHECK(browser.evaluate("performance.getEntriesByType('resource')"
                           ".filter((e) => /^https?:/.test(e.name)).length") == 0);
    CHECK(browser.evaluate("document.querySelector('meta[http-equiv]').content") ==
          "default-src 'none'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; style-src "
          "'self' 'unsafe-inline'; img-src blob: data:; media-src blob: mediastream:");
    for (const std::string language : {"zh-CN", "en"}) {
        browser.press("[data-language=\"" + language + "\"]");
        const std::string text = browser.evaluate("document.body.innerText");
        for (const std::string_view raw : {"undefined", "staff.", "error.", "{0}", "[object"})
            CHECK_FALSE(contains(text, raw));
        CHECK(browser.evaluate("[...document.querySelectorAll('[data-word]')].filter((n) => "
                               "n.textContent === '').length") == 0);
    }
    CHECK(browser.evaluate("[...document.querySelectorAll('input, textarea')].filter((n) => "
                           "!n.labels?.length).length") == 0);
    CHECK(browser.evaluate("[...document.querySelectorAll('button, .button')].filter((n) => "
                           "n.offsetParent && n.getBoundingClientRect().height < 44).length") == 0);
}

TEST_CASE("G7 an invented person whom every input names stands nowhere on the page") {
    const tests::KeyFolder kiosk;
    Phone phone;
    for (const std::string_view person : tests::kPerson) {
        phone.photographs(healthCodes(tests::healthKnowing(person), kiosk.key()).value().texts);
        CHECK(phone.state() == "unknown");
        const std::string all =
            phone.browser().evaluate("document.body.textContent.replace(/const ZXING[^]*/, '') + "
                                     "JSON.stringify(localStorage)");
        CHECK_FALSE(contains(all, person));
    }
}

// By name: the entry visit_codes_read_by_phone, once the scenario was played.
TEST_CASE("G6 G1 the phone reads the kiosk's own screen, and says what to bring", "[.screen]") {
    const std::filesystem::path screen = playedScreen("staff-codes");
    REQUIRE_FALSE(screen.empty());
    Phone phone;
    phone.reads(screen);
    CAPTURE(phone.note());
    CHECK(phone.state() == "unknown");
    CHECK(phone.count("[data-service=print][data-ready=no]") == 1);
    CHECK(phone.count("[data-service=identify][data-ready=yes]") == 1);
    CHECK(phone.count(".finding [data-who=attendant]") >= 1);
    CHECK(phone.count(".bring [data-take=paper]") == 1);
    phone.draws("health-page-of-screen");
}

} // namespace kiosk::handout
