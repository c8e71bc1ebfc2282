// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/document/document.h"
#include "tests/support/ofd_builder.h"

using namespace kiosk;
using namespace kiosk::tests;

namespace {

using Tags = std::multimap<std::string, std::string>;

std::string text(const std::string& id, const std::string& content) {
    return "<ofd:TextObject ID='" + id + "' Boundary='0 0 9 9' Font='3' Size='3'><ofd:TextCode>" +
           content + "</ofd:TextCode></ofd:TextObject>";
}

document::Document opened(const std::string& tagFile) {
    const std::string page = text("20", "C1") + text("21", "望江里") + text("22", "3栋");
    return document::Document::open(
               document::Package::open(
                   makeOfd({.page = page,
                            .document = "<ofd:CustomTags>Tags/CustomTags.xml</ofd:CustomTags>",
                            .files = {{"Doc_0/Tags/CustomTags.xml",
                                       "<CustomTags><CustomTag TypeID=''><FileLoc>CustomTag.xml"
                                       "</FileLoc></CustomTag></CustomTags>"},
                                      {"Doc_0/Tags/CustomTag.xml", tagFile}}}))
                   .value())
        .value();
}

} // namespace

TEST_CASE("a tag names the text of its objects, in their order") {
    const auto file = opened("<params><证号><ObjectRef PageRef='1'>20</ObjectRef></证号><地址>"
                             "<ObjectRef>21</ObjectRef><ObjectRef>22</ObjectRef></地址></params>");
    CHECK(file.customTags() == Tags{{"证号", "C1"}, {"地址", "望江里3栋"}});
    CHECK(file.findings().empty());
}

TEST_CASE("a tag that comes twice is kept twice, and groups of tags are looked into") {
    const auto file = opened("<params><日期><ObjectRef>20</ObjectRef></日期><组><日期><ObjectRef>22"
                             "</ObjectRef></日期></组></params>");
    CHECK(file.customTags() == Tags{{"日期", "C1"}, {"日期", "3栋"}});
}

TEST_CASE("a producer's odd root element of tags is read all the same") {
    const auto file = opened("<:params xmlns:=''><证号><ObjectRef>20</ObjectRef></证号></:params>");
    CHECK(file.customTags() == Tags{{"证号", "C1"}});
}

TEST_CASE("tags that lead nowhere or are damaged are a finding, and the page stays") {
    const auto damaged = opened("<params");
    CHECK(damaged.customTags().empty());
    CHECK(damaged.pageCount() == 1);
    REQUIRE(damaged.findings().size() == 1);
    CHECK(damaged.findings().front() == "tags.damaged: CustomTag.xml");
    const auto empty = opened("<params><证号><ObjectRef>99</ObjectRef></证号><地址/></params>");
    CHECK(empty.customTags() == Tags{{"证号", ""}});
}
