// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include <catch2/catch.hpp>

#include "tests/golden/comparison.h"
#include "tests/golden/documents.h"

using namespace kiosk;
using namespace kiosk::tests::golden;

namespace {

std::filesystem::path pictures() {
    return std::filesystem::path(KIOSK_SOURCE_DIR) / "tests" / "golden" / "pictures";
}

const GoldenDocument& named(const std::vector<GoldenDocument>& all, std::string_view name) {
    return *std::ranges::find(all, name, &GoldenDocument::name);
}

} // namespace

TEST_CASE("R8 every document of ours is drawn as its golden picture shows it") {
    for (const GoldenDocument& document : documents()) {
        CAPTURE(document.name);
        const auto golden = readPng(pictures() / (document.name + ".png"));
        REQUIRE(golden);
        const auto found = difference(draw(document), *golden);
        REQUIRE(found);
        CAPTURE(found->mean, found->most);
        CHECK(isSame(*found));
    }
}

TEST_CASE("R8 golden pictures are few, small, and none without its document") {
    std::size_t count = 0;
    const auto all = documents();
    for (const auto& entry : std::filesystem::directory_iterator(pictures())) {
        CAPTURE(entry.path().string());
        ++count;
        CHECK(std::ranges::find(all, entry.path().stem().string(), &GoldenDocument::name) !=
              all.end());
        CHECK(entry.file_size() <= 30 * 1024);
    }
    CHECK(count == all.size());
    CHECK(count <= 40);
}

TEST_CASE("R8 a fill rule, a weight or a colour gone wrong would be seen") {
    const auto all = documents();
    const auto changed = [&all](std::string_view name, std::string_view from, std::string_view to) {
        GoldenDocument other = named(all, name);
        other.page.replace(other.page.find(from), from.size(), to);
        return difference(draw(named(all, name)), draw(other)).value();
    };
    CHECK_FALSE(isSame(changed("path-even-odd", "Even-Odd", "NonZero")));
    CHECK_FALSE(isSame(changed("text-styles", "Weight='700'", "Weight='400'")));
    CHECK_FALSE(isSame(changed("colour-spaces", "200 100 0", "120 100 0")));
    CHECK_FALSE(isSame(changed("text-directions", "ReadDirection='90'", "ReadDirection='0'")));
    CHECK(isSame(changed("path-lines", "LineWidth='4'", "LineWidth='4.02'")));
}
