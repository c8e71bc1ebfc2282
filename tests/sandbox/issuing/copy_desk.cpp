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

Result<CopyCode> CopyDesk::sign(CopyCode code) const {
    const Bytes key = TRY(seal::publicKeyDigest(key_.certificate()));
    std::ranges::copy(ByteView(key).first(code.signerKey.size()), code.signerKey.begin());
    const Bytes signature = TRY(key_.signPlain(bytesOf(signedText(code))));
    std::ranges::copy(signature, code.signature.begin());
    return code;
}

} // namespace kiosk::sandbox
