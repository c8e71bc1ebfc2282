// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <tuple>

#include "screens/kit/draw/typesetter.h"
#include "tests/screens/rules/placed.h"

namespace kiosk::test {

/// Heights of writing (A1, A2), families (A5), lines and ink inside their boxes (A9), characters
/// without a glyph (A72), values without an isolate (A74). Remembers what it measured.
class TextRules {
public:
    TextRules(kit::Typesetter& typesetter, const kit::Board& board)
        : typesetter_(typesetter), board_(board) {}

    Findings broken(const std::vector<Placed>& screen, visit::TextSize size);

private:
    struct Measured {
        kit::ExtentMm lines; ///< as laid out
        kit::RectMm ink;     ///< as drawn into a box of the lines' extent at (0, 0)
        bool complete = true;
        bool sans = true;
    };
    using Key = std::tuple<std::string, std::string, double, int, double>;

    const Measured& measured(const Placed& entry, double width);
    void checkBox(const Placed& entry, Findings& broken);

    kit::Typesetter& typesetter_;
    const kit::Board& board_;
    std::map<Key, Measured> known_;
};

/// Digits, or Latin words beside Arabic ones, that stand in a sentence without an isolate: drawn in
/// another order than they were written.
bool lacksIsolate(std::string_view text, bool isRightToLeft);

} // namespace kiosk::test
