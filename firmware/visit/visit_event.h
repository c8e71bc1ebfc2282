// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <variant>

#include "firmware/base/copied_once.h"
#include "firmware/visit/visit_view.h"

/// What a person does at the screens. Events of devices and the network are the visit's own affair.
namespace kiosk::visit::touch {

struct Begin {};          ///< start: print a licence
struct BeginCopyCheck {}; ///< start: check a printed copy
struct ListPage {
    int step = 1;
}; ///< choose: previous (-1) or more (+1)
struct ChooseLicence {
    std::size_t index = 0;
}; ///< index into ChooseView::items, or into FindView::left
struct Find {}; ///< choose: find one of a long list by typing
/// find: a key of the board, or of what stands around it
struct Typing {
    enum class Key { press, erase, clear, board, pick, leaf };
    Key key = Key::press;
    int value = 0; ///< the character; typing::Board; index of the candidate; pages of candidates

    bool operator==(const Typing&) const = default;
};
struct OpenMatters {}; ///< choose: say what one came for
struct ChooseMatter {
    std::size_t index = 0;
}; ///< matter: index into MatterView::matters
struct ShowAll {}; ///< choose: no longer for one matter
/// choose: for another enterprise the person may act for, or for themselves again
struct SwitchSubject {};
struct LookPage {
    int step = 1;
}; ///< look: leaf through the licence
struct ToggleNumber {}; ///< look: show or mask the number
struct GoToPurpose {};  ///< look → purpose
struct ChoosePurpose {
    std::size_t index = 0;
};
struct ChangeCopies {
    int step = 1;
};
struct Print {};
struct OnceMore {}; ///< take → choose, same person
struct Finish {};   ///< ends the visit, wipes
struct Keep {};     ///< keep my request for later
struct Retry {};
struct Back {}; ///< one step back
struct StartOver {};
struct CallStaff {};    ///< covers the screen: who comes, and when
struct GoOn {};         ///< help: back to where one was, without staff
struct PrintTicket {};  ///< help: a ticket for the window
struct FirstGoesOn {};  ///< whose turn it is: theirs whose visit it was
struct NewPerson {};    ///< whose turn it is: theirs who laid the second card
struct HelpSomebody {}; ///< two belong together: one helps, both cards are read anew
/// consent: the holder says yes; help: staff may see the screen; confirm: what is said is printed
struct Agree {};
struct Decline {};       ///< consent: the holder says no
struct StillHere {};     ///< answers the idle question
struct OpenLanguages {}; ///< shows the languages
struct SetLanguage {
    Language language;
};
struct SetTextSize {
    TextSize size = TextSize::normal;
};
struct SetTheme {
    Theme theme = Theme::standard;
};
struct SetSpeech {
    bool on = true;
}; ///< by key or button; a headset does the same by being plugged in
struct ChangeSpeechRate {
    int step = 1;
};
struct ChangeVolume {
    int step = 1;
};
struct SetPrivateAloud {
    bool on = true;
};

struct SetVersion {
    Version version = Version::standard;
};
struct SetReach {
    Reach reach = Reach::standard;
};
struct SetScreen {
    Screen screen = Screen::shown;
};
struct ResetSettings {}; ///< everything as it was, where the person is (A12)
struct OfferLowReach {}; ///< somebody seems to reach the lower part only
struct OpenSettings {};
struct ClosePanel {}; ///< closes the settings; "no" to an offer
/// A key of the staff's own screens (firmware/staff): no visit heeds it.
struct Staff {
    enum class Key { digit, erase, enter, open, test, yes, no, print, save };
    Key key = Key::enter;
    int value = 0; ///< of digit which; of open and test the page's or test's number

    bool operator==(const Staff&) const = default;
};

} // namespace kiosk::visit::touch

namespace kiosk::visit {

struct Touch
    : std::variant<touch::Begin, touch::BeginCopyCheck, touch::ListPage, touch::ChooseLicence,
                   touch::Find, touch::Typing, touch::OpenMatters, touch::ChooseMatter,
                   touch::ShowAll, touch::SwitchSubject, touch::LookPage, touch::ToggleNumber,
                   touch::GoToPurpose, touch::ChoosePurpose, touch::ChangeCopies, touch::Print,
                   touch::OnceMore, touch::Finish, touch::Keep, touch::Retry, touch::Back,
                   touch::StartOver, touch::CallStaff, touch::GoOn, touch::PrintTicket,
                   touch::FirstGoesOn, touch::NewPerson, touch::HelpSomebody, touch::Agree,
                   touch::Decline, touch::StillHere, touch::OpenLanguages, touch::SetLanguage,
                   touch::SetTextSize, touch::SetTheme, touch::SetSpeech, touch::ChangeSpeechRate,
                   touch::ChangeVolume, touch::SetPrivateAloud, touch::SetVersion, touch::SetReach,
                   touch::SetScreen, touch::ResetSettings, touch::OfferLowReach,
                   touch::OpenSettings, touch::ClosePanel, touch::Staff> {
    KIOSK_COPIED_ONCE(Touch);
};

} // namespace kiosk::visit
