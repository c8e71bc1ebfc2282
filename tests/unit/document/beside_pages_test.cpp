// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/ofd/custom_tags.h"
#include "tests/unit/document/drawing.h"

using namespace kiosk;
using namespace kiosk::tests;
using document::Document;
using document::ofd::TagReference;
using document::ofd::tagReferences;

namespace {

constexpr std::string_view kTexts =
    "<ofd:TextObject ID='79' Boundary='0 0 50 9' Font='3' Size='5'><ofd:TextCode X='0' Y='5'>"
    "证号一</ofd:TextCode></ofd:TextObject><ofd:TextObject ID='80' Boundary='0 9 50 9' Font='3' "
    "Size='5'><ofd:TextCode X='0' Y='5'>二</ofd:TextCode></ofd:TextObject>";

Document tagged(const std::string& tags) {
    return openOfd({.page = kTexts,
                    .document = "<ofd:CustomTags>Tags/CustomTags.xml</ofd:CustomTags>",
                    .files = {{"Doc_0/Tags/CustomTags.xml",
                               "<CustomTags><CustomTag TypeID='0'><FileLoc>Tag.xml</FileLoc>"
                               "</CustomTag></CustomTags>"},
                              {"Doc_0/Tags/Tag.xml", tags}}});
}

Document attached(const std::string& list) {
    return openOfd(
        {.document = "<ofd:Attachments>Attachs/Attachments.xml</ofd:Attachments>",
         .files = {{"Doc_0/Attachs/Attachments.xml", list}, {"Doc_0/Attachs/a b.txt", "12345"}}});
}

/// The path of a page's file and what Document.xml calls it.
Document withPageAt(const std::string& path, const std::string& reference) {
    return openOfd(
        {.files = {{"Doc_0/Document.xml", "<Document><Pages><Page ID='1' BaseLoc='" + reference +
                                              "'/></Pages></Document>"},
                   {path, "<Page><Area><PhysicalBox>0 0 33 33</PhysicalBox></Area></Page>"}}});
}

} // namespace

TEST_CASE("R8 custom tags give the texts of the objects they name") {
    const Document file =
        tagged("<ofd:Tag xmlns:ofd='x'><ofd:证号><ofd:ObjectRef PageRef='1'>79</ofd:ObjectRef>"
               "<ofd:ObjectRef PageRef='1'>80</ofd:ObjectRef></ofd:证号></ofd:Tag>");
    CHECK(file.customTags() ==
          std::map<std::string, std::vector<std::string>>{{"证号", {"证号一二"}}});
    CHECK(file.findings().empty());
}

TEST_CASE("R8 tags that are not well-formed are read as far as they can be") {
    const Document file =
        tagged("<?xml version='1.0'?><Tag><:params><a/><证号><ObjectRef>79"
               "</ObjectRef></证号><open><x><ObjectRef> 80 </ObjectRef></x></Tag>");
    CHECK(file.customTags() ==
          std::map<std::string, std::vector<std::string>>{{"证号", {"证号一"}}, {"x", {"二"}}});
}

TEST_CASE("R8 tags cut short anywhere are read without harm") {
    const std::string whole = "<a><b><ObjectRef>1</ObjectRef></b></a>";
    CHECK(tagReferences(whole) == std::vector<TagReference>{{"b", 1, 2}});
    for (std::size_t length = 0; length < whole.size(); ++length)
        CHECK(tagReferences(whole.substr(0, length)).size() <= 1);
    CHECK(tagReferences("</a></b><ObjectRef>1</ObjectRef>") == std::vector<TagReference>{{"", 1}});
    CHECK(tagReferences("").empty());
}

TEST_CASE("R8 attachments are listed with name, format and size") {
    const auto list = attached("<Attachments><Attachment ID='1' Name='清单' Format='txt' Size='9'>"
                               "<FileLoc>a%20b.txt</FileLoc></Attachment><Attachment ID='2' "
                               "Name='gone'><FileLoc>no.txt</FileLoc></Attachment></Attachments>");
    const auto all = list.attachments();
    REQUIRE(all.size() == 2);
    CHECK(all[0].name == "清单");
    CHECK(all[0].format == "txt");
    CHECK(all[0].path == "Doc_0/Attachs/a b.txt");
    CHECK(all[0].size == 5);
    CHECK(all[1].path.empty());
    CHECK(list.findings() == std::vector<std::string>{"attachment.missing-file: 2"});
}

TEST_CASE("R8 a broken list of attachments or tags keeps no document from being shown") {
    CHECK(attached("<Attachments").findings() ==
          std::vector<std::string>{"attachment.damaged-list: Attachs/Attachments.xml"});
    const Document file = openOfd({.document = "<ofd:CustomTags>no.xml</ofd:CustomTags>"});
    CHECK(file.findings() == std::vector<std::string>{"tag.damaged-list: no.xml"});
    CHECK(drawn(file).picture.width == 1000);
}

TEST_CASE(
    "R8 a page has its boxes, its own before the document's, and CropBox as producers write it") {
    const Document file = openOfd(
        {.pageHead =
             "<ofd:Area><ofd:PhysicalBox>0 0 50 40</ofd:PhysicalBox><ofd:ContentBox>5 5 40 30"
             "</ofd:ContentBox><ofd:CropBox>1 1 48 38</ofd:CropBox><ofd:BleedBox>nonsense"
             "</ofd:BleedBox></ofd:Area>"});
    const document::PageBoxes boxes = file.pageBoxes(0);
    CHECK(boxes.physical == document::BoxMm{0, 0, 50, 40});
    CHECK(boxes.content == document::BoxMm{5, 5, 40, 30});
    CHECK(boxes.crop == document::BoxMm{1, 1, 48, 38});
    CHECK_FALSE(boxes.bleed);
    CHECK_FALSE(boxes.application);
}

TEST_CASE("R8 references may be escaped, Chinese, written with backslashes, or in another case") {
    const auto sideOf = [](const std::string& path, const std::string& reference) {
        return withPageAt(path, reference).pageSize(0).width.value;
    };
    CHECK(sideOf("Doc_0/Page 1.xml", "Page%201.xml") == 33);
    CHECK(sideOf("Doc_0/页 一.xml", "%E9%A1%B5%20%e4%b8%80.xml") == 33);
    CHECK(sideOf("Doc_0/页.xml", "页.xml") == 33);
    CHECK(sideOf("Doc_0/100%.xml", "100%.xml") == 33);
    CHECK(sideOf("Doc_0/Pages/P.xml", "Pages\\P.xml") == 33);
    CHECK(sideOf("Doc_0/PAGES/p.XML", "./pages//P.xml") == 33);
    CHECK(sideOf("Doc_0/P.xml", "/Doc_0/P.xml") == 33);
    CHECK(sideOf("Doc_0/P.xml", "Doc_0/P.xml") == 33);
}

TEST_CASE("R8 an escaped reference does not leave the package either") {
    CHECK(openingCode(
              {.files = {{"Doc_0/Document.xml",
                          "<Document><Pages><Page BaseLoc='%2e%2e/%2e%2e/%2e%2e/etc'/></Pages>"
                          "</Document>"}}}) == "document.unsafe-path");
}

TEST_CASE("R8 a resource file's BaseLoc may be relative, absolute, of the package, or left out") {
    for (const std::string base : {"Res", "./Res/", "/Doc_0/Res", "Doc_0/Res", ""}) {
        CAPTURE(base);
        const std::string media = base.empty() ? "Res/a.txt" : "a.txt";
        const Document file = openOfd(
            {.page = "<ofd:ImageObject ID='4' Boundary='0 0 9 9' ResourceID='8'/>",
             .files = {{"Doc_0/PublicRes.xml",
                        "<Res BaseLoc='" + base + "'><MultiMedias><MultiMedia ID='8'><MediaFile>" +
                            media + "</MediaFile></MultiMedia></MultiMedias></Res>"},
                       {"Doc_0/Res/a.txt", "no picture"}}});
        CHECK(file.reachablePaths().back() == "Doc_0/Res/a.txt");
    }
}
