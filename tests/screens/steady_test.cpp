// SPDX-License-Identifier: Apache-2.0
// A list that grows while a finger is on its way to it.
#include <algorithm>
#include <cmath>

#include <catch2/catch.hpp>

#include "screens/kit/words.h"
#include "tests/screens/screen_fixture.h"

namespace kiosk::test {
namespace {

using kit::Node;
using visit::ChooseView;
using visit::FindView;

constexpr double kTolerance = 0.01; // millimetres

ChooseView::Item item(std::string type, std::string region) {
    return {.typeName = std::move(type),
            .regionName = std::move(region),
            .issuer = "市场监督管理局",
            .numberMasked = "9900****0016",
            .state = LicenceState::valid};
}

/// One list as region after region answers: one with licences, one with none, one not at all.
std::vector<ChooseView> growing(std::size_t found) {
    ChooseView first{.holderMasked = "单*",
                     .items = {},
                     .gaps = {},
                     .pendingRegions = {"海宁州", "海岳省", "无人省"},
                     .awaitedRegions = {"海宁州", "海岳省", "无人省"}};
    first.items.assign(found, item("营业执照", "云州市"));
    ChooseView more = first;
    more.pendingRegions = {"海岳省", "无人省"};
    for (int i = 0; i < 3; ++i)
        more.items.push_back(item("食品经营许可证", "海宁州"));
    ChooseView none = more;
    none.pendingRegions = {"无人省"};
    ChooseView silent = none;
    silent.pendingRegions.clear();
    silent.gaps = {{"无人省", "authority.unreachable"}};
    ChooseView all = none;
    all.pendingRegions.clear();
    return {first, more, none, silent, all};
}

/// Buttons that lie elsewhere in `later`: those that can be pressed, or all of them.
enum class Of { targets, buttons };
std::vector<std::string> moved(const Node& before, const Node& later, Of which = Of::targets) {
    std::vector<std::string> ids;
    kit::walk(before, [&](const Node& node, int) {
        if (which == Of::targets ? !node.touch : node.role != kit::Role::button)
            return;
        const Node* now = kit::find(later, node.id);
        const bool same = now != nullptr && std::abs(now->bounds.x - node.bounds.x) < kTolerance &&
                          std::abs(now->bounds.y - node.bounds.y) < kTolerance &&
                          std::abs(now->bounds.width - node.bounds.width) < kTolerance &&
                          std::abs(now->bounds.height - node.bounds.height) < kTolerance;
        if (!same)
            ids.push_back(node.id);
    });
    return ids;
}

std::vector<visit::Settings> everyManner() {
    std::vector<visit::Settings> all;
    for (const Setting& setting : allSettings()) {
        if (setting.settings.theme != visit::Theme::standard)
            continue;
        for (const auto reach : {visit::Reach::standard, visit::Reach::low}) {
            visit::Settings settings = setting.settings;
            settings.reach = reach;
            all.push_back(settings);
            settings.version = visit::Version::elder;
            if (settings.textSize >= visit::TextSize::large)
                all.push_back(settings);
        }
    }
    return all;
}

/// A long list as it is typed down: all of it, one, none, the longest names; typed much and little.
std::vector<FindView> narrowing(typing::Board board) {
    FindView all{.board = board, .candidates = {}, .items = {}, .left = {}};
    for (const auto* kind : {"居住证", "营业执照", "民办非企业单位登记证书（正本）",
                             "道路运输经营许可证", "卫生许可证", "排污许可证", "不动产权证书"})
        all.items.push_back(item(kind, "云州市"));
    for (std::size_t place = 0; place < all.items.size(); ++place)
        all.left.push_back(place);
    FindView one = all;
    one.left = {0};
    one.code = board == typing::Board::digits ? "9" : "h";
    one.candidates = {"居", "经", "一"};
    FindView longest = one;
    longest.left = {2, 3};
    longest.chosen = "民办非企业单位登";
    longest.code = std::string(24, board == typing::Board::digits ? '0' : 'h');
    FindView none = longest;
    none.left.clear();
    none.candidates.clear();
    FindView second = all;
    second.firstItem = 2;
    return {all, one, longest, none, second};
}

/// What is typed on: the list itself may give way.
bool isTypedOn(const std::string& id) {
    return !id.starts_with("licence.") && !id.starts_with("candidate.");
}

} // namespace

TEST_CASE("U3 A28 no key moves while one types, and the boards are chosen in one place") {
    for (const visit::Settings& settings : everyManner()) {
        std::optional<Node> other;
        for (const typing::Board board : typing::kBoards) {
            std::optional<Node> before;
            for (FindView& find : narrowing(board)) {
                CAPTURE(settings.language.tag, int(settings.textSize), int(settings.version),
                        int(settings.reach), int(board), find.code, find.left.size());
                const auto built = build({"", withContent(find)}, settings, context());
                CHECK(built.fit == kit::Fit::fits);
                if (before) {
                    auto ids = moved(*before, built.root, Of::buttons);
                    std::erase_if(ids, [](const std::string& id) { return !isTypedOn(id); });
                    CHECK(ids == std::vector<std::string>{});
                }
                before = built.root;
            }
            if (other)
                for (const auto* tab : {"board.pinyin", "board.strokes", "board.digits"})
                    CHECK(kit::find(*other, tab)->bounds.y ==
                          Approx(kit::find(*before, tab)->bounds.y));
            other = before;
        }
    }
}

TEST_CASE("U3 keys run from the left in every language, in a frame that is mirrored too") {
    for (const visit::Language& language : allLanguages())
        for (const typing::Board board : typing::kBoards) {
            CAPTURE(language.tag, int(board));
            const Node root = build({"", withContent(narrowing(board).front())},
                                    {.language = language}, context())
                                  .root;
            const std::string_view keys = typing::keysOf(board);
            const auto place = [&](char key) {
                return kit::find(root, kit::format("key.{}", std::string(1, key)))->bounds;
            };
            CHECK(place(keys[0]).x < place(keys[1]).x);
            CHECK(place(keys[1]).x < place(keys[2]).x);
            CHECK(place(keys[0]).y == Approx(place(keys[2]).y));
            CHECK(place(keys[0]).x >= 0);
        }
}

TEST_CASE("R3 A28 nothing to press moves while regions are still answering") {
    for (const visit::Settings& settings : everyManner())
        for (std::size_t found = 1; found <= 5; ++found) {
            CAPTURE(settings.language.tag, int(settings.textSize), int(settings.version),
                    int(settings.reach), found);
            std::optional<Node> before;
            for (const ChooseView& list : growing(found)) {
                const auto built = build({"", withContent(list)}, settings, context());
                CHECK(built.fit == kit::Fit::fits);
                if (before)
                    CHECK(moved(*before, built.root) == std::vector<std::string>{});
                if (list.pendingRegions.empty())
                    break; // the last step is taken once, to each of its two ends
                before = built.root;
            }
            const auto end = build({"", withContent(growing(found).back())}, settings, context());
            CHECK(end.fit == kit::Fit::fits);
            CHECK(moved(*before, end.root) == std::vector<std::string>{});
        }
}

TEST_CASE("R3 who is asked is named, who is silent can be asked again, and only then") {
    const auto lists = growing(2);
    const auto screenOf = [](const ChooseView& list) {
        return build({"", withContent(list)}, {}, context()).root;
    };
    const auto says = [](const Node& root, std::string_view words) {
        bool found = false;
        kit::walk(root, [&](const Node& node, int) {
            found = found || node.name.find(words) != std::string::npos;
        });
        return found;
    };
    const Node asked = screenOf(lists.front());
    CHECK(says(asked, "海岳省、无人省"));
    CHECK(kit::find(asked, "ask-again") == nullptr);
    const Node silent = screenOf(lists[3]);
    CHECK(says(silent, "无人省"));
    REQUIRE(kit::find(silent, "ask-again") != nullptr);
    CHECK(std::holds_alternative<visit::touch::Retry>(*kit::find(silent, "ask-again")->touch));
    CHECK(says(screenOf(lists.back()), "各地都已答复"));
}

} // namespace kiosk::test
