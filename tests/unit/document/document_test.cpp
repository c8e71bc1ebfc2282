// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/document.h"
#include "tests/unit/document/drawing.h"

using namespace kiosk;
using namespace kiosk::tests;

namespace {

constexpr std::string_view kText = "<ofd:TextObject ID='10' Boundary='5 5 50 10' Font='3' Size='5'>"
                                   "<ofd:TextCode X='0' Y='5' DeltaX='5'>证照</ofd:TextCode>"
                                   "</ofd:TextObject>";

std::string page(std::string_view content) {
    std::string xml = "<Page xmlns='http://www.ofdspec.org/2016'><Content><Layer>";
    return xml.append(content).append("</Layer></Content></Page>");
}

bool hasFinding(const document::Document& file, std::string_view start) {
    return std::ranges::any_of(
        file.findings(), [start](const std::string& line) { return line.starts_with(start); });
}

} // namespace

TEST_CASE("a document says its version, page size, text and objects") {
    const auto file = openOfd({.size = "0 0 85.6 54", .page = kText});
    CHECK(file.version() == "1.0");
    CHECK(file.pageCount() == 1);
    CHECK(file.pageSize(0) == SizeMm{{85.6}, {54}});
    CHECK(file.text(0) == "证照\n");
    CHECK(file.objects() == document::ObjectCounts{1, 0, 0, 0});
    CHECK(file.printable());
}

TEST_CASE("a page's own area wins over the document's") {
    const auto file =
        openOfd({.pageHead = "<ofd:Area><ofd:PhysicalBox>0 0 20 30</ofd:PhysicalBox></ofd:Area>"});
    CHECK(file.pageSize(0) == SizeMm{{20}, {30}});
}

TEST_CASE("page sizes that are no page fall back to the document's") {
    for (const char* box : {"0 0 0 10", "0 0 -5 5", "0 0 99999 99999", "nonsense"}) {
        const std::string area =
            std::string("<ofd:Area><ofd:PhysicalBox>") + box + "</ofd:PhysicalBox></ofd:Area>";
        CHECK(openOfd({.pageHead = area}).pageSize(0) == SizeMm{{100}, {60}});
    }
}

TEST_CASE("objects count once in templates, page blocks, annotations and composites") {
    const auto file = openOfd(
        {.page = "<ofd:PageBlock><ofd:PathObject Boundary='0 0 1 1'/></ofd:PageBlock>"
                 "<ofd:CompositeObject Boundary='0 0 9 9' ResourceID='20'/>",
         .resources = "<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID='20'><ofd:Content>"
                      "<ofd:ImageObject Boundary='0 0 1 1'/></ofd:Content>"
                      "</ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>",
         .commonData = "<ofd:TemplatePage ID='9' BaseLoc='T.xml'/>",
         .document = "<ofd:Annotations>A.xml</ofd:Annotations>",
         .pageHead = "<ofd:Template TemplateID='9'/><ofd:Template TemplateID='9'/>",
         .files = {{"Doc_0/T.xml", page("<PathObject Boundary='0 0 1 1'/>")},
                   {"Doc_0/A.xml", "<Annotations><Page PageID='1'><FileLoc>B.xml</FileLoc></Page>"
                                   "</Annotations>"},
                   {"Doc_0/B.xml", "<PageAnnot><Annot><Appearance Boundary='0 0 9 9'>"
                                   "<TextObject Boundary='0 0 1 1'/></Appearance></Annot>"
                                   "</PageAnnot>"}}});
    CHECK(file.objects() == document::ObjectCounts{1, 2, 1, 1});
}

TEST_CASE("the revision that Versions calls current is shown") {
    const auto file = openOfd(
        {.files = {{"OFD.xml", "<OFD Version='1.1'><DocBody><DocRoot>Doc_0/Document.xml</DocRoot>"
                               "<Versions><Version Current='true' BaseLoc='V.xml'/></Versions>"
                               "</DocBody></OFD>"},
                   {"V.xml", "<DocVersion><DocRoot>Doc_0/Document_0.xml</DocRoot></DocVersion>"},
                   {"Doc_0/Document_0.xml",
                    "<Document><CommonData><PageArea><PhysicalBox>0 0 7 7</PhysicalBox></PageArea>"
                    "</CommonData><Pages><Page ID='1' BaseLoc='P.xml'/></Pages></Document>"},
                   {"Doc_0/P.xml", "<Page/>"}}});
    CHECK(file.pageSize(0) == SizeMm{{7}, {7}});
    CHECK(file.version() == "1.1");
}

TEST_CASE("custom data and the print permission are told") {
    const auto file = openOfd(
        {.document = "<ofd:Permissions><ofd:Print Printable='false'/></ofd:Permissions>",
         .files = {{"OFD.xml",
                    "<OFD><DocBody><DocInfo><CustomDatas><CustomData Name='CertificateIdentifier'>"
                    "1.2.156</CustomData></CustomDatas></DocInfo>"
                    "<DocRoot>Doc_0/Document.xml</DocRoot></DocBody></OFD>"}}});
    CHECK(file.customData().at("CertificateIdentifier") == "1.2.156");
    CHECK_FALSE(file.printable());
}

TEST_CASE("references are forgiven their case and their missing folder") {
    const std::string common = "<ofd:TemplatePage ID='9' BaseLoc='TPLS/t.XML'/>";
    const auto file =
        openOfd({.commonData = common,
                 .pageHead = "<ofd:Template TemplateID='9'/>",
                 .files = {{"Doc_0/Tpls/T.xml", page("<PathObject Boundary='0 0 1 1'/>")}}});
    CHECK(file.objects().path == 1);
}

TEST_CASE("what is reached is listed, what is not drawn is not opened") {
    const auto file =
        openOfd({.document = "<ofd:CustomTags>Tags.xml</ofd:CustomTags>"
                             "<ofd:Attachments>Att.xml</ofd:Attachments>",
                 .files = {{"Doc_0/Tags.xml", "<:params"}, {"Doc_0/Att.xml", "no XML"}}});
    CHECK(file.reachablePaths() == std::vector<std::string>{"OFD.xml", "Doc_0/Document.xml",
                                                            "Doc_0/PublicRes.xml",
                                                            "Doc_0/Pages/Page_0/Content.xml"});
}

TEST_CASE("damage in the page chain is an error, with the file at fault") {
    CHECK(openingCode({.files = {{"OFD.xml", "<OFD/>"}}}) == "document.incomplete");
    CHECK(openingCode({.files = {{"OFD.xml", "<OFD"}}}) == "document.malformed-xml");
    CHECK(openingCode({.files = {{"Doc_0/Document.xml", "<Document/>"}}}) == "document.incomplete");
    CHECK(openingCode({.files = {{"Doc_0/Pages/Page_0/Content.xml", "<Page>"}}}) ==
          "document.malformed-xml");
    CHECK(openingCode(
              {.files = {{"Doc_0/Document.xml",
                          "<Document><Pages><Page BaseLoc='gone.xml'/></Pages></Document>"}}}) ==
          "document.missing-entry");
    CHECK(openingCode({.files = {{"Doc_0/Document.xml",
                                  "<Document><Pages><Page BaseLoc='../../../etc/passwd'/></Pages>"
                                  "</Document>"}}}) == "document.unsafe-path");
}

TEST_CASE("a package without OFD.xml is not a document") {
    const auto package = document::Package::open(makeZip({{"a.txt", "a"}}));
    REQUIRE(package);
    CHECK(document::Document::open(*package).error().code() == "document.missing-entry");
}

TEST_CASE("missing resources are findings, not errors") {
    const auto file =
        openOfd({.page = "<ofd:ImageObject ID='4' Boundary='0 0 9 9' ResourceID='8'/>"
                         "<ofd:TextObject Boundary='0 0 9 9' Font='3' Size='3'>"
                         "<ofd:TextCode X='0' Y='3'>A</ofd:TextCode></ofd:TextObject>",
                 .resources = "<ofd:MultiMedias><ofd:MultiMedia ID='8'><ofd:MediaFile>no.png"
                              "</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>"
                              "<ofd:Fonts><ofd:Font ID='3' FontName='SimSun'><ofd:FontFile>no.ttf"
                              "</ofd:FontFile></ofd:Font></ofd:Fonts>",
                 .pageHead = "<ofd:Template TemplateID='77'/>"});
    CHECK(hasFinding(file, "image.missing-file"));
    CHECK(hasFinding(file, "font.missing-file"));
    CHECK(hasFinding(file, "page.missing-template"));
}

TEST_CASE("a font that is not embedded names its substitute") {
    const auto file = openOfd({.page = kText,
                               .resources = "<ofd:Fonts><ofd:Font ID='3' FontName='SimSun'/>"
                                            "<ofd:Font ID='4' FontName='unused'/></ofd:Fonts>"});
    const auto fonts = file.fonts();
    REQUIRE(fonts.size() == 1);
    CHECK(fonts.front().name == "SimSun");
    CHECK_FALSE(fonts.front().embedded);
    CHECK_FALSE(fonts.front().substitute.empty());
}

TEST_CASE("draw parameters that name each other in a circle end") {
    CHECK(openingCode({.resources = "<ofd:DrawParams><ofd:DrawParam ID='1' Relative='2'/>"
                                    "<ofd:DrawParam ID='2' Relative='1'/></ofd:DrawParams>"}) ==
          "opened");
}

TEST_CASE("more pages than any licence has are refused") {
    std::string pages = "<Document><Pages>";
    for (int i = 0; i <= 1000; ++i)
        pages += "<Page ID='1' BaseLoc='Pages/Page_0/Content.xml'/>";
    CHECK(openingCode({.files = {{"Doc_0/Document.xml", pages + "</Pages></Document>"}}}) ==
          "document.too-large");
}

TEST_CASE("a page file cut short anywhere is an error, never a crash") {
    const std::string whole = page("<PathObject Boundary='0 0 1 1'><AbbreviatedData>M 0 0 L 1 1"
                                   "</AbbreviatedData></PathObject>");
    for (std::size_t length = 0; length < whole.size(); length += 7)
        CHECK(openingCode({.files = {{"Doc_0/Pages/Page_0/Content.xml",
                                      whole.substr(0, length)}}}) == "document.malformed-xml");
}
