// SPDX-License-Identifier: Apache-2.0
#include "tests/support/drawn_face.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace kiosk::tests {

namespace {

/// One part of the face, painted over those before it with a soft rim. Lengths in face heights
/// from the middle of the face, y downwards.
struct Part {
    double x, y;         ///< its middle
    double across, down; ///< half its width and height
    double level;        ///< 0 to 255
    double cover = 1;    ///< how much of what is under it it hides
};

constexpr std::array kParts{Part{0, -0.08, 0.45, 0.56, 40},           // hair
                            Part{0, 0.05, 0.36, 0.48, 190},           // skin
                            Part{-0.15, -0.08, 0.13, 0.09, 120, 0.7}, // eye sockets
                            Part{0.15, -0.08, 0.13, 0.09, 120, 0.7},
                            Part{-0.15, -0.15, 0.12, 0.022, 50, 0.9}, // brows
                            Part{0.15, -0.15, 0.12, 0.022, 50, 0.9},
                            Part{-0.15, -0.07, 0.07, 0.032, 230}, // eyes
                            Part{0.15, -0.07, 0.07, 0.032, 230},
                            Part{-0.15, -0.07, 0.034, 0.034, 25},
                            Part{0.15, -0.07, 0.034, 0.034, 25},
                            Part{0, 0.03, 0.03, 0.13, 225, 0.7}, // the nose's back and its shadow
                            Part{0, 0.155, 0.075, 0.022, 110, 0.7},
                            Part{-0.2, 0.12, 0.09, 0.09, 210, 0.5}, // cheeks
                            Part{0.2, 0.12, 0.09, 0.09, 210, 0.5},
                            Part{0, 0.29, 0.13, 0.03, 95, 0.9}, // mouth
                            Part{0, 0.36, 0.1, 0.02, 150, 0.6}};

/// 1 inside, 0 outside, between them a rim.
double inside(const Part& part, double x, double y) {
    const double from = std::hypot((x - part.x) / part.across, (y - part.y) / part.down);
    return std::clamp(0.5 + (1 - from) / 0.3, 0.0, 1.0);
}

double levelAt(double x, double y) {
    double level = 150;
    for (const Part& part : kParts) {
        const double share = part.cover * inside(part, x, y);
        level += share * (part.level - level);
    }
    return level;
}

} // namespace

drivers::Frame drawFace(const DrawnFace& how) {
    drivers::Frame frame{how.width, how.height, {}};
    for (int y = 0; y < how.height; ++y)
        for (int x = 0; x < how.width; ++x) {
            const double level = levelAt((x - how.width / 2.0) / how.faceHeight,
                                         (y - how.height / 2.0) / how.faceHeight);
            frame.luma.push_back(static_cast<std::uint8_t>(level * how.light));
        }
    return frame;
}

} // namespace kiosk::tests
