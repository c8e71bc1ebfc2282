// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/paint/missing_glyph.h"

#include <array>
#include <cstdio>
#include <string_view>

namespace kiosk::document::paint {

namespace {

/// All lengths in ems.
constexpr double kLeft = 0.06, kTop = -0.82, kSide = 0.88;
constexpr double kLine = 0.04;
constexpr double kDigitHeight = 0.28;
constexpr double kRowGap = 0.1;

/// A segment of a digit on a grid of one by two.
struct Bar {
    double fromX, fromY, toX, toY;
};
constexpr std::array<Bar, 7> kBars = {{{0, 0, 1, 0},
                                       {1, 0, 1, 1},
                                       {1, 1, 1, 2},
                                       {0, 2, 1, 2},
                                       {0, 1, 0, 2},
                                       {0, 0, 0, 1},
                                       {0, 1, 1, 1}}};

/// Which segments make the digits 0 to F, the first in the lowest bit.
constexpr std::array<unsigned, 16> kDigits = {0x3F, 0x06, 0x5B, 0x4F, 0x66, 0x6D, 0x7D, 0x07,
                                              0x7F, 0x6F, 0x77, 0x7C, 0x39, 0x5E, 0x79, 0x71};

unsigned valueOf(char digit) {
    return static_cast<unsigned>(digit <= '9' ? digit - '0' : digit - 'A' + 10);
}

void appendDigit(cairo_t* context, char digit, double left, double top, double width) {
    for (std::size_t i = 0; i < kBars.size(); ++i) {
        if ((kDigits[valueOf(digit)] >> i & 1U) == 0)
            continue;
        const Bar& s = kBars[i];
        cairo_move_to(context, left + s.fromX * width, top + s.fromY * kDigitHeight / 2);
        cairo_line_to(context, left + s.toX * width, top + s.toY * kDigitHeight / 2);
    }
}

void appendRow(cairo_t* context, std::string_view digits, std::size_t columns, double top) {
    const double cell = kSide / (static_cast<double>(columns) + 0.5);
    const double width = cell * 0.62;
    const double used = cell * static_cast<double>(digits.size()) - (cell - width);
    double left = kLeft + (kSide - used) / 2;
    for (const char digit : digits) {
        appendDigit(context, digit, left, top, width);
        left += cell;
    }
}

} // namespace

void drawMissingGlyph(cairo_t* context, char32_t character) {
    std::array<char, 9> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%04X", static_cast<unsigned>(character));
    const std::string_view digits(buffer.data());
    const std::size_t columns = (digits.size() + 1) / 2;
    const double firstRow = kTop + (kSide - 2 * kDigitHeight - kRowGap) / 2;
    cairo_new_path(context);
    cairo_rectangle(context, kLeft, kTop, kSide, kSide);
    appendRow(context, digits.substr(0, columns), columns, firstRow);
    appendRow(context, digits.substr(columns), columns, firstRow + kDigitHeight + kRowGap);
    cairo_set_line_width(context, kLine);
    cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND);
    cairo_set_dash(context, nullptr, 0, 0);
    cairo_stroke(context);
}

} // namespace kiosk::document::paint
