// SPDX-License-Identifier: Apache-2.0
#include "firmware/handout/signed_codes.h"

#include <array>
#include <map>
#include <optional>

#include <zlib.h>

#include "firmware/base/text.h"
#include "firmware/licence/base45.h"
#include "firmware/seal/digest.h"

namespace kiosk::handout {

namespace {

constexpr std::size_t kNumberBytes = 4;
constexpr std::size_t kKioskDigits = 4;
constexpr std::size_t kSignature = 64;
constexpr std::size_t kPoint = 65;
constexpr std::size_t kMostText = 64U << 10;
constexpr int kRaw = -15; // without zlib's frame, the largest window
/// "KH1/3F7A/3F7A09C2/1/4/" and the full stop.
constexpr std::size_t kFrame = 23;
/// Base45 makes three characters of two bytes.
constexpr std::size_t kMostBytes = (kMostCharacters - kFrame) / 3 * 2;

std::unexpected<Error> tooLong() {
    return fail(ErrorKind::limitExceeded, "handout.too-long", Remedy::supplier);
}

Result<Bytes> deflated(std::string_view text) {
    constexpr int kMemory = 9;
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, kRaw, kMemory, Z_DEFAULT_STRATEGY) !=
        Z_OK)
        return tooLong();
    Bytes small(deflateBound(&stream, text.size()));
    Bytes source = toBytes(text); // zlib reads from what it calls writable
    stream.next_in = reinterpret_cast<Bytef*>(source.data());
    stream.avail_in = static_cast<uInt>(source.size());
    stream.next_out = reinterpret_cast<Bytef*>(small.data());
    stream.avail_out = static_cast<uInt>(small.size());
    const int ended = deflate(&stream, Z_FINISH);
    small.resize(stream.total_out);
    deflateEnd(&stream);
    if (ended != Z_STREAM_END)
        return tooLong();
    return small;
}

void append(Bytes& to, ByteView more) {
    to.insert(to.end(), more.begin(), more.end());
}

/// One that deflates more than it may is none of ours.
std::optional<std::string> inflated(ByteView small) {
    z_stream stream{};
    if (inflateInit2(&stream, kRaw) != Z_OK)
        return std::nullopt;
    std::string text(kMostText, '\0');
    Bytes source(small.begin(), small.end());
    stream.next_in = reinterpret_cast<Bytef*>(source.data());
    stream.avail_in = static_cast<uInt>(source.size());
    stream.next_out = reinterpret_cast<Bytef*>(text.data());
    stream.avail_out = static_cast<uInt>(text.size());
    const bool isWhole = inflate(&stream, Z_FINISH) == Z_STREAM_END && stream.avail_in == 0;
    text.resize(stream.total_out);
    inflateEnd(&stream);
    return isWhole ? std::optional(text) : std::nullopt;
}

Bytes messageOf(const CodePurpose& purpose, ByteView form, ByteView content) {
    Bytes message = toBytes(purpose.signedAs);
    append(message, form);
    append(message, content);
    return message;
}

/// form ‖ signature ‖ point ‖ deflated text
Result<Bytes> signedText(const CodePurpose& purpose, std::string_view text, const DeviceKey& key) {
    const Bytes form{static_cast<std::byte>(kCodeForm)};
    Bytes content = key.publicPoint();
    append(content, TRY(deflated(text)));
    Bytes whole = form;
    append(whole, TRY(key.sign(messageOf(purpose, form, content))));
    append(whole, content);
    return whole;
}

std::string capitals(std::string text) {
    for (char& letter : text)
        letter = static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
    return text;
}

std::string numberOf(ByteView whole) {
    const Bytes digest = seal::digest(seal::DigestAlgorithm::sha256, whole);
    return capitals(toHex(ByteView(digest).first(kNumberBytes)));
}

/// What all codes of one text have in common.
struct Frame {
    std::string kiosk;
    std::string number;
    std::int64_t total = 0;

    bool operator==(const Frame&) const = default;
};

/// One code, taken apart.
struct Part {
    Frame frame;
    std::int64_t at = 0; ///< from 1
    Bytes data;
};

std::optional<Part> partOf(const CodePurpose& purpose, std::string_view text) {
    constexpr std::size_t kWords = 5; // before the data, which may hold a slash
    std::array<std::string_view, kWords> words;
    if (!text.ends_with('.'))
        return std::nullopt;
    text.remove_suffix(1);
    for (std::string_view& word : words) {
        const std::size_t slash = text.find('/');
        if (slash == std::string_view::npos)
            return std::nullopt;
        word = text.substr(0, slash);
        text.remove_prefix(slash + 1);
    }
    auto data = fromBase45(text);
    const auto at = parseInteger(words[3]);
    const auto total = parseInteger(words[4]);
    if (words[0] != purpose.mark || !data || !at || !total || *at < 1 || *at > *total ||
        *total > static_cast<std::int64_t>(kMostCodes))
        return std::nullopt;
    return Part{{std::string(words[1]), std::string(words[2]), *total}, *at, std::move(*data)};
}

/// All data together.
struct Joined {
    Frame frame;
    Bytes data;
};

std::expected<Joined, CodesFault> joined(const CodePurpose& purpose,
                                         const std::vector<std::string>& texts) {
    std::map<std::int64_t, Bytes> parts;
    std::optional<Frame> frame;
    for (const std::string& text : texts) {
        auto part = partOf(purpose, text);
        if (!part || (frame && *frame != part->frame))
            return std::unexpected(CodesFault::notWhole);
        frame = std::move(part->frame);
        parts[part->at] = std::move(part->data);
    }
    if (!frame || static_cast<std::int64_t>(parts.size()) != frame->total)
        return std::unexpected(CodesFault::notWhole);
    Joined all{std::move(*frame), {}};
    for (const auto& [at, data] : parts)
        append(all.data, data);
    return all;
}

/// Four digits of the key's name, for people who sort codes.
std::string kioskDigits(ByteView point) {
    return fingerprintOf(point).substr(0, kKioskDigits);
}

/// form ‖ signature ‖ point ‖ deflated text, as its key made it.
std::optional<ReadCodes> readSigned(const CodePurpose& purpose, const Joined& all) {
    const ByteView data(all.data);
    if (data.size() < 1 + kSignature + kPoint || data.front() != static_cast<std::byte>(kCodeForm))
        return std::nullopt;
    const ByteView content = data.subspan(1 + kSignature);
    const ByteView point = content.first(kPoint);
    if (numberOf(data) != all.frame.number || kioskDigits(point) != all.frame.kiosk ||
        !hasSigned(point, messageOf(purpose, data.first(1), content), data.subspan(1, kSignature)))
        return std::nullopt;
    auto text = inflated(content.subspan(kPoint));
    if (!text)
        return std::nullopt;
    return ReadCodes{std::move(*text), {point.begin(), point.end()}};
}

} // namespace

Result<SignedCodes> signedCodes(const CodePurpose& purpose, std::string_view text,
                                const DeviceKey& key) {
    const Bytes whole = TRY(signedText(purpose, text, key));
    const std::size_t total = (whole.size() + kMostBytes - 1) / kMostBytes;
    if (total > kMostCodes)
        return tooLong();
    // Of like sizes, and an even number of bytes each: all are of one version then.
    const std::size_t share = ((whole.size() + total - 1) / total + 1) / 2 * 2;
    SignedCodes codes{.number = numberOf(whole), .texts = {}};
    const std::string head =
        std::string(purpose.mark) + "/" + kioskDigits(key.publicPoint()) + "/" + codes.number + "/";
    for (std::size_t part = 0; part < total; ++part) {
        const ByteView rest = ByteView(whole).subspan(part * share);
        codes.texts.push_back(head + std::to_string(part + 1) + "/" + std::to_string(total) + "/" +
                              toBase45(rest.first(std::min(share, rest.size()))) + ".");
    }
    return codes;
}

std::expected<ReadCodes, CodesFault> readSignedCodes(const CodePurpose& purpose,
                                                     const std::vector<std::string>& texts) {
    const auto all = joined(purpose, texts);
    if (!all)
        return std::unexpected(all.error());
    auto read = readSigned(purpose, *all);
    if (!read)
        return std::unexpected(CodesFault::altered);
    return std::move(*read);
}

} // namespace kiosk::handout
