// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/document/ofd/xml.h"

using namespace kiosk;
using document::ofd::Element;
using document::ofd::parseXml;

namespace {

std::string codeOf(std::string_view xml) {
    const auto parsed = parseXml(bytesOf(xml), "a.xml");
    return parsed ? "parsed" : parsed.error().code();
}

} // namespace

TEST_CASE("elements and attributes are known by their local names") {
    const auto root = parseXml(bytesOf("\xEF\xBB\xBF<?xml version='1.0'?><x:Page xmlns:x='any'>"
                                       "<x:Area ID='7'> a </x:Area><Area/></x:Page>"),
                               "a.xml");
    REQUIRE(root);
    CHECK(root->name == "Page");
    REQUIRE(root->child("Area") != nullptr);
    CHECK(root->child("Area")->attribute("ID") == "7");
    CHECK(root->child("Area")->text == " a ");
    CHECK(root->childText("Area") == "a");
    CHECK(root->child("Layer") == nullptr);
    CHECK(root->childText("Layer").empty());
}

TEST_CASE("a document type is refused before it can define anything") {
    CHECK(codeOf("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>") == "document.malformed-xml");
}

TEST_CASE("what is not well formed is an error with its line") {
    CHECK(codeOf("") == "document.malformed-xml");
    CHECK(codeOf("<a>") == "document.malformed-xml");
    CHECK(codeOf("<a/><b/>") == "document.malformed-xml");
    CHECK(parseXml(bytesOf("<a>\n<b></a>"), "Doc_0/x.xml").error().detail() ==
          "Doc_0/x.xml line 2");
}

TEST_CASE("nesting beyond 64 levels is refused") {
    const auto nested = [](int depth) {
        std::string xml;
        for (int i = 0; i < depth; ++i)
            xml += "<a>";
        for (int i = 0; i < depth; ++i)
            xml += "</a>";
        return xml;
    };
    CHECK(codeOf(nested(64)) == "parsed");
    CHECK(codeOf(nested(65)) == "document.too-large");
}

TEST_CASE("more elements than any licence has are refused") {
    std::string xml = "<a>";
    for (int i = 0; i < 400'000; ++i)
        xml += "<b/>";
    CHECK(codeOf(xml + "</a>") == "document.too-large");
}
