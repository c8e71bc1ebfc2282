// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/audit/event.h"
#include "firmware/base/event_words.h"
#include "firmware/ending/ending.h"

namespace kiosk::audit {

inline constexpr std::uint32_t kMostNumber = 999'999'999;
inline constexpr std::uint32_t kMostPages = 9999;

/// Which program wrote a record.
inline constexpr std::array<std::string_view, 2> kPrograms{"kiosk", "kioskctl"};
/// What the kiosk may find of its own record when it goes on with it.
inline constexpr std::array<std::string_view, 4> kFound{"cutOff", "noHead", "olderHead", "altered"};

// One line an event where it fits.
// clang-format off

/// All that is ever recorded for supervision: what staff did, what was let in, what came out. Never
/// who: a role, a region, a count. What is not declared here does not compile (entry.h).
inline constexpr std::array kEvents{
    Event{"kiosk.started", "the kiosk began to serve", {version("version"), as(events::word("before", ending::kHowNames))}},
    Event{"config.taken", "a configuration was taken in", {digest("digest")}},
    Event{"config.refused", "a configuration cannot be used; the last good one serves", {as(events::code())}},
    Event{"trust.taken", "a trust list was taken in", {digest("digest")}},
    Event{"clock.changed", "the clock was set", {as(events::number("seconds", kMostNumber)), as(events::flag("back"))}},

    Event{"staff.mode", "staff mode", {as(events::word("what", events::kStaffModes)), as(events::word("role", events::kStaffRoles))}},
    Event{"staff.card-opened-nothing", "a staff card opened nothing", {as(events::code())}},
    Event{"staff.test-ended", "a guided test ended", {as(events::word("test", events::kGuidedTests)), as(events::flag("passed")), as(events::word("role", events::kStaffRoles))}},
    Event{"staff.soak-ended", "a soak of the kiosk's parts ended", {as(events::number("rounds", kMostNumber)), as(events::flag("passed")), as(events::word("role", events::kStaffRoles))}},
    Event{"staff.card-added", "a card was put on the register", {as(events::word("role", events::kStaffRoles))}},
    Event{"staff.card-removed", "a card was taken off the register"},
    Event{"staff.beside", "staff look on at a visit, as agreed", {as(events::word("role", events::kStaffRoles))}},

    Event{"stick.exported", "an archive was put onto a memory stick"},
    Event{"stick.not-exported", "no archive was put onto a memory stick", {as(events::code())}},
    Event{"update.installed", "a system was installed", {version("version"), as(events::flag("older"))}},
    Event{"update.refused", "a system was not installed", {version("version"), as(events::code()), as(events::flag("older"))}},
    Event{"parts.accepted", "a part was accepted by a technician", {as(events::word("part", kPlaceNames))}},
    Event{"pages.explained", "strange pages were explained by a technician", {as(events::number("pages", kMostPages))}},
    Event{"cabinet.door", "the cabinet's door", {as(events::flag("open"))}},
    Event{"cabinet.tamper", "the tamper switch", {as(events::flag("on"))}},

    Event{"copy.printed", "a copy came out", {as(events::region()), as(events::number("pages", kMostPages))}},
    Event{"copy.void", "a copy was called void", {as(events::region())}},
    Event{"help.consented", "a holder's consent to being helped is on record", {as(events::number("record", kMostNumber))}},
    Event{"request.delivered", "a kept request reached its region, and its content was erased", {as(events::region())}},
    Event{"request.given-up", "a kept request will not reach its region", {as(events::region())}},

    Event{"key.handed-over", "the kiosk's key says which one follows it", {point("to")}},
    Event{"key.taken-over", "the key that follows goes on with the record", {point("from")}},
    Event{"record.oldest-removed", "the oldest records had their time", {as(events::number("through", kMostNumber)), digest("digest")}},
    Event{"record.missed", "records could not be written before this one", {as(events::number("count", kMostNumber))}},
    Event{"record.not-whole", "the record was not as it was left", {as(events::word("found", kFound))}},
};
// clang-format on

inline constexpr std::size_t kNoEvent = kEvents.size();

/// Its place in the list; kNoEvent for what is not declared.
constexpr std::size_t placeOf(std::string_view id) {
    return static_cast<std::size_t>(std::ranges::find(kEvents, id, &Event::id) - kEvents.begin());
}

} // namespace kiosk::audit
