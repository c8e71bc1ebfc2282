// SPDX-License-Identifier: Apache-2.0
#include "tests/support/font_builder.h"

#include <utility>

namespace kiosk::tests {

namespace {

/// Big-endian bytes one after another.
class Writer {
public:
    Writer& u8(unsigned value) {
        bytes_.push_back(static_cast<std::byte>(value & 0xFFU));
        return *this;
    }
    Writer& u16(long value) {
        return u8(static_cast<unsigned>(value) >> 8U).u8(static_cast<unsigned>(value));
    }
    Writer& u32(std::size_t value) {
        return u16(static_cast<long>(value >> 16U)).u16(static_cast<long>(value & 0xFFFFU));
    }
    Writer& add(ByteView more) {
        bytes_.insert(bytes_.end(), more.begin(), more.end());
        return *this;
    }
    Writer& add(std::string_view text) { return add(bytesOf(text)); }
    std::size_t size() const { return bytes_.size(); }
    Bytes take() { return std::move(bytes_); }

private:
    Bytes bytes_;
};

std::vector<GlyphShape> withNotdef(const FontParts& parts) {
    std::vector<GlyphShape> all{boxGlyph()};
    all.insert(all.end(), parts.glyphs.begin(), parts.glyphs.end());
    return all;
}

Bytes outlineOf(const GlyphShape& glyph) {
    Writer data;
    if (glyph.points.empty())
        return data.take();
    data.u16(1).u16(0).u16(-200).u16(1000).u16(1000); // one contour, a box around any of ours
    data.u16(static_cast<long>(glyph.points.size()) - 1).u16(0); // its last point, no instructions
    for (std::size_t i = 0; i < glyph.points.size(); ++i)
        data.u8(1); // on the curve, both coordinates as 16 bits
    int last = 0;
    for (const auto& [x, y] : glyph.points)
        data.u16(x - std::exchange(last, x));
    last = 0;
    for (const auto& [x, y] : glyph.points)
        data.u16(y - std::exchange(last, y));
    while (data.size() % 4 != 0)
        data.u8(0);
    return data.take();
}

Bytes headTable() {
    Writer head;
    head.u32(0x00010000).u32(0x00010000).u32(0).u32(0x5F0F3CF5).u16(0).u16(1000);
    head.u32(0).u32(0).u32(0).u32(0).u16(0).u16(-200).u16(1000).u16(1000);
    return head.u16(0).u16(8).u16(2).u16(1).u16(0).take(); // long offsets
}

Bytes hheaTable(std::size_t glyphs) {
    Writer hhea;
    hhea.u32(0x00010000).u16(800).u16(-200).u16(0).u16(1000);
    for (int i = 0; i < 11; ++i)
        hhea.u16(0);
    return hhea.u16(static_cast<long>(glyphs)).take();
}

Bytes maxpTable(std::size_t glyphs) {
    Writer maxp;
    maxp.u32(0x00010000).u16(static_cast<long>(glyphs)).u16(64).u16(1);
    for (int i = 0; i < 11; ++i)
        maxp.u16(i == 2 ? 2 : 0); // zones
    return maxp.take();
}

Bytes cmapTable(const FontParts& parts) {
    Writer cmap;
    cmap.u16(0).u16(1).u16(3).u16(parts.cmap == Cmap::symbol ? 0 : 10).u32(12);
    cmap.u16(12).u16(0).u32(16 + 12 * parts.characters.size()).u32(0).u32(parts.characters.size());
    for (const auto& [character, glyph] : parts.characters)
        cmap.u32(character).u32(character).u32(glyph);
    return cmap.take();
}

std::map<std::string, Bytes> tablesOf(const FontParts& parts) {
    const auto glyphs = withNotdef(parts);
    Writer metrics, offsets, outlines;
    for (const GlyphShape& glyph : glyphs) {
        metrics.u16(glyph.advance).u16(0);
        offsets.u32(outlines.size());
        outlines.add(outlineOf(glyph));
    }
    offsets.u32(outlines.size());
    std::map<std::string, Bytes> tables{{"head", headTable()},
                                        {"hhea", hheaTable(glyphs.size())},
                                        {"maxp", maxpTable(glyphs.size())},
                                        {"hmtx", metrics.take()},
                                        {"loca", offsets.take()},
                                        {"glyf", outlines.take()}};
    if (parts.cmap != Cmap::none)
        tables["cmap"] = cmapTable(parts);
    return tables;
}

Bytes cffIndex(const std::vector<Bytes>& entries) {
    Writer index;
    index.u16(static_cast<long>(entries.size()));
    if (entries.empty())
        return index.take();
    index.u8(4);
    std::size_t offset = 1;
    for (const Bytes& entry : entries) {
        index.u32(offset);
        offset += entry.size();
    }
    index.u32(offset);
    for (const Bytes& entry : entries)
        index.add(entry);
    return index.take();
}

/// A number as a Type 2 charstring holds it.
void number2(Writer& data, int value) {
    data.u8(28).u16(value);
}

/// A number as a Type 1 charstring holds it.
void number1(Writer& data, int value) {
    data.u8(255).u32(static_cast<std::uint32_t>(value));
}

/// Moves and lines of the outline; both kinds of charstring have the same operators for these.
void outlineInto(Writer& data, const GlyphShape& glyph, void (*number)(Writer&, int)) {
    constexpr unsigned kMove = 21, kLine = 5;
    int x = 0, y = 0;
    for (std::size_t i = 0; i < glyph.points.size(); ++i) {
        number(data, glyph.points[i].first - std::exchange(x, glyph.points[i].first));
        number(data, glyph.points[i].second - std::exchange(y, glyph.points[i].second));
        data.u8(i == 0 ? kMove : kLine);
    }
}

constexpr unsigned kEndChar = 14;

Bytes charstring2(const GlyphShape& glyph) {
    Writer data;
    number2(data, glyph.advance); // nominal width is 0
    outlineInto(data, glyph, number2);
    return data.u8(kEndChar).take();
}

Bytes charstring1(const GlyphShape& glyph) {
    constexpr unsigned kSideBearingAndWidth = 13, kClosePath = 9;
    Writer data;
    number1(data, 0);
    number1(data, glyph.advance);
    data.u8(kSideBearingAndWidth);
    outlineInto(data, glyph, number1);
    if (!glyph.points.empty())
        data.u8(kClosePath);
    return data.u8(kEndChar).take();
}

/// Type 1's own scrambling of what follows "eexec".
Bytes scrambled(ByteView plain) {
    Bytes result;
    std::uint32_t key = 55665;
    for (const std::byte each : plain) {
        const auto cipher = std::to_integer<std::uint32_t>(each) ^ key >> 8U;
        result.push_back(static_cast<std::byte>(cipher));
        key = ((cipher + key) * 52845 + 22719) & 0xFFFFU;
    }
    return result;
}

} // namespace

GlyphShape boxGlyph(int width, int advance) {
    return {{{0, 0}, {0, 800}, {width, 800}, {width, 0}}, advance};
}

GlyphShape angleGlyph() {
    return {{{0, 0}, {0, 800}, {200, 800}, {200, 200}, {600, 200}, {600, 0}}, 800};
}

Bytes makeTrueType(const FontParts& parts) {
    const auto tables = tablesOf(parts);
    Writer font;
    font.u32(0x00010000).u16(static_cast<long>(tables.size())).u16(0).u16(0).u16(0);
    std::size_t offset = 12 + 16 * tables.size();
    for (const auto& [name, table] : tables) {
        font.add(name).u32(0).u32(offset).u32(table.size());
        offset += (table.size() + 3) / 4 * 4;
    }
    for (const auto& [name, table] : tables) {
        font.add(table);
        while (font.size() % 4 != 0)
            font.u8(0);
    }
    return font.take();
}

Bytes makeBareCff(const FontParts& parts) {
    std::vector<Bytes> charstrings;
    for (const GlyphShape& glyph : withNotdef(parts))
        charstrings.push_back(charstring2(glyph));
    Writer start;
    start.u8(1).u8(0).u8(4).u8(4).add(cffIndex({toBytes("T")}));
    constexpr std::size_t kTopDictionary = 2 + 1 + 2 * 4 + 5 + 1 + 10 + 1;
    const std::size_t at = start.size() + kTopDictionary + 2 + 2; // and two empty indices
    const Bytes glyphs = cffIndex(charstrings);
    Writer top;
    top.u8(29).u32(at).u8(17);
    top.u8(29).u32(0).u8(29).u32(at + glyphs.size()).u8(18);
    start.add(cffIndex({top.take()})).add(cffIndex({})).add(cffIndex({}));
    return start.add(glyphs).take();
}

Bytes makeType1(const FontParts& parts) {
    const auto glyphs = withNotdef(parts);
    Writer secret;
    secret.add("xxxxdup /Private 8 dict dup begin /lenIV -1 def /BlueValues [] def\n"
               "/RD {string currentfile exch readstring pop} executeonly def /ND {def} def\n"
               "2 index /CharStrings " +
               std::to_string(glyphs.size()) + " dict dup begin\n");
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        const Bytes charstring = charstring1(glyphs[i]);
        secret.add(i == 0 ? "/.notdef " : "/g" + std::to_string(i) + " ");
        secret.add(std::to_string(charstring.size()) + " RD ").add(charstring).add(" ND\n");
    }
    secret.add("end\nend\nreadonly put\nnoaccess put\ndup /FontName get exch definefont pop\n"
               "mark currentfile closefile\n");
    Writer font;
    font.add("%!PS-AdobeFont-1.0: T\n12 dict begin\n/FontName /T def\n/FontType 1 def\n"
             "/PaintType 0 def\n/FontMatrix [0.001 0 0 0.001 0 0] def\n"
             "/FontBBox {0 -200 1000 1000} def\n/Encoding StandardEncoding def\n"
             "currentdict end\ncurrentfile eexec\n");
    font.add(scrambled(secret.take()));
    return font.add("\n" + std::string(64, '0') + "\ncleartomark\n").take();
}

} // namespace kiosk::tests
