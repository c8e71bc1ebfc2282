// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "firmware/base/error.h"

namespace kiosk::health {

/// Why something does not work and who must act: an error without its detail, which a device or a
/// file may have written. Holds a code that the kiosk's sources make (firmware/base/error_codes.h)
/// and can hold no other text; whatever is none becomes kUnnamed.
class Cause {
public:
    static constexpr std::string_view kUnnamed = "fault.unnamed";

    Cause(std::string_view code, Remedy remedy);
    explicit Cause(const Error& error) : Cause(error.code(), error.remedy()) {}

    const std::string& code() const { return code_; }
    Remedy remedy() const { return remedy_; }

    bool operator==(const Cause&) const = default;

private:
    std::string code_;
    Remedy remedy_;
};

/// An administrative division's code (GB/T 2260), "990000". Any other text becomes "000000".
class RegionCode {
public:
    explicit RegionCode(std::string_view digits);
    std::string text() const;

    bool operator==(const RegionCode&) const = default;

private:
    std::uint32_t number_ = 0; ///< 0 ... 999999
};

/// "0.1.0".
struct Version {
    int major = 0;
    int minor = 0;
    int patch = 0;

    /// Nothing for a text of another form.
    static std::optional<Version> of(std::string_view text);
    std::string text() const;

    bool operator==(const Version&) const = default;
};

/// A trust list's name (verify::TrustList::name), "3F7A-09C2".
class ListName {
public:
    /// Nothing for a text of another form.
    static std::optional<ListName> of(std::string_view text);
    std::string text() const;

    bool operator==(const ListName&) const = default;

private:
    explicit ListName(std::uint32_t number) : number_(number) {}
    std::uint32_t number_;
};

/// A record's first digits (audit::kMarkDigits of its digest), "3f7a09c2d14e5b60".
class RecordMark {
public:
    /// Nothing for a text of another form; of a longer digest the first digits.
    static std::optional<RecordMark> of(std::string_view digest);
    std::string text() const;

    bool operator==(const RecordMark&) const = default;

private:
    explicit RecordMark(std::uint64_t number) : number_(number) {}
    std::uint64_t number_;
};

} // namespace kiosk::health
