// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/visit/machine.h"

/// Words to bring a visit into a state with: each test names only what differs from the ordinary
/// case.
namespace kiosk::visit::tests {

inline const Region kYunzhou{"990000", "云州市"};
inline const Region kHaining{"980000", "海宁州"};

/// The table the build has made.
std::shared_ptr<const typing::Table> characters();
Surroundings surroundings();
drivers::IdCard card();
/// Somebody else's.
drivers::IdCard otherCard();
/// Whose the other card is.
Companion companion();
Holder holder();
Licence licence(Region region = kYunzhou, LicenceState state = LicenceState::valid);
SharedLicence opened(verify::Judgement judgement = verify::Judgement::valid, std::size_t pages = 1);
Found found(std::size_t licences = 1);
/// Of the person in front, for an enterprise of 990000.
Grant grant();
/// A licence of their own, and grants with these objections; one licence for each without any.
Found actingFor(std::vector<std::string> objections);
Error unreachable();

/// The machine with its state and what it last commanded.
struct Driver {
    State state;
    Surroundings around = surroundings();
    Commands commands = {};

    Driver& on(const Event& event) {
        Step taken = step(std::move(state), event, around);
        state = std::move(taken.next);
        commands = std::move(taken.commands);
        return *this;
    }
    template <typename S>
    const S& as() const {
        return std::get<S>(state);
    }
    template <typename C>
    const C* commanded() const {
        for (const Command& command : commands)
            if (const C* wanted = std::get_if<C>(&command))
                return wanted;
        return nullptr;
    }
    bool isAt(std::string_view wanted) const { return name(state) == wanted; }
};

/// A printing job that has been accepted, with this many pages a copy.
state::Printing printing(std::size_t pages = 1, int copies = 1);

/// At least one of every state that belongs to somebody, none of them laid aside.
std::vector<State> personalStates();

/// At least one of every state there is, as a visit comes by it.
std::vector<State> everyState();

} // namespace kiosk::visit::tests
