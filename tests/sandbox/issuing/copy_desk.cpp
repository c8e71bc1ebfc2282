// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/issuing/copy_desk.h"

#include <algorithm>

#include "firmware/seal/certificate.h"

namespace kiosk::sandbox {

namespace {

constexpr const char* kName = "copysigner";

} // namespace

Result<CopyDesk> CopyDesk::make(const Keyholder& root, const Region& region, WallTime from,
                                WallTime until) {
    return CopyDesk(TRY(root.certify({.organisation = region.name + "证照管理局",
                                      .commonName = region.name + "证照副本签发",
                                      .role = Subject::Role::signer,
                                      .validFrom = from,
                                      .validUntil = until})));
}

Result<CopyDesk> CopyDesk::open(const std::filesystem::path& folder, const Keyholder& root,
                                const Region& region, WallTime from, WallTime until) {
    if (std::filesystem::exists(folder / (std::string(kName) + ".pem")))
        return CopyDesk(TRY(Keyholder::load(folder, kName)));
    CopyDesk desk = TRY(make(root, region, from, until));
    TRY(desk.key_.store(folder, kName));
    return desk;
}

namespace {

/// Codes and grants alike name their signer, and are signed as text.
template <typename Signed>
Result<Signed> signedBy(const Keyholder& holder, Signed what) {
    const Bytes key = TRY(seal::publicKeyDigest(holder.certificate()));
    std::ranges::copy(ByteView(key).first(what.signerKey.size()), what.signerKey.begin());
    const Bytes signature = TRY(holder.signPlain(bytesOf(signedText(what))));
    std::ranges::copy(signature, what.signature.begin());
    return what;
}

} // namespace

Result<CopyCode> CopyDesk::sign(CopyCode code) const {
    return signedBy(key_, std::move(code));
}

Result<Grant> CopyDesk::sign(Grant grant) const {
    return signedBy(key_, std::move(grant));
}

} // namespace kiosk::sandbox
