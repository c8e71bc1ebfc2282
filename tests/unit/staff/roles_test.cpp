// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/staff/roles.h"

namespace kiosk::staff {

TEST_CASE("G1 each role opens its own pages and those of the ones before it") {
    CHECK(pagesFor(Role::attendant) ==
          std::vector{Page::board, Page::queue, Page::readiness, Page::codes});
    CHECK(pagesFor(Role::technician) == std::vector{Page::board, Page::queue, Page::readiness,
                                                    Page::codes, Page::stick, Page::update,
                                                    Page::tests, Page::soak, Page::parts,
                                                    Page::network, Page::proof});
    CHECK(pagesFor(Role::supervisor).size() == kPages - 1);
    CHECK_FALSE(mayOpen(Role::attendant, Page::tests));
    CHECK_FALSE(mayOpen(Role::technician, Page::trust));
    CHECK(mayOpen(Role::attendant, Page::menu));
}

TEST_CASE("G1 a role is known by the name the register has for it") {
    for (const Role role : {Role::attendant, Role::technician, Role::supervisor})
        CHECK(roleNamed(name(role)) == role);
    CHECK_FALSE(roleNamed("owner"));
}

} // namespace kiosk::staff
