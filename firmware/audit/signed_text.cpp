// SPDX-License-Identifier: Apache-2.0
#include "firmware/audit/signed_text.h"

#include "firmware/base/base64.h"
#include "firmware/seal/digest.h"

namespace kiosk::audit {

namespace {

using nlohmann::json;

constexpr std::string_view kBefore = ",\"sign\":\"";
constexpr std::string_view kAfter = "\"}";
constexpr std::size_t kSignature = 64;
constexpr std::size_t kSpelt = 88; ///< so many bytes in Base64
constexpr std::size_t kTail = kBefore.size() + kSpelt + kAfter.size();

std::string_view firstLineOf(Signs what) {
    return what == Signs::record ? "kiosk audit record\n" : "kiosk audit head\n";
}

Bytes messageOf(Signs what, std::string_view content) {
    return toBytes(std::string(firstLineOf(what)).append(content));
}

/// Only as toBase64() spells them: there is one text for one signature.
std::optional<Bytes> signatureIn(std::string_view spelt) {
    auto bytes = fromBase64(spelt);
    if (!bytes || bytes->size() != kSignature || toBase64(*bytes) != spelt)
        return std::nullopt;
    return *std::move(bytes);
}

} // namespace

Result<std::string> signedText(Signs what, const json& content, const Signer& signer) {
    std::string text = content.dump(-1, ' ', true, json::error_handler_t::replace);
    const Bytes signature = TRY(signer.sign(messageOf(what, text)));
    text.pop_back();
    return text.append(kBefore).append(toBase64(signature)).append(kAfter);
}

std::optional<SignedText> signedIn(std::string_view line) {
    if (line.size() <= kTail || !line.ends_with(kAfter))
        return std::nullopt;
    const std::string_view tail = line.substr(line.size() - kTail);
    auto signature = signatureIn(tail.substr(kBefore.size(), kSpelt));
    if (!tail.starts_with(kBefore) || !signature)
        return std::nullopt;
    std::string content = std::string(line.substr(0, line.size() - kTail)) + "}";
    json told = json::parse(content, nullptr, false);
    if (!told.is_object())
        return std::nullopt;
    return SignedText{std::move(content), *std::move(signature), std::move(told)};
}

bool isBy(Signs what, const SignedText& text, const Known& known) {
    return textIn(text.told, "key") == known.key &&
           known.hasSigned(messageOf(what, text.content), text.signature);
}

bool isByWithKeyNamed(Signs what, const SignedText& text, const Known& known) {
    json told = text.told;
    told["key"] = known.key;
    const std::string content = told.dump(-1, ' ', true, json::error_handler_t::replace);
    return known.hasSigned(messageOf(what, content), text.signature);
}

std::string digestOf(std::string_view line) {
    return toHex(seal::sm3(bytesOf(line)));
}

std::string textIn(const json& told, const char* name) {
    const auto found = told.find(name);
    return found != told.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<std::uint64_t> numberIn(const json& told, const char* name) {
    const auto found = told.find(name);
    if (found == told.end() || !found->is_number_unsigned())
        return std::nullopt;
    return found->get<std::uint64_t>();
}

} // namespace kiosk::audit
