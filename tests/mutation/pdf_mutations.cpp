// SPDX-License-Identifier: Apache-2.0
#include "tests/mutation/pdf_mutations.h"

#include <algorithm>
#include <array>

#include "tests/mutation/byte_mutations.h"
#include "tests/sandbox/issuing/pdf_sealing.h"

namespace kiosk::tests::mutation {

namespace {

constexpr std::string_view kHexDigits = "0123456789abcdefABCDEF";

/// Changes bytes of the part from `begin` to `end`.
Bytes changedWithin(const Specimen& origin, std::size_t begin, std::size_t end, Dice& dice) {
    std::string pdf = toText(origin.file);
    std::string part = pdf.substr(begin, end - begin);
    changeBytes(part, dice);
    return toBytes(pdf.replace(begin, end - begin, part));
}

Bytes bytesBefore(const Specimen& origin, Dice& dice, const World&) {
    return changedWithin(origin, 0, PdfContents(toText(origin.file)).begin, dice);
}

Bytes bytesAfter(const Specimen& origin, Dice& dice, const World&) {
    return changedWithin(origin, PdfContents(toText(origin.file)).end, origin.file.size(), dice);
}

Bytes bytesOfValue(const Specimen& origin, Dice& dice, const World&) {
    const PdfContents contents(toText(origin.file));
    return changedWithin(origin, contents.begin, contents.padding, dice);
}

/// What is written there must not become part of the value.
Bytes digitOfPadding(const Specimen& origin, Dice& dice, const World&) {
    const PdfContents contents(toText(origin.file));
    Bytes file = origin.file;
    const std::size_t near = std::min<std::size_t>(contents.end - contents.padding, 64);
    file[contents.padding + dice.roll(near)] = static_cast<std::byte>(dice.pick(kHexDigits));
    return file;
}

Bytes rangeChanged(const Specimen& origin, Dice& dice, const World&) {
    std::string pdf = toText(origin.file);
    const std::size_t begin = pdf.rfind("/ByteRange[") + std::string_view("/ByteRange[").size();
    const std::size_t end = pdf.find(']', begin);
    std::vector<std::size_t> digits;
    for (std::size_t at = begin; at < end; ++at)
        if (pdf[at] != ' ')
            digits.push_back(at);
    pdf[dice.pick(digits)] = static_cast<char>('0' + dice.roll(10));
    return toBytes(pdf);
}

Bytes anothersValue(const Specimen& origin, Dice& dice, const World& world) {
    const std::string other = toText(dice.pick(world.soundPdfs()).file);
    const PdfContents from(other);
    std::string pdf = toText(origin.file);
    const PdfContents to(pdf);
    std::string digits = other.substr(from.begin, from.padding - from.begin);
    digits.resize(to.end - to.begin, '0');
    return toBytes(pdf.replace(to.begin, digits.size(), digits));
}

Bytes pageTurned(const Specimen& origin, Dice&, const World&) {
    return sandbox::withTurnedPage(origin.file);
}

/// Any object written anew, with what another object says.
Bytes objectReplaced(const Specimen& origin, Dice& dice, const World&) {
    const std::string pdf = toText(origin.file);
    constexpr int kObjects = 9;
    const int replaced = 1 + static_cast<int>(dice.roll(kObjects));
    const std::size_t at = pdf.find(" 0 obj", dice.roll(pdf.size() / 2));
    const std::size_t end = pdf.find("endobj", at);
    if (at == std::string::npos || end == std::string::npos)
        return {};
    const std::size_t begin = at + std::string_view(" 0 obj").size();
    return sandbox::appendRevision(origin.file, {{replaced, pdf.substr(begin, end - begin)}});
}

Bytes bytesAppended(const Specimen& origin, Dice& dice, const World&) {
    Bytes file = origin.file;
    for (std::size_t left = 1 + dice.roll(40); left > 0; --left)
        file.push_back(static_cast<std::byte>(dice.roll(256)));
    return file;
}

Bytes cutShort(const Specimen& origin, Dice& dice, const World&) {
    Bytes file = origin.file;
    file.resize(file.size() - 1 - dice.roll(400));
    return file;
}

constexpr std::array kChanges{
    PdfChange{"bytes of a PDF before its value", 30, bytesBefore},
    PdfChange{"bytes of a PDF after its value", 10, bytesAfter},
    PdfChange{"bytes of a PDF's value", 24, bytesOfValue},
    PdfChange{"a digit that pads a PDF's value", 4, digitOfPadding},
    PdfChange{"a digit of a PDF's range", 6, rangeChanged},
    PdfChange{"another PDF's value", 4, anothersValue},
    PdfChange{"a PDF's page turned", 2, pageTurned},
    PdfChange{"an object of a PDF replaced", 8, objectReplaced},
    PdfChange{"bytes after a PDF", 4, bytesAppended},
    PdfChange{"a PDF cut short", 2, cutShort},
};

} // namespace

std::span<const PdfChange> pdfChanges() {
    return kChanges;
}

} // namespace kiosk::tests::mutation
