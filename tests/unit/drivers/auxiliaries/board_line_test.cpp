// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "drivers/auxiliaries/serial_board/codec/line.h"
#include "firmware/base/files.h"
#include "firmware/base/text.h"

using namespace kiosk;
using namespace kiosk::drivers::serial_board;

namespace {

const Line kLight{0x4F, {"LIGHT", "cardLight", "slow"}};

std::vector<Line> linesIn(ByteView bytes) {
    LineCutter cutter;
    cutter.feed(bytes);
    std::vector<Line> lines;
    while (auto line = cutter.take())
        lines.push_back(std::move(*line));
    return lines;
}

std::vector<Line> linesIn(std::string_view text) {
    return linesIn(bytesOf(text));
}

/// A line whose check holds, whatever stands in it.
std::string checked(const std::string& covered) {
    char check[8];
    std::snprintf(check, sizeof check, "%04X", checkOf(bytesOf(covered)));
    return "$" + covered + "*" + check + "\n";
}

} // namespace

TEST_CASE("D11 the check is that of the catalogue") {
    CHECK(checkOf(bytesOf("123456789")) == 0x29B1);
}

TEST_CASE("D11 a line is read as it was written, cut at any byte") {
    const Bytes bytes = encode(kLight);
    for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
        LineCutter cutter;
        cutter.feed(ByteView(bytes).first(cut));
        cutter.feed(ByteView(bytes).subspan(cut));
        CHECK(cutter.take() == kLight);
        CHECK_FALSE(cutter.take());
    }
}

TEST_CASE("D11 a line that lost its end anywhere costs no other line") {
    const Bytes bytes = encode(kLight);
    for (std::size_t kept = 0; kept < bytes.size(); ++kept) {
        Bytes two(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(kept));
        two.insert(two.end(), bytes.begin(), bytes.end());
        CHECK(linesIn(two) == std::vector{kLight});
    }
}

TEST_CASE("D11 a line with any one bit wrong is not there") {
    const Bytes bytes = encode(kLight);
    for (std::size_t at = 0; at + 1 < bytes.size(); ++at)
        for (unsigned bit = 1; bit < 256; bit <<= 1) {
            Bytes wrong = bytes;
            wrong[at] ^= std::byte(bit);
            CAPTURE(at, bit);
            CHECK(linesIn(wrong).empty());
        }
}

TEST_CASE("D11 what the protocol does not allow is not there, though its check holds") {
    CHECK(linesIn(checked("07,OK")).size() == 1);
    for (const char* wrong : {"07", "7,OK", "0g,OK", "07,", "07,OK,", "07,O K", "07,OK,\xC3\xA9",
                              "", "007,OK", "07;OK", "0a,OK"})
        CHECK(linesIn(checked(wrong)).empty());
    CHECK(linesIn("$07,OK\n").empty());
    CHECK(linesIn(checked("07," + std::string(kLongestLine, 'A'))).empty());
}

TEST_CASE("D11 lines that nobody takes are bounded") {
    std::string many;
    for (int line = 0; line < 1000; ++line)
        many += checked("07,OK");
    CHECK(linesIn(many).size() <= 64);
}

TEST_CASE("D11 the protocol's page shows lines as they are") {
    const auto page = readFile(KIOSK_SOURCE_DIR "/drivers/auxiliaries/serial_board/README.md");
    REQUIRE(page);
    int shown = 0;
    const std::string text = toText(*page);
    for (const std::string_view line : split(text, '\n')) {
        const std::size_t dollar = line.find(" $");
        if (dollar == std::string_view::npos || !line.starts_with("    "))
            continue;
        ++shown;
        INFO(line);
        CHECK(linesIn(std::string(line.substr(dollar + 1)) + "\n").size() == 1);
    }
    CHECK(shown == 6);
}
