// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <catch2/catch.hpp>

#include "firmware/base/files.h"
#include "screens/kit/draw/canvas.h"
#include "tests/screens/screen_fixture.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::test {
namespace {

constexpr kit::Board kSmall{.widthPx = 96, .heightPx = 96, .pixelsPerInch = 25.4};

bool isBlank(const kit::Canvas& canvas) {
    for (int y = 0; y < kSmall.heightPx; ++y)
        if (std::ranges::any_of(canvas.row(y),
                                [&](std::uint32_t one) { return one != canvas.row(0)[0]; }))
            return false;
    return true;
}

void draw(kit::Drawings& drawings, std::string_view name, const kit::Canvas& canvas) {
    drawings.draw(canvas.cairo(), name, {0, 0, 96, 96},
                  {assets().themes.of(visit::Theme::standard), kit::ColourRole::ink});
}

} // namespace

TEST_CASE("every drawing of the assets shows something") {
    const auto names = assets().drawings.names();
    CHECK(names.size() > 50);
    for (const std::string& name : names) {
        const kit::Canvas canvas(kSmall);
        draw(assets().drawings, name, canvas);
        INFO(name);
        CHECK_FALSE(isBlank(canvas));
    }
}

TEST_CASE("a file that is no drawing shows nothing and ends nothing") {
    const tests::TemporaryFolder folder;
    REQUIRE(writeFile(folder.path() / "broken.svg", bytesOf("<svg")));
    auto drawings = kit::Drawings::load(folder.path());
    REQUIRE(drawings);
    const kit::Canvas canvas(kSmall);
    draw(*drawings, "broken", canvas);
    CHECK(isBlank(canvas));
}

TEST_CASE("a drawing is as sharp the second time, from memory, as the first") {
    const kit::Canvas first(kSmall);
    const kit::Canvas second(kSmall);
    draw(assets().drawings, "card", first);
    draw(assets().drawings, "card", second);
    for (int y = 0; y < kSmall.heightPx; ++y)
        CHECK(std::ranges::equal(first.row(y), second.row(y)));
}

TEST_CASE("an icon and an illustration stay within their place") {
    const tests::TemporaryFolder folder;
    REQUIRE(writeFile(folder.path() / "flood.svg",
                      bytesOf(R"(<svg viewBox="0 0 10 10"><rect class="f-tint" x="-10" y="-10" )"
                              R"(width="30" height="30"/></svg>)")));
    auto drawings = kit::Drawings::load(folder.path());
    REQUIRE(drawings);
    const int size = GENERATE(40, 800); // kept, and drawn in place
    const kit::Canvas canvas({.widthPx = 1000, .heightPx = 1000, .pixelsPerInch = 25.4});
    const auto side = static_cast<double>(size);
    drawings->draw(canvas.cairo(), "flood", {100, 100, side, side},
                   {assets().themes.of(visit::Theme::standard), kit::ColourRole::ink});
    const auto ground = canvas.row(0)[0];
    const auto end = static_cast<std::size_t>(100 + size);
    CHECK(canvas.row(100)[99] == ground);
    CHECK(canvas.row(99)[100] == ground);
    CHECK(canvas.row(100)[100] != ground);
    CHECK(canvas.row(99 + size)[end - 1] != ground);
    CHECK(canvas.row(99 + size)[end] == ground);
    CHECK(canvas.row(100 + size)[end - 1] == ground);
}

TEST_CASE("the cache of drawings keeps to its bytes and forgets the oldest") {
    kit::DrawingCache cache(3 * 16 * 16 * 4);
    int drawn = 0;
    const auto ask = [&](const std::string& key) {
        cache.find(key, 16, 16, [&](cairo_t*) { ++drawn; });
    };
    for (const char* key : {"a", "b", "c", "a", "d"}) // d: b goes, a was used since
        ask(key);
    CHECK(drawn == 4);
    ask("a");
    CHECK(drawn == 4);
    ask("b");
    CHECK(drawn == 5);
}

} // namespace kiosk::test
