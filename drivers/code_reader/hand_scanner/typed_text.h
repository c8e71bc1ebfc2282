// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace kiosk::drivers::scanner {

/// When a character came, on any clock that does not jump.
using Moment = std::chrono::microseconds;

/// Gathers the characters of one code until its end. A scanner types them within milliseconds of
/// each other: after a pause of 100 ms what came before is half a code and is dropped. A code that
/// is too long, or of which something was lost, is dropped as a whole. Pure; bounded to
/// kLongestCode characters.
class TypedText {
public:
    void add(char letter, Moment at);
    /// Something of this code was lost: it is not believed.
    void lose() { lost_ = true; }
    /// The code's end has come: its text, or nothing. What comes next is another code.
    std::optional<std::string> end(Moment at);

private:
    void dropHalf(Moment at);

    std::string text_;
    Moment last_{};
    bool lost_ = false;
};

} // namespace kiosk::drivers::scanner
