// SPDX-License-Identifier: Apache-2.0
#include "firmware/licence/copy_code.h"

#include <algorithm>
#include <optional>

#include "firmware/licence/base45.h"

namespace kiosk {

namespace {

constexpr std::string_view kScheme = "LK";
constexpr char kVersion = '2';

constexpr std::size_t kTimeSize = 4;
constexpr std::size_t kClaimSize =
    kTimeSize + sizeof(CopyCode::FileDigest) + sizeof(CopyCode::SignerKey);

/// Base45 takes three characters for two bytes.
constexpr std::size_t charactersFor(std::size_t bytes) {
    return bytes / 2 * 3;
}
constexpr std::size_t kSignatureCharacters = charactersFor(sizeof(CopyCode::Signature));
constexpr std::size_t kTailCharacters = charactersFor(kClaimSize) + kSignatureCharacters;
static_assert(kClaimSize % 2 == 0 && kTailCharacters == 27 + 96);

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isCapital(char c) {
    return c >= 'A' && c <= 'Z';
}

/// Digits, capitals and perhaps '-', so many of them.
bool isWord(std::string_view text, std::size_t least, std::size_t most, std::string_view others) {
    return text.size() >= least && text.size() <= most && std::ranges::all_of(text, [&](char c) {
               return isDigit(c) || isCapital(c) || others.find(c) != std::string_view::npos;
           });
}

bool isRegionCode(std::string_view text) {
    return text.size() == 6 && std::ranges::all_of(text, isDigit);
}

/// Keys are lower case in the data and upper case in a QR's alphanumeric mode.
std::string inCapitals(std::string text) {
    std::ranges::transform(text, text.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return text;
}

std::string inSmallLetters(std::string text) {
    std::ranges::transform(text, text.begin(), [](char c) {
        return isCapital(c) ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return text;
}

Bytes claimBytes(const CopyCode& code) {
    const auto seconds = static_cast<std::uint32_t>(
        std::chrono::floor<std::chrono::seconds>(code.reservedAt.time_since_epoch()).count());
    Bytes bytes;
    for (const unsigned shift : {24U, 16U, 8U, 0U})
        bytes.push_back(static_cast<std::byte>(seconds >> shift & 0xFFU));
    bytes.insert(bytes.end(), code.fileDigest.begin(), code.fileDigest.end());
    bytes.insert(bytes.end(), code.signerKey.begin(), code.signerKey.end());
    return bytes;
}

template <std::size_t size>
Result<> read(ByteReader& reader, std::array<std::byte, size>& into) {
    const ByteView bytes = TRY(reader.take(size));
    std::ranges::copy(bytes, into.begin());
    return {};
}

/// Cuts the text up to the next colon off its front; nothing where there is none.
std::optional<std::string> nextField(std::string_view& rest) {
    const std::size_t end = rest.find(':');
    if (end == std::string_view::npos)
        return std::nullopt;
    std::string field(rest.substr(0, end));
    rest.remove_prefix(end + 1);
    return field;
}

Result<> readTail(std::string_view tail, CopyCode& code) {
    const Bytes bytes = TRY(fromBase45(tail));
    ByteReader reader(bytes);
    code.reservedAt = WallTime(std::chrono::seconds(TRY(reader.u32BigEndian())));
    TRY(read(reader, code.fileDigest));
    TRY(read(reader, code.signerKey));
    return read(reader, code.signature);
}

std::unexpected<Error> misread(std::string_view part) {
    return fail(ErrorKind::integrity, "code.misread", Remedy::citizenAgain, part);
}

Result<CopyCode> parseFields(std::string_view rest) {
    const auto region = nextField(rest);
    const auto number = nextField(rest);
    const auto type = nextField(rest);
    const auto purpose = nextField(rest);
    if (!region || !isRegionCode(*region))
        return misread("region");
    if (!number || !isWord(*number, 8, 32, "-"))
        return misread("copy number");
    if (!type || !isWord(*type, 1, 32, ""))
        return misread("licence type");
    if (!purpose || !isWord(*purpose, 1, 16, "-"))
        return misread("purpose");
    CopyCode code{.regionCode = *region,
                  .copyNumber = *number,
                  .typeCode = *type,
                  .purposeKey = inSmallLetters(*purpose)};
    if (rest.size() != kTailCharacters || !readTail(rest, code))
        return misread("signature");
    return code;
}

} // namespace

bool isPurposeKey(std::string_view key) {
    return isWord(inCapitals(std::string(key)), 1, 16, "-") && std::ranges::none_of(key, isCapital);
}

std::string signedText(const CopyCode& code) {
    return std::string(kScheme) + kVersion + ":" + code.regionCode + ":" + code.copyNumber + ":" +
           code.typeCode + ":" + inCapitals(code.purposeKey) + ":" + toBase45(claimBytes(code));
}

std::string toText(const CopyCode& code) {
    return signedText(code) + toBase45(code.signature);
}

Result<CopyCode> parseCopyCode(std::string_view text) {
    const bool ours =
        text.size() > 4 && text.starts_with(kScheme) && isDigit(text[2]) && text[3] == ':';
    if (!ours)
        return fail(ErrorKind::unsupported, "code.not-a-licence-code", Remedy::citizenAgain);
    if (text[2] != kVersion)
        return fail(ErrorKind::unsupported, "code.unknown-version", Remedy::attendant,
                    text.substr(0, 3));
    return parseFields(text.substr(4));
}

} // namespace kiosk
