// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>

#include <nlohmann/json.hpp>

#include "firmware/base/bytes.h"

namespace kiosk::audit {

/// Who signs. `sign` gives 64 bytes: r ‖ s of ECDSA on P-256 with SHA-256 (FIPS 186-5).
struct Signer {
    std::string key; ///< the key's name, by which people compare it
    Bytes point;     ///< uncompressed (SEC 1): 65 bytes
    std::function<Result<Bytes>(ByteView message)> sign;
};

/// Whose signatures count.
struct Known {
    std::string key;
    std::function<bool(ByteView message, ByteView signature)> hasSigned;
    /// The key with this point, to which or from which the record went; empty: to none.
    std::function<Known(const Bytes& point)> another{};
};

/// The first line of what is signed: a signature counts for that and for nothing else.
enum class Signs { record, head };

/// One line of JSON, taken apart: `{CONTENT,"sign":"BASE64"}`. What is signed is the content with
/// its brackets, byte for byte as it stands.
struct SignedText {
    std::string content;
    Bytes signature;
    nlohmann::json told; ///< what the content says; an object
};

/// Without a line end. Errors: the signer's.
Result<std::string> signedText(Signs what, const nlohmann::json& content, const Signer& signer);
/// Nothing for what is none, or holds a signature spelt otherwise than we do.
std::optional<SignedText> signedIn(std::string_view line);

bool isBy(Signs what, const SignedText& text, const Known& known);
/// The same of the text as it would be if it named that key as the one that signed.
bool isByWithKeyNamed(Signs what, const SignedText& text, const Known& known);

/// SM3 (GB/T 32905) of a line without its end, in lower-case hexadecimal.
std::string digestOf(std::string_view line);
/// What stands before the first record.
inline const std::string kNoDigest = std::string(64, '0');

/// A text's or a number's value; empty, or nothing, where there is none of that type.
std::string textIn(const nlohmann::json& told, const char* name);
std::optional<std::uint64_t> numberIn(const nlohmann::json& told, const char* name);

} // namespace kiosk::audit
