// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/code_reader/code.h"
#include "drivers/code_reader/hand_scanner/key_typing.h"
#include "drivers/code_reader/hand_scanner/line_typing.h"
#include "tests/unit/drivers/hand_scanner/typed_keys.h"

using namespace kiosk;
using namespace kiosk::drivers::scanner;
using namespace std::chrono_literals;
using tests::typed;

namespace {

const std::string kText = "LK1:990000:A7K2-9QXM-0042:7F";

std::vector<std::string> codesIn(KeyTyping& typing, const std::vector<input_event>& events) {
    std::vector<std::string> codes;
    for (const input_event& event : events) {
        const auto at = std::chrono::seconds(event.input_event_sec) +
                        std::chrono::microseconds(event.input_event_usec);
        const KeyMove move = event.value == 0 ? KeyMove::up : KeyMove::down;
        if (auto text = typing.key(event.code, move, at))
            codes.push_back(*text);
    }
    return codes;
}

std::vector<std::string> codesIn(const std::vector<input_event>& events) {
    KeyTyping typing;
    return codesIn(typing, events);
}

std::vector<std::string> linesIn(std::string_view bytes) {
    LineTyping typing;
    std::vector<std::string> codes;
    for (const char letter : bytes)
        if (auto text = typing.byte(static_cast<std::byte>(letter), 1ms))
            codes.push_back(*text);
    return codes;
}

using Codes = std::vector<std::string>;

} // namespace

TEST_CASE("D10 what a scanner types as a keyboard is the code it read") {
    CHECK(codesIn(typed(kText + "\n")) == Codes{kText});
    CHECK(codesIn(typed("first\nsecond\n")) == Codes{"first", "second"});
    CHECK(codesIn(typed("\n\n")).empty());
}

TEST_CASE("D10 every key of the US layout types its two letters") {
    constexpr std::string_view kPlain = "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./ ";
    constexpr std::string_view kShifted = "~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:\"ZXCVBNM<>? ";
    KeyTyping typing;
    std::string all;
    for (const bool shift : {false, true}) {
        typing.key(KEY_RIGHTSHIFT, shift ? KeyMove::down : KeyMove::up, 1ms);
        for (unsigned code = 1; code < KEY_KPASTERISK; ++code)
            if (code != KEY_ESC && code != KEY_BACKSPACE && code != KEY_TAB && code != KEY_ENTER &&
                code != KEY_LEFTCTRL && code != KEY_LEFTSHIFT && code != KEY_RIGHTSHIFT)
                typing.key(code, KeyMove::down, 1ms);
        typing.key(KEY_SPACE, KeyMove::down, 1ms);
    }
    all = typing.key(KEY_KPENTER, KeyMove::down, 1ms).value_or("");
    std::string expected = std::string(kPlain) + std::string(kShifted);
    std::ranges::sort(all);
    std::ranges::sort(expected);
    CHECK(all == expected);
}

TEST_CASE("D10 half a code is dropped: after a pause the next one begins") {
    KeyTyping typing;
    CHECK(codesIn(typing, typed("LK1:9900", 1000)).empty());
    CHECK(codesIn(typing, typed(kText + "\n", 1107 + 2)) == Codes{kText});
}

TEST_CASE("D10 a pause as short as a scanner makes is part of the code") {
    KeyTyping typing;
    CHECK(codesIn(typing, typed("abcd", 1000)).empty());
    CHECK(codesIn(typing, typed("ef\n", 1103)) == Codes{"abcdef"});
}

TEST_CASE("D10 a code of which keys were lost is not told, the one after it is") {
    KeyTyping typing;
    CHECK(codesIn(typing, typed("LK1:99")).empty());
    typing.lose();
    CHECK(codesIn(typing, typed("0000\n" + kText + "\n", 1007)) == Codes{kText});
}

TEST_CASE("D10 keys with Ctrl and keys without a letter spoil the code they stand in") {
    KeyTyping typing;
    typing.key(KEY_LEFTCTRL, KeyMove::down, 1000ms);
    CHECK(codesIn(typing, typed("abc\n")).empty());
    typing.key(KEY_F5, KeyMove::down, 2000ms);
    CHECK(codesIn(typing, typed("abc\ndef\n", 2000)) == Codes{"def"});
}

TEST_CASE("D10 a key held down types once") {
    KeyTyping typing;
    typing.key(KEY_A, KeyMove::down, 1000ms);
    for (int i = 0; i < 100; ++i)
        typing.key(KEY_A, KeyMove::repeat, 1001ms);
    CHECK(typing.key(KEY_ENTER, KeyMove::down, 1002ms) == "a");
}

TEST_CASE("D10 the longest code passes, a longer one is dropped whole") {
    const std::string longest(drivers::kLongestCode, 'A');
    CHECK(linesIn(longest + "\r\n") == Codes{longest});
    CHECK(linesIn(longest + "A\r" + kText + "\r") == Codes{kText});
}

TEST_CASE("D10 a serial scanner's line is its code, in UTF-8, and no control character") {
    CHECK(linesIn("营业执照\r\n") == Codes{"营业执照"});
    CHECK(linesIn("a\x02"
                  "b\rc\n") == Codes{"c"});
}
