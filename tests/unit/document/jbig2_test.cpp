// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/document/paint/images.h"
#include "firmware/document/paint/jbig2/arithmetic_decoder.h"

using namespace kiosk;
using document::paint::decodeImage;
using document::paint::Surface;
using document::paint::jbig2::ArithmeticDecoder;
using document::paint::jbig2::ContextState;

namespace {

/// A file with one page and one region; a program independent of ours decodes each of those below
/// to the same pixels.
std::string fileOf(std::string_view width, std::string_view height, std::string_view region) {
    std::string hex = "974a42320d0a1a0a0100000001000000003000010000001300000000";
    hex.replace(hex.size() - 2, 2, width).append("000000").append(height);
    return hex.append("0000000000000000000000")
        .append(region)
        .append("00000002310001000000000000000333000000000000");
}

/// 24 x 16, each code with its template; the first four also mark rows that repeat.
const std::vector<std::string> kFlags = {
    fileOf("18", "10",
           "0000000126000100000034000000180000001000000000000000000008"
           "03fffdff02fefefef140be3811b883b7a451c98138a8ec3cbb5fb4aa10b1c41fffac"),
    fileOf("18", "10",
           "000000012600010000002d00000018000000100000000000000000000a"
           "03fff193cf052b723b02e97e759f695f2228cc562edc0a581fffac"),
    fileOf("18", "10",
           "000000012600010000002b00000018000000100000000000000000000c"
           "02fff24b35247b32c8cb07a96addd53f5aa5e64869f98fffac"),
    fileOf("18", "10",
           "000000012600010000002c00000018000000100000000000000000000e"
           "02fff140be38121f018e51c42ad7041734d3e60966e9fb7fffac"),
    fileOf("18", "10",
           "000000012600010000003a0000001800000010000000000000000000"
           "00fbfe04fdfa0002fc92adead570db32dccf9fe4311ceab9a7061a0557a94b8ad2281146ad8e23ffac")};

const std::vector<std::string> kFlagRows = {
    "........................", ".######.................", ".######.................",
    ".##.....................", ".##.......#.............", ".##......###............",
    ".##.....#####...........", ".##....#######..........", ".##...#########.........",
    ".##..###########........", ".##.............#.#.#.#.", ".##.............#.#.#.#.",
    ".##.............#.#.#.#.", "................########", "................#......#",
    "........................"};

std::vector<std::string> rowsOf(std::string_view hex) {
    const auto surface = decodeImage(fromHex(hex).value());
    REQUIRE(surface);
    std::vector<std::string> rows;
    for (int y = 0; y < cairo_image_surface_get_height(surface->get()); ++y) {
        const auto* row = cairo_image_surface_get_data(surface->get()) +
                          std::ptrdiff_t{y} * cairo_image_surface_get_stride(surface->get());
        std::string& text = rows.emplace_back();
        for (int x = 0; x < cairo_image_surface_get_width(surface->get()); ++x)
            text += row[std::ptrdiff_t{x} * 4] == 0 ? '#' : '.';
    }
    return rows;
}

std::string codeOf(ByteView image) {
    const auto decoded = decodeImage(image);
    return decoded ? "decoded" : decoded.error().code();
}

} // namespace

TEST_CASE("R8 the arithmetic decoder gives the bits of the standard's own test sequence") {
    // ITU-T T.88 annex H.2
    const Bytes coded =
        fromHex("84c73bfce1a1430402200000410dbb86f4317fff88ff37471adb6adfffac").value();
    const Bytes plain =
        fromHex("00020051000000c00352872aaaaaaaaa82c02000fcd79ef6bf7fed904f46a3bf").value();
    ArithmeticDecoder decoder(coded);
    ContextState context;
    Bytes found;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        unsigned byte = 0;
        for (int bit = 0; bit < 8; ++bit)
            byte = byte << 1U | decoder.bit(context);
        found.push_back(static_cast<std::byte>(byte));
    }
    CHECK(toHex(found) == toHex(plain));
}

TEST_CASE("R8 JBIG2 pictures are decoded with each template, moved neighbours and repeated rows") {
    for (const std::string& file : kFlags)
        CHECK(rowsOf(file) == kFlagRows);
}

TEST_CASE("R8 JBIG2 regions coded as by a fax machine are decoded") {
    CHECK(rowsOf(fileOf("10", "02",
                        "0000000126000100000017000000100000000200000000000000000001"
                        "3317001001")) ==
          std::vector<std::string>{"........########", "........########"});
}

TEST_CASE("R8 a JBIG2 region is put on its page where and how it says") {
    std::string file = fileOf("20", "14",
                              "000000012600010000002c00000018000000100000000400000002020e"
                              "02fff140be38121f018e51c42ad7041734d3e60966e9fb7fffac");
    file.replace(file.find("0000000000000000000000"), 22, "0000000000000000040000"); // a black page
    const auto rows = rowsOf(file);
    REQUIRE(rows.size() == 20);
    CHECK(rows[0] == std::string(32, '#'));
    CHECK(rows[3] == "#####......#####################");
    CHECK(rows[19] == std::string(32, '#'));
}

TEST_CASE("R8 JBIG2 of kinds that are not read says so") {
    std::string symbols = kFlags[0];
    symbols.replace(symbols.find("000000012600"), 12, "000000010000");
    CHECK(codeOf(fromHex(symbols).value()) == "image.unsupported");
}

TEST_CASE("R8 JBIG2 cut short, changed, or larger than any page ends in an error or a picture") {
    const Bytes whole = fromHex(kFlags[0]).value();
    for (std::size_t at = 0; at < whole.size(); ++at) {
        codeOf(ByteView(whole).first(at));
        Bytes changed = whole;
        changed[at] ^= std::byte{0xFF};
        codeOf(changed);
    }
    CHECK(codeOf(ByteView(whole).first(40)) == "image.damaged");
    std::string huge = kFlags[0];
    huge.replace(huge.find("0000001800000010"), 16, "000070000000f000");
    CHECK(codeOf(fromHex(huge).value()) == "image.too-large");
}
