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

TEST_CASE("S6 lines that stand side by side cost by their square") {
    CHECK(work(lines(100, 0, 300)) == 2000); // 100 edges in each of 300 rows, a hundred times
    CHECK(work(lines(1000, 0, 300)) == 200'000);
    CHECK(work(lines(1000, 300, 0)) == 0);
}

TEST_CASE("S6 each dash costs") {
    const auto dashed = [](std::vector<double> dash) {
        ofd::Style style;
        style.dash = std::move(dash);
        return work(lines(10, 300, 0), style);
    };
    CHECK(dashed({1, 1}) == 3000);
    CHECK(dashed({0.5, 1.5}) == 3000);
    CHECK(dashed({1e-6}) == 1'000'000'000);
    CHECK(dashed({}) == 0);
    CHECK(dashed({0, 0}) == 0);
}
