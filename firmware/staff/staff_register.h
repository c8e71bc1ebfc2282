// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "firmware/base/clock.h"
#include "firmware/staff/pin.h"
#include "firmware/staff/roles.h"
#include "firmware/staff/stretch.h"

namespace kiosk::staff {

/// The register's name in the kiosk's state folder.
inline constexpr std::string_view kRegisterFileName = "staff.json";

/// Who may open staff mode: cards with a role and a PIN, no names. A card's number and its PIN are
/// kept stretched with salts, so that the file gives neither away at a glance; six digits can be
/// guessed by whoever has the file and some days, which is why it is the owner's alone to read.
class StaffRegister {
public:
    struct Entry {
        std::string mark; ///< the card's, 64 hexadecimal characters
        Role role = Role::attendant;
        std::string addedAt; ///< ISO 8601
        Bytes pinSalt;
        Bytes pin; ///< stretched
    };

    /// No file is an empty register. "staff.register" (storage, technician): it cannot be read.
    static Result<StaffRegister> open(const std::filesystem::path& file);

    const std::vector<Entry>& entries() const { return entries_; }

    /// The card's entry, or nothing. Errors: "staff.stretch".
    Result<std::optional<Entry>> find(std::string_view cardNumber) const;

    /// Adds a card. Errors: "staff.card-known" (refused, technician), "staff.pin-form"
    /// (malformed, technician): see isGoodPin(), and those of writing the file.
    Result<Entry> add(std::string_view cardNumber, Role role, std::string_view pin, WallTime now);
    /// Takes the card out whose mark begins so, with at least eight characters. Errors:
    /// "staff.no-such-card" (notFound, technician), and those of writing the file.
    Result<> remove(std::string_view markBegin);

private:
    explicit StaffRegister(std::filesystem::path file) : file_(std::move(file)) {}
    Result<> read(std::string_view text);
    Result<> write() const;

    std::filesystem::path file_;
    Bytes cardSalt_; ///< one for all cards, so that one that is laid can be looked up
    std::vector<Entry> entries_;
};

/// Whether this is the entry's PIN. Errors: "staff.stretch".
Result<bool> isPinOf(const StaffRegister::Entry& entry, std::string_view pin);

} // namespace kiosk::staff
