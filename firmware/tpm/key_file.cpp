// SPDX-License-Identifier: Apache-2.0
#include "firmware/tpm/key_file.h"

#include "firmware/base/base64.h"
#include "firmware/base/text.h"
#include "firmware/seal/der.h"

namespace kiosk::tpm {

namespace {

constexpr std::string_view kBegin = "-----BEGIN TSS2 PRIVATE KEY-----\n";
constexpr std::string_view kEnd = "-----END TSS2 PRIVATE KEY-----\n";
constexpr std::size_t kLineCharacters = 64; // RFC 7468, 2

constexpr std::string_view kLoadableKey = "2.23.133.10.1.3";
constexpr std::int64_t kOwner = 0x40000001; ///< TPM_RH_OWNER
/// Type, "without a pass phrase", parent: always these.
constexpr std::string_view kHead("\x06\x06\x67\x81\x05\x0A\x01\x03"
                                 "\xA0\x03\x01\x01\xFF"
                                 "\x02\x04\x40\x00\x00\x01",
                                 19);

std::unexpected<Error> unusable(std::string_view why) {
    return fail(ErrorKind::storage, "tpm.key-file", Remedy::technician, why);
}

/// X.690, 8.1.3: at most 65535 bytes.
std::string element(std::uint8_t tag, std::string_view content) {
    constexpr std::size_t kShort = 0x80;
    constexpr std::size_t kByte = 0x100;
    std::string whole(1, static_cast<char>(tag));
    if (content.size() >= kByte)
        whole += "\x82" + std::string(1, static_cast<char>(content.size() / kByte));
    else if (content.size() >= kShort)
        whole += "\x81";
    whole += static_cast<char>(content.size() % kByte);
    return whole.append(content);
}

Result<Bytes> contentOf(std::string_view text) {
    if (!isKeyFile(text) || !text.ends_with(kEnd))
        return unusable("not a key of a TPM");
    text.remove_prefix(kBegin.size());
    text.remove_suffix(kEnd.size());
    return fromBase64(text);
}

/// Whether it has no pass phrase.
Result<bool> isOpen(seal::DerReader& key) {
    if (key.nextTag() != seal::tag::kContext0)
        return false;
    const auto flag = TRY(TRY(key.inside(seal::tag::kContext0)).expect(seal::tag::kBoolean));
    return flag.content.size() == 1 && flag.content[0] != std::byte{0};
}

Result<KeyBlob> read(ByteView der) {
    seal::DerReader outside(der);
    seal::DerReader key = TRY(outside.sequence());
    TRY(outside.finish());
    if (TRY(key.objectIdentifier()) != kLoadableKey || !TRY(isOpen(key)) ||
        TRY(key.integer()) != kOwner)
        return unusable("a key of another kind");
    KeyBlob blob{TRY(key.octets()), TRY(key.octets())};
    TRY(key.finish());
    return blob;
}

} // namespace

std::string keyFileOf(const KeyBlob& key) {
    const std::string der =
        element(seal::tag::kSequence,
                std::string(kHead) + element(seal::tag::kOctetString, toText(key.publicPart)) +
                    element(seal::tag::kOctetString, toText(key.privatePart)));
    const std::string base64 = toBase64(bytesOf(der));
    std::string text(kBegin);
    for (std::size_t at = 0; at < base64.size(); at += kLineCharacters)
        text.append(base64, at, kLineCharacters).append("\n");
    return text.append(kEnd);
}

bool isKeyFile(std::string_view text) {
    return text.starts_with(kBegin);
}

Result<KeyBlob> keyIn(std::string_view text) {
    const Bytes der = TRY(contentOf(text));
    auto blob = read(der);
    if (!blob && blob.error().code() != "tpm.key-file")
        return unusable(blob.error().detail());
    return blob;
}

} // namespace kiosk::tpm
