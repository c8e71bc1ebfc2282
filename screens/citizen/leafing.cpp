// SPDX-License-Identifier: Apache-2.0
#include "screens/citizen/leafing.h"

namespace kiosk::citizen {
namespace {

struct Leaf {
    std::string id;
    std::string_view words; ///< text key
};

/// What is leafed through: its buttons, the key of "2 / 3", and what pressing them means.
struct Leaves {
    Leaf previous, next;
    std::string_view place;
    visit::Touch (*touch)(int step);
};

kit::Node pager(const Page& page, const Leaves& leaves, std::size_t now, std::size_t count) {
    const auto button = [&](const Leaf& leaf, std::string drawing, int step, bool leads) {
        widgets::ButtonSpec spec{leaf.id, page.phrase(leaf.words), std::move(drawing),
                                 widgets::ButtonKind::secondary, std::nullopt};
        if (leads)
            spec.touch = leaves.touch(step);
        return spec;
    };
    return widgets::pager(page.design,
                          {button(leaves.previous, "previous", -1, now > 1),
                           page.phrase(leaves.place, {std::to_string(now), std::to_string(count)}),
                           button(leaves.next, "more", 1, now < count)});
}

} // namespace

std::size_t pagesOf(std::size_t count, std::size_t perPage) {
    return (count + perPage - 1) / perPage;
}

kit::Node listPager(const Page& page, std::size_t first, std::size_t perPage, std::size_t count,
                    std::string_view place) {
    const Leaves leaves{{"previous", "choose.previous"},
                        {"more", "choose.more"},
                        place,
                        [](int step) -> visit::Touch { return visit::touch::ListPage{step}; }};
    return pager(page, leaves, pagesOf(first, perPage) + 1, pagesOf(count, perPage));
}

kit::Node licencePager(const Page& page, std::size_t now, std::size_t count) {
    const Leaves leaves{{"previous-page", "look.previous"},
                        {"next-page", "look.next"},
                        "look.page",
                        [](int step) -> visit::Touch { return visit::touch::LookPage{step}; }};
    return pager(page, leaves, now, count);
}

} // namespace kiosk::citizen
