// SPDX-License-Identifier: Apache-2.0
#include "firmware/seal/signature_scheme.h"

#include <algorithm>
#include <array>

#include "firmware/seal/der.h"

namespace kiosk::seal {

namespace {

using Kind = SignatureScheme::Kind;
using Outcome = ReadScheme::Outcome;
using enum DigestAlgorithm;

struct NamedScheme {
    std::string_view identifier;
    Kind kind;
    std::optional<DigestAlgorithm> digest; ///< nothing: the one named beside it
};

constexpr std::array kNamedSchemes{
    NamedScheme{"1.2.156.10197.1.501", Kind::sm2, sm3},
    NamedScheme{"1.2.156.10197.1.301.1", Kind::sm2, sm3},
    NamedScheme{"1.2.156.10197.1.301", Kind::sm2, sm3},
    NamedScheme{"1.2.840.113549.1.1.1", Kind::rsaPkcs1, std::nullopt},
    NamedScheme{"1.2.840.113549.1.1.4", Kind::rsaPkcs1, md5},
    NamedScheme{"1.2.840.113549.1.1.5", Kind::rsaPkcs1, sha1},
    NamedScheme{"1.2.840.113549.1.1.11", Kind::rsaPkcs1, sha256},
    NamedScheme{"1.2.840.113549.1.1.12", Kind::rsaPkcs1, sha384},
    NamedScheme{"1.2.840.113549.1.1.13", Kind::rsaPkcs1, sha512},
    NamedScheme{"1.2.840.10045.2.1", Kind::ecdsa, std::nullopt},
    NamedScheme{"1.2.840.10045.4.1", Kind::ecdsa, sha1},
    NamedScheme{"1.2.840.10045.4.3.2", Kind::ecdsa, sha256},
    NamedScheme{"1.2.840.10045.4.3.3", Kind::ecdsa, sha384},
    NamedScheme{"1.2.840.10045.4.3.4", Kind::ecdsa, sha512},
};

constexpr std::string_view kPss = "1.2.840.113549.1.1.10";
constexpr std::string_view kMaskGeneration1 = "1.2.840.113549.1.1.8";
constexpr std::int64_t kLongestSalt = 512;

Result<DigestAlgorithm> digestNamedIn(DerReader& identifier) {
    const auto digest = digestAlgorithm(TRY(identifier.objectIdentifier()));
    if (!digest)
        return fail(ErrorKind::unsupported, "seal.digest-unknown", Remedy::supplier);
    return *digest;
}

/// The content of an optional explicitly tagged member, empty where it is absent.
Result<std::optional<DerReader>> optionalMember(DerReader& parameters, std::uint8_t tag) {
    if (parameters.nextTag() != tag)
        return std::nullopt;
    return TRY(parameters.inside(tag));
}

/// RSASSA-PSS-params (RFC 8017, A.2.3): all members optional, defaults of the SHA-1 age.
Result<SignatureScheme> readPss(ByteView der) {
    SignatureScheme scheme{.kind = Kind::rsaPss, .digest = sha1, .saltLength = 20};
    DerReader file(der);
    DerReader parameters = TRY(file.sequence());
    DigestAlgorithm mask = sha1;
    if (auto hash = TRY(optionalMember(parameters, tag::kContext0))) {
        DerReader identifier = TRY(hash->sequence());
        scheme.digest = TRY(digestNamedIn(identifier));
    }
    if (auto generation = TRY(optionalMember(parameters, tag::kContext1))) {
        DerReader identifier = TRY(generation->sequence());
        if (TRY(identifier.objectIdentifier()) != kMaskGeneration1)
            return fail(ErrorKind::unsupported, "seal.digest-unknown", Remedy::supplier);
        DerReader inner = TRY(identifier.sequence());
        mask = TRY(digestNamedIn(inner));
    }
    if (auto salt = TRY(optionalMember(parameters, tag::kContext2)))
        scheme.saltLength =
            static_cast<int>(std::clamp<std::int64_t>(TRY(salt->integer()), -1, kLongestSalt));
    // Different digests inside and outside are permitted by the RFC and used by nobody.
    if (mask != scheme.digest || scheme.saltLength < 0)
        return fail(ErrorKind::unsupported, "seal.digest-unknown", Remedy::supplier);
    return scheme;
}

/// Absent or NULL: what a scheme has that its name says wholly (RFC 3370, 3; RFC 5754, 3).
bool saysNothing(ByteView parameters) {
    constexpr std::array kNull{std::byte{tag::kNull}, std::byte{0}};
    return parameters.empty() || std::ranges::equal(parameters, kNull);
}

ReadScheme named(const SignatureAlgorithm& algorithm, std::optional<DigestAlgorithm> digestBeside) {
    if (algorithm.identifier == kPss) {
        const auto scheme = readPss(algorithm.parameters);
        return scheme ? ReadScheme{Outcome::known, *scheme} : ReadScheme{};
    }
    const auto found =
        std::ranges::find(kNamedSchemes, algorithm.identifier, &NamedScheme::identifier);
    if (found == kNamedSchemes.end() || !saysNothing(algorithm.parameters))
        return {};
    if (found->kind == Kind::ecdsa && digestBeside == sm3) // an elliptic key; SM3 says which
        return {Outcome::known, {.kind = Kind::sm2, .digest = sm3}};
    const auto digest = found->digest ? found->digest : digestBeside;
    if (!digest)
        return {};
    return {Outcome::known, {.kind = found->kind, .digest = *digest}};
}

} // namespace

ReadScheme readScheme(const SignatureAlgorithm& algorithm) {
    const auto digestBeside = digestAlgorithm(algorithm.digest);
    if (!algorithm.digest.empty() && !digestBeside)
        return {};
    ReadScheme read = named(algorithm, digestBeside);
    const bool disagrees = digestBeside && *digestBeside != read.scheme.digest;
    if (read.outcome == Outcome::known && disagrees)
        read.outcome = Outcome::contradictory;
    return read;
}

} // namespace kiosk::seal
