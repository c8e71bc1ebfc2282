// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/base/base64.h"
#include "firmware/tpm/tpm.h"

namespace kiosk::tpm {

namespace {

/// Made by OpenSSL's provider tpm2 (1.1.1) in a TPM of software that is gone: it may decrypt too.
constexpr std::string_view kOfProvider =
    "-----BEGIN TSS2 PRIVATE KEY-----\n"
    "MIHwBgZngQUKAQOgAwEBAQIEQAAAAQRYAFYAIwALAAYAcgAAABAAEAADABAAIM8h\n"
    "bM0rYXtxPixyofM2clUEFs0gQTq+aw9qlBdj3wLfACAOKmbg9xLdK9UfRrmjNVe7\n"
    "CvLiMIjCvl8JXiqgbsIoFwSBgAB+ACBoanlXnt5CQyTx+WU4fQMciyqM7SCv+QWq\n"
    "oquAX9dXRAAQ9Eb+Kpkzgktc7O7NK3142RVBiRlDZTh4EjFkIpV5kUpqDCr6DrlL\n"
    "cJ7qbNtcGZPmUCP1rQs7a76qCa3ghctwIp3kEtFFDnUta1lA7SH+eslhr80nTamn\n"
    "s6UB\n"
    "-----END TSS2 PRIVATE KEY-----\n";

constexpr std::size_t kSequenceHead = 3;
constexpr std::size_t kFlag = kSequenceHead + 8 + 4; ///< of what has no pass phrase

Bytes derIn(std::string_view file) {
    const std::size_t begin = file.find('\n') + 1;
    return fromBase64(file.substr(begin, file.find("-----END") - begin)).value();
}

KeyBlob blobOf(std::size_t outside, std::size_t inside) {
    return {Bytes(outside, std::byte{0x5A}), Bytes(inside, std::byte{0xA5})};
}

} // namespace

TEST_CASE("S3 a sealed key comes back from its file as it was, whatever its size") {
    for (const std::size_t size : {0, 1, 90, 127, 128, 255, 256, 500}) {
        CAPTURE(size);
        const KeyBlob blob = blobOf(size, size + 1);
        const std::string file = keyFileOf(blob);
        REQUIRE(isKeyFile(file));
        const auto back = keyIn(file);
        REQUIRE(back);
        CHECK(back->publicPart == blob.publicPart);
        CHECK(back->privatePart == blob.privatePart);
    }
}

TEST_CASE("S3 the file of a sealed key is the one that OpenSSL's provider reads and writes") {
    const auto theirs = keyIn(kOfProvider);
    REQUIRE(theirs);
    Bytes ours = derIn(keyFileOf(*theirs));
    REQUIRE(ours[kFlag] == std::byte{0xFF}); // DER's "true" (X.690, 11.1); theirs is BER's
    ours[kFlag] = std::byte{1};
    CHECK(ours == derIn(kOfProvider));
}

TEST_CASE("S3 a key of a TPM that can do more than sign is not taken") {
    const auto point = pointOf(keyIn(kOfProvider).value());
    REQUIRE_FALSE(point);
    CHECK(point.error().code() == "tpm.key-file");
}

TEST_CASE("S3 what is no sealed key, or not whole, is said as that at every byte") {
    const std::string file = keyFileOf(blobOf(90, 126));
    CHECK_FALSE(isKeyFile("-----BEGIN PRIVATE KEY-----\n"));
    for (std::size_t size = 0; size < file.size(); ++size) {
        const auto cut = keyIn(std::string_view(file).substr(0, size));
        REQUIRE_FALSE(cut);
        CHECK(cut.error().code() == "tpm.key-file");
        CHECK(cut.error().remedy() == Remedy::technician);
    }
    const auto more = keyIn(file + "x");
    REQUIRE_FALSE(more);
    CHECK(more.error().code() == "tpm.key-file");
}

TEST_CASE("S3 a key under another parent, or with a pass phrase, is of another kind") {
    const Bytes der = derIn(keyFileOf(blobOf(90, 126)));
    constexpr std::size_t kParent = kFlag + 1 + 2 + 3;
    for (const std::size_t at : {kSequenceHead + 7, kFlag, kParent}) {
        Bytes changed = der;
        changed[at] = changed[at] == std::byte{0xFF} ? std::byte{0} : std::byte{0x0B};
        const auto key = keyIn("-----BEGIN TSS2 PRIVATE KEY-----\n" + toBase64(changed) +
                               "\n-----END TSS2 PRIVATE KEY-----\n");
        CAPTURE(at);
        REQUIRE_FALSE(key);
        CHECK(key.error().detail() == "a key of another kind");
    }
}

} // namespace kiosk::tpm
