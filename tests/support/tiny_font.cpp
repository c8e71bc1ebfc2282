// SPDX-License-Identifier: Apache-2.0
#include "tests/support/tiny_font.h"

#include <utility>

namespace kiosk::tests {

namespace {

constexpr int kUnitsPerEm = 1000;

std::string be16(int value) {
    const auto bits = static_cast<unsigned>(value);
    return {static_cast<char>(bits >> 8U & 0xFFU), static_cast<char>(bits & 0xFFU)};
}

std::string be32(std::size_t value) {
    return be16(static_cast<int>(value >> 16U & 0xFFFFU)) + be16(static_cast<int>(value & 0xFFFFU));
}

std::string words(std::initializer_list<int> values) {
    std::string text;
    for (const int value : values)
        text += be16(value);
    return text;
}

std::string head() {
    return words({1, 0, 1, 0}) + be32(0) + be32(0x5F0F3CF5) + words({0, kUnitsPerEm}) +
           std::string(16, '\0') + words({0, 0, kUnitsPerEm, kUnitsPerEm, 0, 8, 2, 1, 0});
}

std::string horizontalHeader(int glyphs) {
    return words({1, 0, 800, -200, 0, kUnitsPerEm, 0, 0, kUnitsPerEm, 1, 0, 0, 0, 0, 0, 0, 0}) +
           be16(glyphs);
}

std::string maximumProfile(int glyphs) {
    return words({1, 0, glyphs, 100, 10, 1000, 100, 1, 0, 0, 0, 0, 0, 0, 100, 16});
}

} // namespace

std::string compositeGlyph(const std::vector<std::uint16_t>& components) {
    constexpr int kMoreFollow = 0x20, kWordsThatShift = 0x03;
    std::string glyph = words({-1, 0, 0, kUnitsPerEm, kUnitsPerEm});
    for (std::size_t i = 0; i < components.size(); ++i) {
        const bool last = i + 1 == components.size();
        glyph += words({kWordsThatShift | (last ? 0 : kMoreFollow), components[i], 0, 0});
    }
    return glyph;
}

std::string squareGlyph() {
    constexpr char kOnCurve = 1;
    return words({1, 0, 0, 500, 500, 3, 0}) + std::string(4, kOnCurve) +
           words({0, 500, 0, -500, 0, 0, 500, 0});
}

Bytes makeTrueType(const std::vector<std::string>& glyphs) {
    std::string outlines, places, metrics;
    for (const std::string& glyph : glyphs) {
        places += be32(outlines.size());
        outlines += glyph;
        outlines.resize((outlines.size() + 3) / 4 * 4);
        metrics += words({kUnitsPerEm, 0});
    }
    places += be32(outlines.size());
    const int count = static_cast<int>(glyphs.size());
    const std::vector<std::pair<std::string, std::string>> tables{
        {"glyf", outlines}, {"head", head()}, {"hhea", horizontalHeader(count)},
        {"hmtx", metrics},  {"loca", places}, {"maxp", maximumProfile(count)}};
    std::string font = words({1, 0, static_cast<int>(tables.size()), 64, 2, 32});
    std::string content;
    for (const auto& [name, table] : tables) {
        font +=
            name + be32(0) + be32(12 + 16 * tables.size() + content.size()) + be32(table.size());
        content += table;
        content.resize((content.size() + 3) / 4 * 4);
    }
    return toBytes(font + content);
}

} // namespace kiosk::tests
