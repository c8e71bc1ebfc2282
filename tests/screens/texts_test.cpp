// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <catch2/catch.hpp>

#include "drivers/camera/camera.h"
#include "screens/citizen/error_words.h"
#include "screens/citizen/problem.h"
#include "screens/kit/snapshot.h"
#include "screens/kit/texts.h"
#include "tests/screens/screen_fixture.h"

namespace kiosk::test {
TEST_CASE("A71 every text a screen asks for exists") {
    for (const Setting& setting : allSettings())
        for (const ExampleView& example : exampleViews()) {
            const auto tree = kit::snapshot(build(example, setting.settings, context()).root);
            INFO(example.name << " " << setting.name << "\n" << tree);
            CHECK(tree.find("⟦") == std::string::npos);
            if (setting.settings.theme != visit::Theme::standard ||
                setting.settings.textSize != visit::TextSize::normal)
                break;
        }
}

TEST_CASE("U10 every error says what happened, what to do now and what did not happen") {
    for (const visit::Language& language : allLanguages()) {
        const kit::Texts& texts = assets().catalogue.of(language);
        for (const std::string& key : texts.keys()) {
            if (!key.starts_with("error.") || !key.ends_with(".what"))
                continue;
            const std::string code = key.substr(0, key.size() - 5);
            INFO(code);
            CHECK(texts.has(code + ".now"));
            CHECK(texts.has(code + ".not"));
        }
    }
}

TEST_CASE("U10 errors of one group are told in its words, beside a sign of what they are about") {
    const auto signs = assets().drawings.names();
    for (const std::string_view code : {"reader.other-sam",
                                        "camera.busy",
                                        "scanner.busy",
                                        "printer.address",
                                        "auxiliaries.garbled",
                                        "device.allow-list",
                                        "device.died",
                                        "sound.unavailable",
                                        "authority.cancelled",
                                        "base45.malformed",
                                        "document.is-a-pdf",
                                        "composite.too-deep",
                                        "document.channel",
                                        "authority.configuration",
                                        "envelope.garbled",
                                        "file.create",
                                        "network.no-link",
                                        "clock.behind",
                                        "trust.old",
                                        "memory.low",
                                        "queue.old",
                                        "staff.locks",
                                        "staff.card-known",
                                        "config.missing",
                                        "odd.code"}) {
        INFO(code);
        CHECK(std::ranges::find(signs, citizen::errorDrawing(code)) != signs.end());
        for (const visit::Language& language : allLanguages()) {
            const kit::Texts& texts = assets().catalogue.of(language);
            const auto told = citizen::problemOf(texts, code, Remedy::technician);
            const auto general = citizen::problemOf(texts, "odd.code", Remedy::technician);
            CHECK((told.what.text != general.what.text) == (code != "odd.code"));
            CHECK_FALSE(told.now.text.empty());
            CHECK_FALSE(told.notHappened.text.empty());
        }
    }
}

TEST_CASE("D10 every hint of the camera has its own text") {
    using enum drivers::FrameHint;
    for (const visit::Language& language : allLanguages())
        for (const auto hint : {covered, dark, glare, blurred}) {
            INFO(name(hint));
            CHECK(assets().catalogue.of(language).has("error.camera." + std::string(name(hint)) +
                                                      ".what"));
        }
}

TEST_CASE("U10 every remedy has texts for codes without their own") {
    for (const Remedy remedy : {Remedy::citizenAgain, Remedy::attendant, Remedy::technician,
                                Remedy::configuration, Remedy::supplier, Remedy::wait})
        for (const auto part : {"what", "now", "not"})
            CHECK(assets().catalogue.of({}).has("error.remedy." + std::string(name(remedy)) + "." +
                                                part));
}

} // namespace kiosk::test
