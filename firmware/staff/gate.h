// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/staff/lock_book.h"
#include "firmware/staff/staff_register.h"

namespace kiosk::staff {

/// A card that is on the register.
struct KnownCard {
    std::string mark;
    Role role = Role::attendant;
    std::chrono::seconds lockedFor{}; ///< 0: its PIN may be tried
};

/// What became of a PIN.
struct PinVerdict {
    bool right = false;
    int triesLeft = 0;                ///< before the card is locked
    std::chrono::seconds lockedFor{}; ///< from now on
};

/// Who comes in: a card on the register and its PIN. Reads both files anew each time, so that a
/// card taken off the register opens nothing from that moment on. One thread at a time; errors are
/// those of the register and of the book.
class Gate {
public:
    /// `registerFile` as StaffRegister has it, `locksFile` as LockBook; `clock` outlives the gate.
    Gate(std::filesystem::path registerFile, std::filesystem::path locksFile, const Clock& clock)
        : register_(std::move(registerFile)), locks_(std::move(locksFile)), clock_(clock) {}

    /// Whose card this is; nothing for a card nobody put on the register.
    Result<std::optional<KnownCard>> cardLaid(std::string_view number) const;
    /// A card that is locked judges no PIN: it says for how long.
    Result<PinVerdict> tryPin(const std::string& mark, const Pin& pin) const;

private:
    std::filesystem::path register_;
    std::filesystem::path locks_;
    const Clock& clock_;
};

} // namespace kiosk::staff
