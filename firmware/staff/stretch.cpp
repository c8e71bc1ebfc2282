// SPDX-License-Identifier: Apache-2.0
#include "firmware/staff/stretch.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

namespace kiosk::staff {

namespace {

constexpr std::uint64_t kCost = 32768;
constexpr std::uint64_t kBlock = 8;
constexpr std::uint64_t kParallel = 1;
constexpr std::uint64_t kMostMemory = 64ULL << 20;
constexpr std::size_t kBytes = 32;

std::unexpected<Error> refused() {
    return fail(ErrorKind::internal, "staff.stretch", Remedy::supplier);
}

// OpenSSL's unsigned char is our std::byte.
unsigned char* raw(Bytes& bytes) {
    return reinterpret_cast<unsigned char*>(bytes.data());
}

} // namespace

Result<Bytes> stretched(std::string_view secret, ByteView salt) {
    Bytes result(kBytes);
    if (EVP_PBE_scrypt(secret.data(), secret.size(),
                       reinterpret_cast<const unsigned char*>(salt.data()), salt.size(), kCost,
                       kBlock, kParallel, kMostMemory, raw(result), result.size()) != 1)
        return refused();
    return result;
}

bool isSame(ByteView one, ByteView other) {
    return one.size() == other.size() && CRYPTO_memcmp(one.data(), other.data(), one.size()) == 0;
}

Result<Bytes> freshSalt() {
    Bytes salt(kSaltBytes);
    if (RAND_bytes(raw(salt), static_cast<int>(salt.size())) != 1)
        return refused();
    return salt;
}

} // namespace kiosk::staff
