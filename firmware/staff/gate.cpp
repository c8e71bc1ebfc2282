// SPDX-License-Identifier: Apache-2.0
#include "firmware/staff/gate.h"

#include <algorithm>

namespace kiosk::staff {

Result<std::optional<KnownCard>> Gate::cardLaid(std::string_view number) const {
    const auto entries = TRY(StaffRegister::open(register_));
    const auto entry = TRY(entries.find(number));
    if (!entry)
        return std::nullopt;
    LockBook locks = TRY(LockBook::open(locks_));
    return KnownCard{entry->mark, entry->role, TRY(locks.lockedFor(entry->mark, clock_.wall()))};
}

Result<PinVerdict> Gate::tryPin(const std::string& mark, const Pin& pin) const {
    const auto book = TRY(StaffRegister::open(register_));
    const auto entry = std::ranges::find(book.entries(), mark, &StaffRegister::Entry::mark);
    if (entry == book.entries().end())
        return fail(ErrorKind::notFound, "staff.no-such-card", Remedy::technician);
    LockBook locks = TRY(LockBook::open(locks_));
    if (const auto locked = TRY(locks.lockedFor(mark, clock_.wall())); locked.count() > 0)
        return PinVerdict{.lockedFor = locked};
    TRY(locks.tryBegins(mark, clock_.wall()));
    if (TRY(isPinOf(*entry, pin.digits()))) {
        TRY(locks.wasRight(mark));
        return PinVerdict{.right = true};
    }
    return PinVerdict{.triesLeft = std::max(0, LockBook::kFreeTries - locks.wrongTries(mark)),
                      .lockedFor = TRY(locks.lockedFor(mark, clock_.wall()))};
}

} // namespace kiosk::staff
