// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/handout/code_reading.h"

#include <algorithm>
#include <array>
#include <map>

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>
#include <openssl/sha.h>
#include <zlib.h>

#include "firmware/base/handle.h"
#include "firmware/base/text.h"
#include "firmware/licence/base45.h"

namespace kiosk::tests {

namespace {

constexpr std::size_t kSignature = 64;
constexpr std::size_t kPoint = 65;
constexpr std::size_t kParts = 6;

const unsigned char* raw(ByteView bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

std::string inflated(ByteView small) {
    constexpr int kRaw = -15;
    std::string text(1U << 20, '\0');
    Bytes source(small.begin(), small.end());
    z_stream stream{};
    inflateInit2(&stream, kRaw);
    stream.next_in = reinterpret_cast<Bytef*>(source.data());
    stream.avail_in = static_cast<uInt>(source.size());
    stream.next_out = reinterpret_cast<Bytef*>(text.data());
    stream.avail_out = static_cast<uInt>(text.size());
    const int ended = inflate(&stream, Z_FINISH);
    text.resize(ended == Z_STREAM_END ? stream.total_out : 0);
    inflateEnd(&stream);
    return text;
}

Handle<EVP_PKEY, EVP_PKEY_free> keyOf(ByteView point) {
    const Handle<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free> parts(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_utf8_string(parts.get(), OSSL_PKEY_PARAM_GROUP_NAME, "P-256", 0);
    OSSL_PARAM_BLD_push_octet_string(parts.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(),
                                     point.size());
    const Handle<OSSL_PARAM, OSSL_PARAM_free> all(OSSL_PARAM_BLD_to_param(parts.get()));
    const Handle<EVP_PKEY_CTX, EVP_PKEY_CTX_free> context(
        EVP_PKEY_CTX_new_from_name(nullptr, "EC", nullptr));
    EVP_PKEY* key = nullptr;
    EVP_PKEY_fromdata_init(context.get());
    EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, all.get());
    return Handle<EVP_PKEY, EVP_PKEY_free>(key);
}

Bytes derOf(ByteView plain) {
    const Handle<ECDSA_SIG, ECDSA_SIG_free> value(ECDSA_SIG_new());
    constexpr int kHalf = kSignature / 2;
    ECDSA_SIG_set0(value.get(), BN_bin2bn(raw(plain), kHalf, nullptr),
                   BN_bin2bn(raw(plain) + kHalf, kHalf, nullptr));
    Bytes der(static_cast<std::size_t>(i2d_ECDSA_SIG(value.get(), nullptr)));
    auto* at = reinterpret_cast<unsigned char*>(der.data());
    i2d_ECDSA_SIG(value.get(), &at);
    return der;
}

bool isGood(ByteView point, ByteView signature, ByteView message) {
    const auto key = keyOf(point);
    const Handle<EVP_MD_CTX, EVP_MD_CTX_free> context(EVP_MD_CTX_new());
    const Bytes der = derOf(signature);
    return key &&
           EVP_DigestVerifyInit_ex(context.get(), nullptr, "SHA256", nullptr, nullptr, key.get(),
                                   nullptr) == 1 &&
           EVP_DigestVerify(context.get(), raw(der), der.size(), raw(message), message.size()) == 1;
}

std::string numberOf(ByteView data) {
    std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
    SHA256(raw(data), data.size(), digest.data());
    std::string hex = toHex(std::as_bytes(std::span(digest)).first(4));
    std::ranges::transform(hex, hex.begin(), [](unsigned char c) { return std::toupper(c); });
    return hex;
}

} // namespace

std::optional<Bytes> dataOf(const std::vector<std::string>& texts) {
    std::map<int, Bytes> parts;
    std::string report;
    std::size_t total = 0;
    for (std::string text : texts) {
        if (!text.ends_with('.'))
            return std::nullopt;
        text.pop_back();
        std::vector<std::string> words;
        for (std::size_t word = 0; word + 1 < kParts; ++word) {
            const std::size_t slash = text.find('/');
            words.push_back(text.substr(0, slash));
            text.erase(0, slash + 1);
        }
        const auto part = fromBase45(text);
        if (!part || words[0] != "KH1" || (!report.empty() && report != words[2]))
            return std::nullopt;
        report = words[2];
        total = static_cast<std::size_t>(parseInteger(words[4]).value_or(0));
        parts[static_cast<int>(parseInteger(words[3]).value_or(0))] = *part;
    }
    if (parts.size() != total || total == 0 || parts.begin()->first != 1)
        return std::nullopt;
    Bytes data;
    for (const auto& [number, part] : parts)
        data.insert(data.end(), part.begin(), part.end());
    return numberOf(data) == report ? std::optional(data) : std::nullopt;
}

std::optional<ReadReport> readData(ByteView data) {
    if (data.size() < 1 + kSignature + kPoint || data[0] != std::byte{1})
        return std::nullopt;
    const ByteView signature = data.subspan(1, kSignature);
    const ByteView content = data.subspan(1 + kSignature);
    Bytes message = toBytes("kiosk health report\n");
    message.push_back(data[0]);
    message.insert(message.end(), content.begin(), content.end());
    const ByteView point = content.first(kPoint);
    return ReadReport{.json = inflated(content.subspan(kPoint)),
                      .isSigned = isGood(point, signature, message),
                      .point = Bytes(point.begin(), point.end())};
}

std::optional<ReadReport> readCodes(const std::vector<std::string>& texts) {
    const auto data = dataOf(texts);
    return data ? readData(*data) : std::nullopt;
}

} // namespace kiosk::tests
