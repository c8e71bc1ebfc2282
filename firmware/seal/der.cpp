// SPDX-License-Identifier: Apache-2.0
#include "firmware/seal/der.h"

#include <limits>

namespace kiosk::seal {

namespace {

std::unexpected<Error> malformed(std::string_view rule) {
    return fail(ErrorKind::malformed, "seal.der", Remedy::supplier, rule);
}

/// X.690 clause 10.1: the definite form with the fewest octets.
Result<std::size_t> readLength(ByteReader& reader) {
    const std::uint8_t first = TRY(reader.u8());
    if (first < 0x80)
        return first;
    const unsigned count = first & 0x7FU;
    if (count == 0 || count > sizeof(std::uint32_t))
        return malformed("length form");
    std::size_t length = 0;
    for (unsigned i = 0; i < count; ++i)
        length = length << 8 | TRY(reader.u8());
    const bool shortFormFits = length < 0x80;
    const bool leadingZero = length >> (8 * (count - 1)) == 0;
    if (shortFormFits || leadingZero)
        return malformed("length not minimal");
    return length;
}

/// One base-128 number of an object identifier (X.690 clause 8.19.2).
Result<std::uint64_t> readArc(ByteReader& reader) {
    std::uint64_t value = 0;
    for (;;) {
        const std::uint8_t octet = TRY(reader.u8());
        if (value == 0 && octet == 0x80)
            return malformed("object identifier padded");
        if (value > (std::numeric_limits<std::uint64_t>::max() >> 7))
            return malformed("object identifier too large");
        value = value << 7 | (octet & 0x7FU);
        if ((octet & 0x80U) == 0)
            return value;
    }
}

} // namespace

std::uint8_t DerReader::nextTag() const {
    return rest_.empty() ? std::uint8_t{0} : std::to_integer<std::uint8_t>(rest_.front());
}

std::size_t DerReader::elementsLeft() const {
    DerReader ahead = *this;
    std::size_t count = 0;
    while (!ahead.atEnd() && ahead.any())
        ++count;
    return count;
}

Result<DerElement> DerReader::any() {
    ByteReader reader(rest_);
    const std::uint8_t tag = TRY(reader.u8());
    if ((tag & 0x1FU) == 0x1FU)
        return malformed("high tag number");
    const std::size_t length = TRY(readLength(reader));
    const std::size_t headerSize = rest_.size() - reader.remaining();
    const ByteView content = TRY(reader.take(length));
    const ByteView whole = rest_.first(headerSize + length);
    rest_ = rest_.subspan(headerSize + length);
    return DerElement{tag, content, whole};
}

Result<DerElement> DerReader::expect(std::uint8_t tag) {
    if (nextTag() != tag || rest_.empty())
        return malformed("unexpected element");
    return any();
}

Result<DerReader> DerReader::inside(std::uint8_t tag) {
    return DerReader(TRY(expect(tag)).content);
}

Result<DerReader> DerReader::sequence() {
    return inside(tag::kSequence);
}

Result<std::int64_t> DerReader::integer() {
    const ByteView content = TRY(expect(tag::kInteger)).content;
    if (content.empty() || content.size() > sizeof(std::int64_t))
        return malformed("integer size");
    const bool negative = (std::to_integer<unsigned>(content[0]) & 0x80U) != 0;
    std::uint64_t value = negative ? ~std::uint64_t{0} : 0;
    for (std::byte octet : content)
        value = value << 8 | std::to_integer<std::uint64_t>(octet);
    return static_cast<std::int64_t>(value);
}

Result<std::string> DerReader::objectIdentifier() {
    const ByteView content = TRY(expect(tag::kObjectIdentifier)).content;
    ByteReader reader(content);
    const std::uint64_t firstTwo = TRY(readArc(reader));
    const std::uint64_t first = firstTwo < 80 ? firstTwo / 40 : 2;
    std::string dotted = std::to_string(first) + "." + std::to_string(firstTwo - first * 40);
    while (!reader.atEnd())
        dotted += "." + std::to_string(TRY(readArc(reader)));
    return dotted;
}

Result<std::string> DerReader::text() {
    const std::uint8_t next = nextTag();
    if (next != tag::kUtf8String && next != tag::kPrintableString && next != tag::kIa5String)
        return malformed("not a text");
    return toText(TRY(any()).content);
}

Result<Bytes> DerReader::octets() {
    const ByteView content = TRY(expect(tag::kOctetString)).content;
    return Bytes(content.begin(), content.end());
}

Result<Bytes> DerReader::bits() {
    const ByteView content = TRY(expect(tag::kBitString)).content;
    if (content.empty() || content[0] != std::byte{0})
        return malformed("bit string not of whole bytes");
    return Bytes(content.begin() + 1, content.end());
}

Result<> DerReader::finish() const {
    if (!atEnd())
        return malformed("bytes after the end");
    return {};
}

} // namespace kiosk::seal
