// SPDX-License-Identifier: Apache-2.0
#include "firmware/tpm/disk_key.h"

#include <nlohmann/json.hpp>

#include "firmware/base/base64.h"

namespace kiosk::tpm {

namespace {

using Json = nlohmann::json;

constexpr const char* kType = "kiosk-tpm2";

std::unexpected<Error> unusable(std::string_view why) {
    return fail(ErrorKind::storage, "tpm.key-file", Remedy::technician, why);
}

Result<Bytes> part(const Json& token, const char* name) {
    const auto found = token.find(name);
    if (found == token.end() || !found->is_string())
        return unusable("a part of the disk's key is missing");
    auto bytes = fromBase64(found->get_ref<const std::string&>());
    if (!bytes)
        return unusable("a part of the disk's key is not in base64");
    return bytes;
}

} // namespace

std::string diskTokenOf(const KeyBlob& sealed) {
    return Json{{"type", kType},
                {"keyslots", {"0"}},
                {"public", toBase64(sealed.publicPart)},
                {"private", toBase64(sealed.privatePart)}}
        .dump();
}

Result<KeyBlob> sealedKeyIn(std::string_view diskToken) {
    const Json token = Json::parse(diskToken, nullptr, false);
    if (!token.is_object())
        return unusable("the disk's header holds no key");
    const auto type = token.find("type");
    if (type == token.end() || *type != kType)
        return unusable("the disk's header holds a key of another kind");
    return KeyBlob{TRY(part(token, "public")), TRY(part(token, "private"))};
}

} // namespace kiosk::tpm
