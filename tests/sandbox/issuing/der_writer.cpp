// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/issuing/der_writer.h"

#include "firmware/base/text.h"
#include "firmware/seal/der.h"
#include "tests/sandbox/issuing/faces/dates.h"

namespace kiosk::sandbox::der {

namespace {

namespace tag = seal::tag;

Bytes joined(const Parts& parts) {
    Bytes all;
    for (const Bytes& part : parts)
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

void appendLength(Bytes& der, std::size_t length) {
    if (length < 0x80) {
        der.push_back(static_cast<std::byte>(length));
        return;
    }
    Bytes octetsBackwards;
    for (std::size_t rest = length; rest > 0; rest >>= 8)
        octetsBackwards.push_back(static_cast<std::byte>(rest & 0xFF));
    der.push_back(static_cast<std::byte>(0x80 | octetsBackwards.size()));
    der.insert(der.end(), octetsBackwards.rbegin(), octetsBackwards.rend());
}

void appendArc(Bytes& content, std::uint64_t arc) {
    Bytes septetsBackwards{static_cast<std::byte>(arc & 0x7F)};
    for (std::uint64_t rest = arc >> 7; rest > 0; rest >>= 7)
        septetsBackwards.push_back(static_cast<std::byte>(0x80 | (rest & 0x7F)));
    content.insert(content.end(), septetsBackwards.rbegin(), septetsBackwards.rend());
}

} // namespace

Bytes element(std::uint8_t tag, ByteView content) {
    Bytes der{std::byte{tag}};
    appendLength(der, content.size());
    der.insert(der.end(), content.begin(), content.end());
    return der;
}

Bytes sequence(const Parts& parts) {
    return element(tag::kSequence, joined(parts));
}

Bytes set(const Parts& parts) {
    return element(tag::kSet, joined(parts));
}

Bytes tagged0(const Parts& parts) {
    return element(tag::kContext0, joined(parts));
}

Bytes integer(std::int64_t value) {
    Bytes content;
    do {
        content.insert(content.begin(), static_cast<std::byte>(value & 0xFF));
        value >>= 8;
    } while (value != 0 && value != -1);
    const bool highBit = (content.front() & std::byte{0x80}) != std::byte{0};
    if (highBit != (value < 0))
        content.insert(content.begin(), value < 0 ? std::byte{0xFF} : std::byte{0});
    return element(tag::kInteger, content);
}

Bytes objectIdentifier(std::string_view dotted) {
    std::vector<std::uint64_t> arcs;
    for (std::string_view arc : split(dotted, '.'))
        arcs.push_back(static_cast<std::uint64_t>(parseInteger(arc).value_or(0)));
    Bytes content;
    appendArc(content, arcs[0] * 40 + arcs[1]);
    for (std::size_t i = 2; i < arcs.size(); ++i)
        appendArc(content, arcs[i]);
    return element(tag::kObjectIdentifier, content);
}

Bytes utf8(std::string_view text) {
    return element(tag::kUtf8String, bytesOf(text));
}

Bytes printable(std::string_view text) {
    return element(tag::kPrintableString, bytesOf(text));
}

Bytes ia5(std::string_view text) {
    return element(tag::kIa5String, bytesOf(text));
}

Bytes octets(ByteView bytes) {
    return element(tag::kOctetString, bytes);
}

Bytes bits(ByteView bytes) {
    Bytes content{std::byte{0}}; // no unused bits
    content.insert(content.end(), bytes.begin(), bytes.end());
    return element(tag::kBitString, content);
}

Bytes generalizedTime(WallTime time) {
    return element(tag::kGeneralizedTime, bytesOf(compactUtc(time)));
}

Bytes utcTime(WallTime time) {
    return element(tag::kUtcTime, bytesOf(compactUtc(time).substr(2)));
}

} // namespace kiosk::sandbox::der
