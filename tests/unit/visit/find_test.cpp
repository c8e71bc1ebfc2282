// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include <catch2/catch.hpp>

#include "firmware/base/text.h"
#include "firmware/visit/view.h"
#include "tests/unit/visit/visit_words.h"

namespace kiosk::visit::tests {

namespace {

using Key = touch::Typing::Key;

constexpr std::array kKinds{"营业执照",       "食品经营许可证", "卫生许可证",
                            "居住证",         "不动产权证书",   "道路运输经营许可证",
                            "排污许可证",     "特种行业许可证", "建筑业企业资质证书",
                            "安全生产许可证", "机动车驾驶证"};

/// One licence of each kind; numbers end in their places.
Found manyKinds() {
    Found many = found(kKinds.size());
    for (std::size_t i = 0; i < kKinds.size(); ++i) {
        many.licences[i].typeName = kKinds.at(i);
        many.licences[i].number = "9900-2026-" + std::to_string(100 + i);
        many.licences[i].identifier += "." + std::to_string(i);
    }
    return many;
}

Driver finding(Found found = manyKinds()) {
    Driver visit{state::Choose{std::move(found)}};
    return std::move(visit.on(touch::Find{}));
}

Driver& typed(Driver& visit, std::string_view keys) {
    for (const char key : keys)
        visit.on(touch::Typing{Key::press, key});
    return visit;
}

FindView viewOf(const Driver& visit) {
    return std::get<FindView>(contentOf(visit.state, visit.around));
}

std::vector<std::string> left(const Driver& visit) {
    const FindView view = viewOf(visit);
    std::vector<std::string> names;
    for (const std::size_t place : view.left)
        names.push_back(view.items[place].typeName);
    return names;
}

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("U3 a list is searched only where it is longer than a page, and characters are known") {
    for (const std::size_t licences : {kItemsPerPage, kItemsPerPage + 1}) {
        Driver visit{state::Choose{found(licences)}};
        const bool isLong = licences > kItemsPerPage;
        CHECK(std::get<ChooseView>(contentOf(visit.state, visit.around)).canFind == isLong);
        CHECK(visit.on(touch::Find{}).isAt(isLong ? "find" : "choose"));
    }
    Driver without{state::Choose{manyKinds()}};
    without.around.typing = nullptr;
    CHECK_FALSE(std::get<ChooseView>(contentOf(without.state, without.around)).canFind);
    CHECK(without.on(touch::Find{}).isAt("choose"));
}

TEST_CASE("U3 the list narrows as one types, and widens as one erases") {
    Driver visit = finding();
    CHECK(left(visit).size() == kKinds.size());
    CHECK(left(typed(visit, "jz")) == Names{"居住证", "建筑业企业资质证书"});
    CHECK(left(typed(visit, "z")) == Names{"居住证"});
    CHECK(left(typed(visit, "q")).empty());
    visit.on(touch::Typing{Key::erase}).on(touch::Typing{Key::erase});
    CHECK(left(visit).size() == 2);
    visit.on(touch::Typing{Key::clear});
    CHECK(left(visit).size() == kKinds.size());
}

TEST_CASE("U3 strokes and digits narrow it too, each on its board") {
    Driver visit = finding();
    visit.on(touch::Typing{Key::board, int(typing::Board::strokes)});
    CHECK(left(typed(visit, "zhph")) == Names{"居住证"});
    visit.on(touch::Typing{Key::board, int(typing::Board::digits)});
    CHECK(left(visit).size() == kKinds.size());
    CHECK(left(typed(visit, "105")) == Names{"道路运输经营许可证"});
    CHECK(viewOf(visit).candidates.empty());
    visit.on(touch::Typing{Key::board, 7});
    CHECK(viewOf(visit).board == typing::Board::digits);
}

TEST_CASE("U3 characters that lead on are offered first, and picked they narrow the list") {
    Driver visit = finding();
    typed(visit, "x");
    const FindView offered = viewOf(visit);
    REQUIRE(offered.candidates.size() > FindView::kCandidates);
    CHECK(offered.candidates.front() == "许");
    CHECK(offered.candidates[1] == "行");
    visit.on(touch::Typing{Key::pick, 1});
    CHECK(viewOf(visit).chosen == "行");
    CHECK(viewOf(visit).candidates.empty());
    CHECK(left(visit) == Names{"特种行业许可证"});
    visit.on(touch::Typing{Key::pick, 5}).on(touch::Typing{Key::pick, -1});
    CHECK(viewOf(visit).chosen == "行");
}

TEST_CASE("U3 candidates are leafed within their ends, and anew begin at the first") {
    Driver visit = finding();
    typed(visit, "j").on(touch::Typing{Key::leaf, -1});
    CHECK(viewOf(visit).firstCandidate == 0);
    for (int i = 0; i < 99; ++i)
        visit.on(touch::Typing{Key::leaf, 1});
    const FindView last = viewOf(visit);
    CHECK(last.firstCandidate > 0);
    CHECK(last.firstCandidate < last.candidates.size());
    CHECK(viewOf(typed(visit, "u")).firstCandidate == 0);
}

TEST_CASE("U3 what is left is leafed, and one of it chosen as from the list") {
    Driver visit = finding();
    typed(visit, "xkz").on(touch::ListPage{1});
    CHECK(viewOf(visit).firstItem == viewOf(visit).perPage);
    typed(visit, "z");
    CHECK(viewOf(visit).left.empty());
    CHECK(viewOf(visit).firstItem == 0);
    visit.on(touch::ChooseLicence{0});
    CHECK(visit.isAt("find"));
    visit.on(touch::Typing{Key::clear});
    typed(visit, "jz").on(touch::ChooseLicence{1});
    REQUIRE(visit.isAt("opening"));
    CHECK(visit.commanded<command::OpenLicence>()->licence.typeName == "建筑业企业资质证书");
}

TEST_CASE("U3 of an enterprise's long list its own licences are found, by its grant") {
    Found companies = actingFor({{}});
    const Found many = manyKinds();
    for (const Licence& licence : many.licences) {
        companies.grants[0].licences.push_back(companies.licences.size());
        companies.licences.push_back(licence);
    }
    Driver visit{state::Choose{companies, 0, {}, 0}};
    visit.on(touch::Find{});
    typed(visit, "pwxkz").on(touch::ChooseLicence{0});
    REQUIRE(visit.isAt("opening"));
    CHECK(visit.commanded<command::OpenLicence>()->licence.typeName == "排污许可证");
    CHECK(visit.commanded<command::OpenLicence>()->grantNumber == companies.grants[0].grant.number);
}

TEST_CASE("U3 back leads to the list where it was, and what was typed is gone") {
    Driver visit{state::Choose{manyKinds(), kItemsPerPage}};
    visit.on(touch::Find{});
    typed(visit, "jzz").on(touch::Back{});
    CHECK(visit.as<state::Choose>().firstItem == kItemsPerPage);
    visit.on(touch::Find{});
    CHECK(visit.as<state::Find>().draft.isEmpty());
}

TEST_CASE("U3 a region that answers meanwhile adds to what is searched") {
    Found some = manyKinds();
    some.pending = {kHaining};
    Driver visit{state::Choose{some, 0, {kHaining}}};
    visit.on(touch::Find{});
    typed(visit, "jzz");
    visit.on(event::RegionAnswered{kHaining, std::vector{licence(kHaining)}});
    REQUIRE(visit.isAt("find"));
    CHECK(left(visit) == Names{"居住证", "居住证"});
    CHECK(visit.on(touch::Back{}).as<state::Choose>().awaited == std::vector{kHaining});
}

} // namespace kiosk::visit::tests
