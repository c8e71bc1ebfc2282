// SPDX-License-Identifier: Apache-2.0
#include "tests/speed/compare/bare_sm2.h"

#include <string_view>
#include <vector>

#include <openssl/evp.h>

namespace kiosk::speed {

namespace {

constexpr std::string_view kUserId = "1234567812345678";
constexpr std::size_t kMessageSize = 300;

template <auto release>
struct Releaser {
    template <typename T>
    void operator()(T* handle) const {
        release(handle);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Releaser<EVP_PKEY_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Releaser<EVP_MD_CTX_free>>;

std::unexpected<Error> noSm2() {
    return fail(ErrorKind::internal, "speed.no-sm2", Remedy::supplier);
}

void setUserId(EVP_PKEY_CTX* context) {
    EVP_PKEY_CTX_set1_id(context, kUserId.data(), static_cast<int>(kUserId.size()));
}

} // namespace

struct BareSm2::Material {
    Key key{EVP_PKEY_Q_keygen(nullptr, nullptr, "SM2")};
    std::vector<unsigned char> message = std::vector<unsigned char>(kMessageSize, 0x5A);
    std::vector<unsigned char> signature;

    bool sign() {
        const DigestContext context(EVP_MD_CTX_new());
        EVP_PKEY_CTX* keyContext = nullptr; // owned by the digest context
        if (!key ||
            EVP_DigestSignInit(context.get(), &keyContext, EVP_sm3(), nullptr, key.get()) != 1)
            return false;
        setUserId(keyContext);
        std::size_t size = 0;
        if (EVP_DigestSign(context.get(), nullptr, &size, message.data(), message.size()) != 1)
            return false;
        signature.resize(size);
        const bool done = EVP_DigestSign(context.get(), signature.data(), &size, message.data(),
                                         message.size()) == 1;
        signature.resize(size);
        return done;
    }
};

BareSm2::BareSm2(std::unique_ptr<Material> material) : material_(std::move(material)) {}
BareSm2::~BareSm2() = default;
BareSm2::BareSm2(BareSm2&&) noexcept = default;
BareSm2& BareSm2::operator=(BareSm2&&) noexcept = default;

Result<BareSm2> BareSm2::make() {
    auto material = std::make_unique<Material>();
    if (!material->sign())
        return noSm2();
    return BareSm2(std::move(material));
}

Result<> BareSm2::verify() const {
    const DigestContext context(EVP_MD_CTX_new());
    EVP_PKEY_CTX* keyContext = nullptr;
    if (EVP_DigestVerifyInit(context.get(), &keyContext, EVP_sm3(), nullptr,
                             material_->key.get()) != 1)
        return noSm2();
    setUserId(keyContext);
    if (EVP_DigestVerify(context.get(), material_->signature.data(), material_->signature.size(),
                         material_->message.data(), material_->message.size()) != 1)
        return noSm2();
    return {};
}

} // namespace kiosk::speed
