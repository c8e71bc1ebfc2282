// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/base/event.h"
#include "firmware/base/event_words.h"

namespace kiosk::events {

inline constexpr std::uint32_t kMostPages = 9999;
inline constexpr std::uint32_t kMostPixels = 16384;
inline constexpr std::uint32_t kMostThings = 999;
inline constexpr std::uint32_t kMostRecords = 99'999;

// One line an event where it fits.
// clang-format off

/// All that is ever logged (G3): what is not declared here does not compile (firmware/base/log.h),
/// is not remembered for a crash (events.h), and gets into no bundle (log_line.h). The document is
/// made from it (events_text.h). An area's events stand together.
inline constexpr std::array kEvents{
    Event{"kiosk.ready", Level::info, Outcome::done, "ready"},
    Event{"kiosk.not-started", Level::error, Outcome::failed, "could not start", {code()}},
    Event{"kiosk.screen", Level::info, Outcome::done, "screen", {number("width", kMostPixels), number("height", kMostPixels)}},
    Event{"kiosk.no-screen", Level::warning, Outcome::failed, "no screen", {number("outputs", kMostThings), number("connected", kMostThings)}},
    Event{"kiosk.no-sound", Level::warning, Outcome::failed, "no sound", {code()}},
    Event{"kiosk.last-good-serves", Level::error, Outcome::refused, "the configuration cannot be used; the last good one serves", {code()}},
    Event{"kiosk.not-kept-as-good", Level::warning, Outcome::failed, "the configuration was not kept as the last good one", {code()}},
    Event{"kiosk.run-not-recorded", Level::warning, Outcome::failed, "how this run ends will not be known", {code()}},
    Event{"kiosk.no-service-socket", Level::warning, Outcome::failed, "a technician's programs cannot reach this kiosk", {code()}},
    Event{"kiosk.has-recorder", Level::warning, Outcome::noticed, "has a USB recorder: a development build, not for service", {flag("recording")}},
    Event{"kiosk.lists-not-searched", Level::warning, Outcome::failed, "long lists cannot be searched", {code()}},

    Event{"device.plugged", Level::info, Outcome::noticed, "something was plugged in or out", {word("what", kPlugged)}},
    Event{"device.call-failed", Level::debug, Outcome::failed, "a call into a driver failed", {word("part", kPlaceNames), code()}},
    Event{"device.worth-a-try", Level::info, Outcome::done, "a technician says that it is worth a try", {word("part", kPlaceNames)}},
    Event{"device.refused", Level::error, Outcome::refused, "a USB device is refused", {code(), usb("who")}},
    Event{"device.not-watched", Level::warning, Outcome::failed, "devices are looked for: their coming and going is not told", {code()}},
    Event{"device.udev-gone", Level::warning, Outcome::noticed, "udev is gone: devices are looked for instead"},

    Event{"parts.other", Level::error, Outcome::noticed, "a part is another than on record", {word("part", kPlaceNames), words("differs", kPartMarks)}},
    Event{"parts.accepted", Level::info, Outcome::done, "a part was accepted by a technician", {word("part", kPlaceNames)}},

    Event{"counters.not-whole", Level::error, Outcome::failed, "what was counted of the devices is not whole, or was not written", {code()}},

    Event{"printer.strange-pages", Level::error, Outcome::noticed, "it counted pages that this kiosk did not print", {code(), number("pages", kMostPages)}},
    Event{"printer.strange-pages-explained", Level::info, Outcome::done, "strange pages were explained by a technician", {number("pages", kMostPages)}},

    Event{"cabinet.silent", Level::error, Outcome::failed, "the auxiliaries do not answer", {code()}},
    Event{"cabinet.light-not-set", Level::warning, Outcome::failed, "a light was not set", {code()}},

    Event{"speech.ready", Level::info, Outcome::done, "ready"},
    Event{"speech.no-outlet", Level::warning, Outcome::failed, "nothing to sound through", {code()}},
    Event{"speech.no-sound", Level::warning, Outcome::failed, "no sound", {code()}},
    Event{"speech.not-said", Level::warning, Outcome::failed, "a sentence was not said", {code()}},
    Event{"speech.characters-unread", Level::info, Outcome::noticed, "characters without a reading", {number("count", kMostThings)}},
    Event{"speech.recordings-left-out", Level::warning, Outcome::refused, "recordings are left out", {word("language", kLanguages), number("count", kMostThings)}},

    Event{"visit.step", Level::info, Outcome::done, "step", {word("to", kVisitSteps)}},
    Event{"visit.out-of-service", Level::warning, Outcome::noticed, "out of service", {code()}},
    Event{"visit.staff-called", Level::info, Outcome::done, "staff called"},
    Event{"visit.staff-came", Level::info, Outcome::noticed, "staff came", {word("role", kStaffRoles)}},
    Event{"visit.staff-beside", Level::info, Outcome::done, "staff look on, as agreed", {word("role", kStaffRoles)}},
    Event{"visit.staff-gone", Level::info, Outcome::done, "staff look on no longer"},
    Event{"visit.left-behind", Level::warning, Outcome::noticed, "left behind", {word("what", kLeftThings)}},
    Event{"visit.left-taken", Level::warning, Outcome::noticed, "no longer there", {word("what", kLeftThings)}},
    Event{"visit.left-untold", Level::warning, Outcome::done, "what was left behind is told no longer"},
    Event{"visit.slip-not-printed", Level::warning, Outcome::failed, "a slip was not printed", {code()}},
    Event{"visit.ledger-not-written", Level::error, Outcome::failed, "the page ledger was not written", {code()}},
    Event{"visit.confirmation-not-sealed", Level::error, Outcome::failed, "a confirmation could not be sealed", {code()}},
    Event{"visit.confirmation-not-kept", Level::error, Outcome::failed, "a confirmation could not be kept", {code()}},
    Event{"visit.copy-region-unknown", Level::error, Outcome::failed, "a copy's region is not configured", {region()}},
    Event{"visit.copies-not-read", Level::error, Outcome::failed, "interrupted copies could not be read", {code()}},
    Event{"visit.copy-settled", Level::info, Outcome::done, "an interrupted copy is settled", {number("pages", kMostPages), number("out", kMostPages)}},
    Event{"visit.copy-not-settled", Level::error, Outcome::failed, "an interrupted copy could not be settled", {code()}},
    Event{"visit.consent-recorded", Level::info, Outcome::done, "a holder's consent to being helped is on record", {number("record", kMostRecords)}},
    Event{"visit.help-not-forgotten", Level::error, Outcome::failed, "who helped whom could not be forgotten", {code()}},

    Event{"deliveries.outbox-not-read", Level::error, Outcome::failed, "the outbox could not be read", {code()}},
    Event{"deliveries.answer-not-stored", Level::error, Outcome::failed, "an answer could not be stored", {code()}},

    Event{"quality.of-region", Level::info, Outcome::noticed, "data for the region to look after", {region(), codes()}},

    Event{"staff.mode", Level::info, Outcome::noticed, "staff mode", {word("what", kStaffModes), word("role", kStaffRoles)}},
    Event{"staff.card-unknown", Level::info, Outcome::refused, "a card that is not on the register"},
    Event{"staff.card-opened-nothing", Level::warning, Outcome::refused, "a staff card opened nothing", {code()}},
    Event{"staff.test-ended", Level::info, Outcome::done, "a guided test ended", {word("test", kGuidedTests), flag("passed")}},
    Event{"staff.test-not-kept", Level::error, Outcome::failed, "a test's result was not kept", {code()}},

    Event{"audit.trouble", Level::error, Outcome::failed, "the record is not whole, or was not written", {code()}},

    Event{"observer.not-written", Level::warning, Outcome::failed, "an observation was not written", {code()}},
};
// clang-format on

inline constexpr std::size_t kNoEvent = kEvents.size();

/// Its place in the list; kNoEvent for what is not declared.
constexpr std::size_t placeOf(std::string_view id) {
    return static_cast<std::size_t>(std::ranges::find(kEvents, id, &Event::id) - kEvents.begin());
}

} // namespace kiosk::events
