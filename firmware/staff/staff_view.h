// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "firmware/document/picture.h"
#include "firmware/staff/facts.h"
#include "firmware/staff/parts_view.h"
#include "firmware/staff/proof_view.h"
#include "firmware/staff/roles.h"
#include "firmware/staff/soak_view.h"
#include "firmware/staff/stick_view.h"

namespace kiosk::staff {

/// The PIN is being typed, or judged. Its digits are never shown.
struct PinView {
    std::size_t digits = 0;
    bool canEnter = false;
    bool judging = false;
    std::optional<int> triesLeft{}; ///< after a wrong one
};

/// Too many wrong PINs.
struct LockedView {
    int minutes = 1; ///< still, rounded up
};

/// It could not be told who this is.
struct RefusedView {
    std::string code;
    Remedy remedy = Remedy::technician;
};

/// The report that was made for the page of codes, and what was done with it.
struct CodesView {
    enum class Deed { none, underWay, done };
    std::string fingerprint{};                       ///< of the kiosk's key
    std::vector<document::SharedPicture> pictures{}; ///< empty while they are made
    Deed printing = Deed::none;
    Deed saving = Deed::none;
    std::optional<Error> error{}; ///< of making, printing or saving it
};

/// A page of the staff's, open for this role.
struct PageView {
    Role role = Role::attendant;
    Page page = Page::menu;
    Facts facts;
    int leaf = 0;      ///< of a long list, from 0; the screen shows its last where it has fewer
    CodesView codes{}; ///< of the page of codes
    StickView stick{}; ///< of the pages of the memory stick
    PartsView parts{}; ///< of the page of parts
    ProofView proof{}; ///< of the page of the proof
};

/// A guided test under way.
struct TestView {
    enum class Phase {
        running, ///< the kiosk does its part
        asking,  ///< the person is asked whether it came out right
        failed   ///< the kiosk's part did not come out
    };
    GuidedTest test = GuidedTest::cardReader;
    Phase phase = Phase::running;
    std::optional<Error> error{};      ///< of failed
    document::SharedPicture picture{}; ///< of the camera
    bool codeSeen = false;             ///< by the camera
    std::vector<int> targetsTouched{}; ///< of the screen's test
};

/// What the screens of the staff show; settings, place and time are the visit's.
using StaffView = std::variant<PinView, LockedView, RefusedView, PageView, TestView, SoakView>;

/// How many places are touched in the screen's test.
inline constexpr int kScreenTargets = 6;

} // namespace kiosk::staff
