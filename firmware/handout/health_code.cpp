// SPDX-License-Identifier: Apache-2.0
#include "firmware/handout/health_code.h"

#include <nlohmann/json.hpp>
#include <zlib.h>

#include "firmware/health/report.h"
#include "firmware/licence/base45.h"
#include "firmware/seal/digest.h"

namespace kiosk::handout {

namespace {

constexpr std::string_view kSigned = "kiosk health report\n";
constexpr std::size_t kNumberBytes = 4;
constexpr std::size_t kMark = 4;
/// "KH1/3F7A/3F7A09C2/1/4/" and the full stop.
constexpr std::size_t kFrame = 23;
/// Base45 makes three characters of two bytes.
constexpr std::size_t kMostBytes = (kMostCharacters - kFrame) / 3 * 2;

std::unexpected<Error> tooLong() {
    return fail(ErrorKind::limitExceeded, "handout.too-long", Remedy::supplier);
}

Result<Bytes> deflated(std::string_view text) {
    constexpr int kRaw = -15; // without zlib's frame, the largest window
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

/// form ‖ signature ‖ point ‖ deflated report
Result<Bytes> signedReport(std::string_view report, const DeviceKey& key) {
    const Bytes form{static_cast<std::byte>(kCodeForm)};
    Bytes content = key.publicPoint();
    append(content, TRY(deflated(report)));
    Bytes message = toBytes(kSigned);
    append(message, form);
    append(message, content);
    Bytes whole = form;
    append(whole, TRY(key.sign(message)));
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

} // namespace

Result<HealthCodes> healthCodes(std::string_view report, const DeviceKey& key) {
    const Bytes whole = TRY(signedReport(report, key));
    const std::size_t total = (whole.size() + kMostBytes - 1) / kMostBytes;
    if (total > kMostCodes)
        return tooLong();
    // Of like sizes, and an even number of bytes each: all are of one version then.
    const std::size_t share = ((whole.size() + total - 1) / total + 1) / 2 * 2;
    HealthCodes codes{.report = numberOf(whole), .texts = {}};
    const std::string head = "KH1/" + key.fingerprint().substr(0, kMark) + "/" + codes.report + "/";
    for (std::size_t number = 0; number < total; ++number) {
        const ByteView rest = ByteView(whole).subspan(number * share);
        codes.texts.push_back(head + std::to_string(number + 1) + "/" + std::to_string(total) +
                              "/" + toBase45(rest.first(std::min(share, rest.size()))) + ".");
    }
    return codes;
}

Result<HealthCodes> healthCodes(const health::Health& health, const DeviceKey& key) {
    return healthCodes(health::reportOf(health).dump(), key);
}

} // namespace kiosk::handout
