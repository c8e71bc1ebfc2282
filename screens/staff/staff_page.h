// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/staff/staff_view.h"
#include "screens/citizen/page.h"
#include "screens/widgets/choice.h"
#include "screens/widgets/notice.h"

namespace kiosk::staff_screens {

using citizen::Page;
using citizen::PageContent;

PageContent screenFor(const staff::PinView& pin, const Page& page);
PageContent screenFor(const staff::LockedView& locked, const Page& page);
PageContent screenFor(const staff::RefusedView& refused, const Page& page);
PageContent screenFor(const staff::PageView& view, const Page& page);
PageContent screenFor(const staff::TestView& test, const Page& page);
PageContent screenFor(const staff::SoakView& view, const Page& page);

/// The parts of a PageView, by page.
PageContent menu(const staff::PageView& view, const Page& page);
PageContent board(const staff::PageView& view, const Page& page);
PageContent readiness(const staff::PageView& view, const Page& page);
PageContent codes(const staff::PageView& view, const Page& page);
PageContent stickExport(const staff::PageView& view, const Page& page);
PageContent stickUpdate(const staff::PageView& view, const Page& page);
PageContent tests(const staff::PageView& view, const Page& page);
PageContent soak(const staff::PageView& view, const Page& page);
PageContent parts(const staff::PageView& view, const Page& page);
PageContent queue(const staff::PageView& view, const Page& page);
PageContent network(const staff::PageView& view, const Page& page);
PageContent trust(const staff::PageView& view, const Page& page);
PageContent proof(const staff::PageView& view, const Page& page);
PageContent software(const staff::PageView& view, const Page& page);

/// A page's id, its title, and back to the menu.
PageContent named(const Page& page, staff::Page which, std::vector<kit::Node> content);

visit::Touch press(visit::touch::Staff::Key key, int value = 0);

/// How one thing stands: a sign, its name, its state in a word, and what else there is to say.
struct Standing {
    std::string id;
    std::string drawing;
    std::string name;
    widgets::Tone tone = widgets::Tone::neutral;
    std::string state; ///< in words
    std::vector<kit::Phrase> further{};
};
kit::Node standing(const Page& page, Standing what);

/// What is wrong, who acts, and the code: where the letters are large, the first alone. All of it
/// is kioskctl's to tell.
std::vector<kit::Phrase> troubleLines(const Page& page, std::string_view code, Remedy remedy);

/// The same as a notice, with what there is to say before who acts.
kit::Node troubleNotice(const Page& page, const Error& error,
                        std::optional<kit::Phrase> before = {});

/// Two buttons side by side, and one of them; `key` is its text's.
kit::Node halves(const Page& page, kit::Node first, kit::Node second);
kit::Node halfButton(const Page& page, std::string id, std::string_view key, std::string drawing,
                     widgets::ButtonKind kind, std::optional<visit::Touch> touch);

/// "2026-11-26 18:00: came out right (technician)".
kit::Phrase testedLine(const Page& page, const std::optional<staff::TestResult>& tested);

/// The sign of a device: an icon's name.
std::string drawingOf(health::Part part);

/// The text of a key of two parts: words("staff.part", "printer", page).
kit::Phrase words(std::string_view group, std::string_view which, const Page& page,
                  kit::Texts::Values values = {});

} // namespace kiosk::staff_screens
