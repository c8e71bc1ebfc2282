// SPDX-License-Identifier: Apache-2.0
#include "firmware/staff/roles.h"

#include <algorithm>
#include <array>

namespace kiosk::staff {

namespace {

struct PageRow {
    Page page;
    std::string_view name;
    Role least; ///< who may open it
};
constexpr std::array kPageRows{
    PageRow{Page::menu, "menu", Role::attendant},
    PageRow{Page::board, "board", Role::attendant},
    PageRow{Page::queue, "queue", Role::attendant},
    PageRow{Page::readiness, "readiness", Role::attendant},
    PageRow{Page::codes, "codes", Role::attendant},
    PageRow{Page::stick, "stick", Role::technician},
    PageRow{Page::update, "update", Role::technician},
    PageRow{Page::tests, "tests", Role::technician},
    PageRow{Page::soak, "soak", Role::technician},
    PageRow{Page::parts, "parts", Role::technician},
    PageRow{Page::network, "network", Role::technician},
    PageRow{Page::proof, "proof", Role::technician},
    PageRow{Page::trust, "trust", Role::supervisor},
    PageRow{Page::software, "software", Role::supervisor},
};
static_assert(kPageRows.size() == kPages);

const PageRow& rowOf(Page page) {
    return *std::ranges::find(kPageRows, page, &PageRow::page);
}

} // namespace

std::string_view name(Page page) {
    return rowOf(page).name;
}

bool mayOpen(Role role, Page page) {
    return role >= rowOf(page).least;
}

std::vector<Page> pagesFor(Role role) {
    std::vector<Page> pages;
    for (const PageRow& row : kPageRows)
        if (row.page != Page::menu && mayOpen(role, row.page))
            pages.push_back(row.page);
    return pages;
}

} // namespace kiosk::staff
