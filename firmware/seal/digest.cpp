// SPDX-License-Identifier: Apache-2.0
#include "firmware/seal/digest.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "firmware/seal/crypto.h"

namespace kiosk::seal {

namespace {

struct NamedDigest {
    std::string_view name;
    DigestAlgorithm algorithm;
};

constexpr std::array kNamedDigests{
    NamedDigest{"1.2.156.10197.1.401", DigestAlgorithm::sm3},
    NamedDigest{"1.2.156.10197.1.401.1", DigestAlgorithm::sm3},
    NamedDigest{"SM3", DigestAlgorithm::sm3},
    NamedDigest{"2.16.840.1.101.3.4.2.1", DigestAlgorithm::sha256},
    NamedDigest{"SHA256", DigestAlgorithm::sha256},
    NamedDigest{"SHA-256", DigestAlgorithm::sha256},
    NamedDigest{"2.16.840.1.101.3.4.2.2", DigestAlgorithm::sha384},
    NamedDigest{"SHA384", DigestAlgorithm::sha384},
    NamedDigest{"SHA-384", DigestAlgorithm::sha384},
    NamedDigest{"2.16.840.1.101.3.4.2.3", DigestAlgorithm::sha512},
    NamedDigest{"SHA512", DigestAlgorithm::sha512},
    NamedDigest{"SHA-512", DigestAlgorithm::sha512},
    NamedDigest{"1.3.14.3.2.26", DigestAlgorithm::sha1},
    NamedDigest{"SHA1", DigestAlgorithm::sha1},
    NamedDigest{"SHA-1", DigestAlgorithm::sha1},
    NamedDigest{"1.2.840.113549.2.5", DigestAlgorithm::md5},
    NamedDigest{"MD5", DigestAlgorithm::md5},
};

} // namespace

const EVP_MD* crypto::implementation(DigestAlgorithm algorithm) {
    switch (algorithm) {
    case DigestAlgorithm::sm3:
        return EVP_sm3();
    case DigestAlgorithm::sha256:
        return EVP_sha256();
    case DigestAlgorithm::sha384:
        return EVP_sha384();
    case DigestAlgorithm::sha512:
        return EVP_sha512();
    case DigestAlgorithm::sha1:
        return EVP_sha1();
    case DigestAlgorithm::md5:
        return EVP_md5();
    }
    return EVP_sm3();
}

std::optional<DigestAlgorithm> digestAlgorithm(std::string_view oidOrName) {
    std::string upper(oidOrName);
    std::ranges::transform(upper, upper.begin(),
                           [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    const auto found =
        std::ranges::find(kNamedDigests, std::string_view(upper), &NamedDigest::name);
    if (found == kNamedDigests.end())
        return std::nullopt;
    return found->algorithm;
}

bool isCollisionResistant(DigestAlgorithm algorithm) {
    return algorithm != DigestAlgorithm::sha1 && algorithm != DigestAlgorithm::md5;
}

Bytes digest(DigestAlgorithm algorithm, ByteView bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> value{};
    unsigned size = 0;
    // Fails only without memory or without the algorithm; the empty digest then equals nothing.
    if (EVP_Digest(bytes.data(), bytes.size(), value.data(), &size,
                   crypto::implementation(algorithm), nullptr) != 1)
        return {};
    const ByteView view = std::as_bytes(std::span(value)).first(size);
    return {view.begin(), view.end()};
}

} // namespace kiosk::seal
