// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include "firmware/base/bytes.h"

namespace kiosk::seal {

/// The identifier octets this room meets (X.690 clause 8.1.2); only low tag numbers occur.
namespace tag {
inline constexpr std::uint8_t kBoolean = 0x01;
inline constexpr std::uint8_t kInteger = 0x02;
inline constexpr std::uint8_t kBitString = 0x03;
inline constexpr std::uint8_t kOctetString = 0x04;
inline constexpr std::uint8_t kNull = 0x05;
inline constexpr std::uint8_t kObjectIdentifier = 0x06;
inline constexpr std::uint8_t kUtf8String = 0x0C;
inline constexpr std::uint8_t kPrintableString = 0x13;
inline constexpr std::uint8_t kIa5String = 0x16;
inline constexpr std::uint8_t kUtcTime = 0x17;
inline constexpr std::uint8_t kGeneralizedTime = 0x18;
inline constexpr std::uint8_t kSequence = 0x30;
inline constexpr std::uint8_t kSet = 0x31;
inline constexpr std::uint8_t kContext0 = 0xA0;
inline constexpr std::uint8_t kContext1 = 0xA1;
inline constexpr std::uint8_t kContext2 = 0xA2;
/// [0] IMPLICIT of a primitive, as a key identifier is tagged.
inline constexpr std::uint8_t kContext0Primitive = 0x80;
} // namespace tag

/// One element: views into the source, which must outlive it.
struct DerElement {
    std::uint8_t tag = 0;
    ByteView content;
    ByteView whole; ///< tag and length included: what signatures are computed over
};

/// Reads DER element by element: definite minimal lengths only, everything checked. The errors'
/// code is "seal.der"; the detail says which rule was broken.
class DerReader {
public:
    explicit DerReader(ByteView bytes) : rest_(bytes) {}

    bool atEnd() const { return rest_.empty(); }
    /// The next element's tag, 0 at the end.
    std::uint8_t nextTag() const;
    std::size_t elementsLeft() const; ///< well-formed ones, up to the first that is not

    Result<DerElement> any();
    Result<DerElement> expect(std::uint8_t tag);

    Result<DerReader> sequence();
    Result<DerReader> inside(std::uint8_t tag); ///< the content of an element with this tag
    Result<std::int64_t> integer();             ///< up to eight bytes
    Result<std::string> objectIdentifier();     ///< dotted: "1.2.156.10197.1.501"
    Result<std::string> text();                 ///< UTF8String, PrintableString or IA5String
    Result<Bytes> octets();
    Result<Bytes> bits(); ///< a BIT STRING of whole bytes
    /// Nothing may follow: bytes after a structure are where forgeries hide.
    Result<> finish() const;

private:
    ByteView rest_;
};

} // namespace kiosk::seal
