// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/document/xml/reader.h"

using namespace kiosk;
using document::xml::Element;
using document::xml::parseXml;

namespace {

std::string codeOf(std::string_view xml) {
    const auto parsed = parseXml(bytesOf(xml), "a.xml");
    return parsed ? "parsed" : parsed.error().code();
}

/// "parsed", or the line the error names.
std::string lineOf(std::string_view xml) {
    const auto parsed = parseXml(bytesOf(xml), "a.xml");
    if (parsed)
        return "parsed";
    CHECK(parsed.error().code() == "document.malformed-xml");
    return parsed.error().detail();
}

/// The text of the root and the value of its attribute "b".
std::pair<std::string, std::string> read(std::string_view xml) {
    const auto root = parseXml(bytesOf(xml), "a.xml");
    REQUIRE(root);
    return {root->text, std::string(root->attribute("b").value_or("none"))};
}

std::string nested(int depth) {
    std::string xml;
    for (int i = 0; i < depth; ++i)
        xml += "<a>";
    for (int i = 0; i < depth; ++i)
        xml += "</a>";
    return xml;
}

} // namespace

TEST_CASE("elements and attributes are known by their local names") {
    const auto root = parseXml(bytesOf("\xEF\xBB\xBF<?xml version='1.0'?><x:Page xmlns:x='any'>"
                                       "<x:Area ID='7'> a </x:Area><Area/></x:Page>"),
                               "a.xml");
    REQUIRE(root);
    CHECK(root->name == "Page");
    CHECK(root->attributes.empty());
    REQUIRE(root->child("Area") != nullptr);
    CHECK(root->child("Area")->attribute("ID") == "7");
    CHECK(root->child("Area")->text == " a ");
    CHECK(root->childText("Area") == "a");
    CHECK(root->children.size() == 2);
    CHECK(root->child("Layer") == nullptr);
    CHECK(root->childText("Layer").empty());
}

TEST_CASE("a namespace declaration is never taken for an attribute of that name") {
    const auto root = parseXml(bytesOf("<a xmlns:ID='wrong' ID='right'/>"), "a.xml");
    REQUIRE(root);
    CHECK(root->attribute("ID") == "right");
}

TEST_CASE("comments, instructions and character data around and inside the root") {
    CHECK(read("<!-- a - b --> <?pi some <data> ? ?><a>1<!--<b>-->2<?x?>3<![CDATA[<&]]]]>4</a>\n"
               "<?end?><!---->")
              .first == "123<&]]4");
}

TEST_CASE("the five predefined entities and numeric references are resolved, once") {
    CHECK(read("<a b='&lt;&amp;lt;'>&lt;&gt;&amp;&apos;&quot;&#65;&#x4E2d;&#x20BB7;</a>") ==
          std::pair<std::string, std::string>("<>&'\"A中𠮷", "<&lt;"));
    for (const char* wrong :
         {"&nbsp;", "&", "&lt", "&#;", "&#x;", "&#X41;", "&#-1;", "&#1.5;", "& lt;", "&#0;", "&#8;",
          "&#xD800;", "&#xFFFE;", "&#x110000;", "&#99999999999;"}) {
        CAPTURE(wrong);
        CHECK(codeOf("<a>" + std::string(wrong) + "</a>") == "document.malformed-xml");
        CHECK(codeOf("<a b='" + std::string(wrong) + "'/>") == "document.malformed-xml");
    }
}

TEST_CASE("line ends become one line feed, blanks in attributes spaces, unless referred to") {
    CHECK(read("<a b='1\r\n2\t3\n4&#13;&#10;&#9;'>5\r\n6\r7\n&#13;</a>") ==
          std::pair<std::string, std::string>("5\n6\n7\n\r", "1 2 3 4\r\n\t"));
}

TEST_CASE("S6 a document type is refused before it can define anything") {
    CHECK(codeOf("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>") == "document.malformed-xml");
    CHECK(codeOf("<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>") == "document.malformed-xml");
    CHECK(codeOf("<?xml version='1.0'?>\n<!DOCTYPE a><a/>") == "document.malformed-xml");
    CHECK(codeOf("<a><!DOCTYPE a></a>") == "document.malformed-xml");
}

TEST_CASE("what is not well formed is an error with its line") {
    CHECK(lineOf("") == "a.xml line 1");
    CHECK(lineOf("<a>\n<b></a>") == "a.xml line 2");
    CHECK(lineOf("<a>\r\n\r<b c='\n'>&x;") == "a.xml line 4");
    CHECK(lineOf("<a>\n\x01</a>") == "a.xml line 2");
}

TEST_CASE("S6 no broken markup is read as something else") {
    for (const char* wrong : {
             "a",
             "<",
             "<a",
             "<a>",
             "</a>",
             "<a/><b/>",
             "<a></b>",
             "<a></A>",
             "<x:a></a>",
             "< a/>",
             "<a></ a>",
             "<a/ >",
             "<a b/>",
             "<a b=c/>",
             "<a b='c/>",
             "<a b='c\"/>",
             "<a b='<'/>",
             "<a b='1'c='2'/>",
             "<a b='1' b='1'/>",
             "<a b='1' x:b='2'/>",
             "<a =''/>",
             "<1/>",
             "<a 1='2'/>",
             "<:a/>",
             "<a:/>",
             "<a:b:c/>",
             "<a><:params/></a>",
             "<a>]]></a>",
             "<a/>text",
             "text<a/>",
             "<a/>&lt;",
             "<a/><![CDATA[]]>",
             "<a><![CDATA[</a>",
             "<a><![cdata[]]></a>",
             "<a><!-- a -- b --></a>",
             "<a><!-- --->",
             "<a><!-></a>",
             "<a><!ELEMENT a></a>",
             "<a><?xml version='1.0'?></a>",
             "<a><?XmL ?></a>",
             "<a><?></a>",
             "<a><? x?></a>",
             "<a><?x</a>",
             "<?x:y:z?><a/>",
         }) {
        CAPTURE(wrong);
        CHECK(codeOf(wrong) == "document.malformed-xml");
    }
}

TEST_CASE("nesting beyond 64 levels is refused") {
    CHECK(codeOf(nested(64)) == "parsed");
    CHECK(codeOf(nested(65)) == "document.too-large");
    CHECK(codeOf(nested(1'000'000)) == "document.too-large");
}

TEST_CASE("more elements than any licence has are refused") {
    std::string xml = "<a>";
    for (int i = 0; i < 399'999; ++i)
        xml += "<b/>";
    CHECK(codeOf(xml + "</a>") == "parsed");
    CHECK(codeOf(xml + "<b/></a>") == "document.too-large");
}

TEST_CASE("more attributes than any licence has are refused") {
    std::string element = "<b";
    for (int i = 0; i < 64; ++i)
        element += " x" + std::to_string(i) + "=''";
    CHECK(codeOf(element + "/>") == "parsed");
    CHECK(codeOf(element + " y=''/>") == "document.too-large");
    std::string xml = "<a>";
    for (int i = 0; i < 1'000'000 / 64 + 1; ++i)
        xml += element + "/>";
    CHECK(codeOf(xml + "</a>") == "document.too-large");
}

TEST_CASE("more than 16 MiB of XML are refused") {
    const std::string blank((16U << 20) - 4, ' ');
    CHECK(codeOf(blank + "<a/>") == "parsed");
    CHECK(codeOf(blank + " <a/>") == "document.too-large");
}
