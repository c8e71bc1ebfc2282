// SPDX-License-Identifier: Apache-2.0
#include "tests/support/clutter.h"

#include <algorithm>
#include <cmath>
#include <random>

#include "tests/support/code_pictures.h"

namespace kiosk::tests {

namespace {

using drivers::Frame;

/// Things are painted over each other, the later before the earlier.
class Painter {
public:
    Painter(int width, int height, std::uint64_t seed)
        : frame_(groundFrame(width, height, seed)), random_(seed) {}

    Frame paint() {
        for (int i = 0; i < 14; ++i) {
            switch (random_() % 4) {
            case 0:
                bar(within(frame_.width), within(frame_.height), 20 + within(300), 20 + within(200),
                    level());
                break;
            case 1:
                disc(within(frame_.width), within(frame_.height), 5 + within(90), level());
                break;
            case 2:
                shirt();
                break;
            default:
                print();
            }
        }
        return std::move(frame_);
    }

private:
    int within(int limit) {
        return static_cast<int>(random_() % static_cast<std::uint64_t>(limit));
    }
    std::uint8_t level() { return static_cast<std::uint8_t>(random_() % 256); }

    template <typename Inside>
    void fill(int left, int top, int width, int height, std::uint8_t level, const Inside& inside) {
        for (int y = std::max(top, 0); y < std::min(top + height, frame_.height); ++y)
            for (int x = std::max(left, 0); x < std::min(left + width, frame_.width); ++x)
                if (inside(x, y))
                    frame_.luma[static_cast<std::size_t>(y * frame_.width + x)] = level;
    }
    void bar(int left, int top, int width, int height, std::uint8_t level) {
        fill(left, top, width, height, level, [](int, int) { return true; });
    }
    void disc(int x, int y, int radius, std::uint8_t level) {
        fill(x - radius, y - radius, 2 * radius, 2 * radius, level,
             [=](int px, int py) { return std::hypot(px - x, py - y) < radius; });
    }
    void shirt() {
        const int left = within(frame_.width);
        const int top = within(frame_.height);
        const int stripe = 3 + within(14);
        const std::uint8_t ink = level();
        for (int i = 0; i < 12; ++i)
            bar(left + 2 * i * stripe, top, stripe, 200, ink);
    }
    /// Strokes of glyphs on paper, line under line.
    void print() {
        const int left = within(frame_.width);
        const int top = within(frame_.height);
        const int glyph = 6 + within(14);
        bar(left, top, 16 * glyph, 10 * glyph, 235);
        for (int line = 0; line < 5; ++line)
            for (int column = 0; column < 14; ++column)
                stroke(left + (column + 1) * glyph, top + (2 * line + 1) * glyph, glyph);
    }
    void stroke(int x, int y, int glyph) {
        const int thin = std::max(glyph / 6, 1);
        bar(x + within(glyph / 2), y, thin, glyph - 1, 30);
        bar(x, y + within(glyph - 1), glyph - 2, thin, 30);
    }

    Frame frame_;
    std::mt19937_64 random_;
};

} // namespace

Frame clutterFrame(int width, int height, std::uint64_t seed) {
    return Painter(width, height, seed).paint();
}

} // namespace kiosk::tests
