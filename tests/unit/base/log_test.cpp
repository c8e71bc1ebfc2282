// SPDX-License-Identifier: Apache-2.0
#include <set>

#include <catch2/catch.hpp>

#include "firmware/base/error_codes.h"
#include "firmware/base/events.h"
#include "firmware/base/events_text.h"
#include "firmware/base/log.h"
#include "firmware/base/log_line.h"

namespace kiosk {
namespace {

using events::Event;
using events::Form;
using events::kEvents;

/// The lines logged while it lives.
struct Lines {
    Lines() {
        log::setSink([this](log::Level, std::string_view line) { all.emplace_back(line); });
    }
    ~Lines() { log::setSink({}); }
    Lines(const Lines&) = delete;
    Lines& operator=(const Lines&) = delete;

    std::vector<std::string> all;
};

/// An invented person, in the forms in which one comes along: also of a code's form and as words.
const std::vector<std::string> kPersons{"张晓样", "card.zhang",      "zhang", "990101199001010017",
                                        "199001", "zhang,card.zhang"};

bool names(std::string_view text, std::string_view person) {
    return text.find(person) != text.npos;
}

} // namespace

TEST_CASE("G3 each event has an id of its own, two words, and tells itself apart by its sentence") {
    std::set<std::string_view> ids;
    std::set<std::string> sentences;
    for (const Event& event : kEvents) {
        CAPTURE(event.id);
        CHECK(ids.insert(event.id).second);
        CHECK(sentences.insert(std::string(event.area()) + ": " + std::string(event.sentence))
                  .second);
        CHECK(std::ranges::count(event.id, '.') == 1);
        CHECK(event.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz-.") == event.id.npos);
        CHECK(event.sentence.find('=') == event.sentence.npos); // or it would look like a field
    }
    CHECK(ids.size() > 40);
}

TEST_CASE("G3 a field holds what its form allows, and a person in none of them") {
    int fields = 0;
    for (const Event& event : kEvents)
        for (const events::Field& field : event.fields) {
            if (field.form == Form::none)
                continue;
            CAPTURE(event.id, field.name);
            ++fields;
            const bool isOfWords = field.form == Form::word || field.form == Form::words;
            CHECK(isOfWords == !field.words.empty());
            CHECK((field.form == Form::number) == (field.most > 0));
            CHECK(field.most < 100'000); // five digits: no piece of a person's number
            for (const std::string& person : kPersons)
                if (field.form != Form::region || person != "199001")
                    CHECK_FALSE(names(log::admitted(field, person), person));
            for (const std::string_view word : field.words) {
                CHECK(log::admitted(field, word) == word);
                CHECK(word.find_first_of(" ,=") == word.npos);
            }
        }
    CHECK(fields > 40);
    const events::Field pages = events::number("pages", 9999);
    CHECK(log::admitted(pages, "0") == "0");
    CHECK(log::admitted(pages, "9999") == "9999");
    CHECK(log::admitted(pages, "10000") == "more");
    CHECK(log::admitted(pages, "99999999999999999999999") == "more");
    CHECK(log::admitted(pages, "-1") == "unknown");
    CHECK(log::admitted(events::code(), "printer.gone") == "printer.gone");
    CHECK(log::admitted(events::codes(), "font.missing-glyph,card.zhang") ==
          "font.missing-glyph,fault.unnamed");
    CHECK(log::admitted(events::usb("who"), "1-1.2,0781:5567,08/06/50") ==
          "1-1.2,0781:5567,08/06/50");
}

TEST_CASE("G3 a line names its event, and is read back as it was said") {
    const Lines lines;
    log::tell<"visit.out-of-service">(
        Error(ErrorKind::device, "printer.gone", Remedy::technician, "张晓样 stood there"));
    log::tell<"visit.copy-settled">(3, std::optional<int>());
    log::tell<"parts.other">("printer", std::vector<std::string>{"model", "serial"});
    log::tell<"staff.test-ended">("camera", true);
    log::tell<"quality.of-region">("990000", std::vector<std::string>{"font.missing-glyph"});
    REQUIRE(lines.all ==
            std::vector<std::string>{
                "warning visit: out of service event=visit.out-of-service code=printer.gone",
                "info visit: an interrupted copy is settled event=visit.copy-settled pages=3 "
                "out=unknown",
                "error parts: a part is another than on record event=parts.other part=printer "
                "differs=model,serial",
                "info staff: a guided test ended event=staff.test-ended test=camera passed=yes",
                "info quality: data for the region to look after event=quality.of-region "
                "region=990000 codes=font.missing-glyph"});
    for (const std::string& text : lines.all) {
        const auto said = log::lineIn(text);
        REQUIRE(said);
        std::vector<std::string> values;
        for (const auto& [name, value] : said->fields)
            values.push_back(value);
        CHECK(log::lineOf(*said->event, values) == text);
    }
}

TEST_CASE("G3 of a line that somebody else wrote an event of the list is taken over, or nothing") {
    CHECK_FALSE(log::lineIn("error card: read of 张晓样 code=printer.gone"));
    CHECK_FALSE(log::lineIn("error card: event=card.zhang code=printer.gone"));
    CHECK_FALSE(log::lineIn(""));
    const auto said = log::lineIn("error 张晓样 event=printer.strange-pages code=card.zhang "
                                  "pages=990101199001010017 who=zhang");
    REQUIRE(said);
    CHECK(said->event->id == "printer.strange-pages");
    CHECK(said->fields == std::vector<std::pair<std::string_view, std::string>>{
                              {"code", "fault.unnamed"}, {"pages", "more"}});
}

TEST_CASE("G3 what is logged is what a crash's record remembers, also below what is written") {
    const Lines lines;
    log::tell<"device.call-failed">("printer",
                                    Error(ErrorKind::device, "printer.gone", Remedy::technician));
    log::tell<"visit.step">("张晓样");
    CHECK(lines.all == std::vector<std::string>{"info visit: step event=visit.step to=other"});
    std::array<events::Noted, events::kRemembered> noted;
    const std::size_t count = events::recall(noted);
    REQUIRE(count >= 2);
    const Event* failed = events::eventOf(noted[count - 2]);
    REQUIRE(failed != nullptr);
    CHECK(failed->id == "device.call-failed");
    CHECK(events::wordOf(*failed, noted[count - 2]) == "printer");
    CHECK(events::wordOf(*events::eventOf(noted[count - 1]), noted[count - 1]) == "");
    CHECK(events::eventOf({.event = 12345}) == nullptr);
}

TEST_CASE("G3 the codes of errors are those that the sources make, and tell themselves apart") {
    CHECK(isErrorCode("printer.paper-out"));
    CHECK(isErrorCode("fault.unnamed"));
    CHECK(isErrorCode("theme.colour")); // of screens
    for (const char* none : {"card.zhang", "printer.strange-pages", "paper.page", "staff.json", ""})
        CHECK_FALSE(isErrorCode(none));
    std::set<std::uint32_t> numbers;
    for (const std::string_view code : errorCodes())
        numbers.insert(events::numberOf(code));
    CHECK(numbers.size() == errorCodes().size());
    CHECK(numbers.size() > 300);
}

TEST_CASE("G3 the document names each event once, with outcome and what may be said") {
    const std::string text = events::eventsText();
    for (const Event& event : kEvents) {
        CAPTURE(event.id);
        const std::string row = "\n| `" + std::string(event.id) + "` | ";
        const std::size_t at = text.find(row);
        REQUIRE(at != text.npos);
        CHECK(text.find(row, at + 1) == text.npos);
        const std::string line = text.substr(at + 1, text.find('\n', at + 1) - at - 1);
        CHECK(names(line, event.sentence));
        CHECK(names(line, events::kOutcomeNames[static_cast<std::size_t>(event.outcome)]));
        for (const events::Field& field : event.fields)
            for (const std::string_view word : field.words)
                CHECK(names(line, word));
    }
}

} // namespace kiosk
