// SPDX-License-Identifier: Apache-2.0
#include "firmware/seal/running_digest.h"

#include <array>

#include "firmware/seal/crypto.h"

namespace kiosk::seal {

struct RunningDigest::Context {
    Handle<EVP_MD_CTX, EVP_MD_CTX_free> context{EVP_MD_CTX_new()};
    bool isWell = false;
};

RunningDigest::RunningDigest(DigestAlgorithm algorithm) : context_(std::make_unique<Context>()) {
    context_->isWell =
        context_->context &&
        EVP_DigestInit_ex(context_->context.get(), crypto::implementation(algorithm), nullptr) == 1;
}

RunningDigest::~RunningDigest() = default;
RunningDigest::RunningDigest(RunningDigest&&) noexcept = default;
RunningDigest& RunningDigest::operator=(RunningDigest&&) noexcept = default;

void RunningDigest::add(ByteView bytes) {
    context_->isWell = context_->isWell &&
                       EVP_DigestUpdate(context_->context.get(), bytes.data(), bytes.size()) == 1;
}

Bytes RunningDigest::end() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> value{};
    unsigned size = 0;
    if (!context_->isWell || EVP_DigestFinal_ex(context_->context.get(), value.data(), &size) != 1)
        return {};
    context_->isWell = false;
    const ByteView view = std::as_bytes(std::span(value)).first(size);
    return {view.begin(), view.end()};
}

} // namespace kiosk::seal
