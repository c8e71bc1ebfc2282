// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/document/paint/path_work.h"

using namespace kiosk::document;
using ofd::PathStep;
using paint::pathWork;

namespace {

/// `count` lines up and down a page of 300 x 300 pixels, or across it.
std::vector<PathStep> lines(int count, double dx, double dy) {
    std::vector<PathStep> steps{{PathStep::Kind::move, {}, {}, {0, 0}}};
    for (int i = 1; i <= count; ++i)
        steps.push_back(
            {PathStep::Kind::line, {}, {}, i % 2 == 1 ? ofd::Point{dx, dy} : ofd::Point{}});
    return steps;
}

std::size_t work(const std::vector<PathStep>& steps, const ofd::Style& style = {}) {
    const paint::Surface surface(cairo_image_surface_create(CAIRO_FORMAT_A8, 300, 300));
    const paint::Context context(cairo_create(surface.get()));
    return pathWork(context.get(), steps, style);
}

} // namespace

TEST_CASE("S6 lines cost by their length, side by side also by their square") {
    const std::size_t along = work(lines(1000, 300, 0)); // no two of them in one row's edges
    CHECK(along == 18'750);
    CHECK(work(lines(100, 300, 0)) == along / 10);
    // 100 edges in each of 300 rows, a hundred times
    CHECK(work(lines(100, 0, 300)) - along / 10 == 2000);
    CHECK(work(lines(1000, 0, 300)) - along == 200'000);
    CHECK(work(lines(1000, 1e9, 0)) == 625'000); // of a line no page shows more
}

TEST_CASE("S6 each dash costs") {
    const std::size_t whole = work(lines(10, 300, 0));
    const auto dashed = [](std::vector<double> dash) {
        ofd::Style style;
        style.dash = std::move(dash);
        return work(lines(10, 300, 0), style);
    };
    CHECK(dashed({1, 1}) == whole + 3000);
    CHECK(dashed({0.5, 1.5}) == whole + 3000);
    CHECK(dashed({1e-6}) == 1'000'000'000); // the most that is counted
    CHECK(dashed({}) == whole);
    CHECK(dashed({0, 0}) == whole);
}
