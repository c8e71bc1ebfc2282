// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/document/drawing.h"

using namespace kiosk;
using namespace kiosk::tests;
using document::Document;

namespace {

/// A filled rectangle, without a line around it.
std::string box(std::string_view boundary, std::string_view colour, std::string_view more = "") {
    std::string xml = "<ofd:PathObject Fill='true' Stroke='false' Boundary='";
    xml.append(boundary).append("' ").append(more).append("><ofd:FillColor Value='");
    xml.append(colour).append("'/><ofd:AbbreviatedData>M 0 0 L 999 0 L 999 999 L 0 999 C");
    return xml.append("</ofd:AbbreviatedData></ofd:PathObject>");
}

std::string page(std::string_view content) {
    std::string xml = "<ofd:Page xmlns:ofd='x'><ofd:Content><ofd:Layer>";
    return xml.append(content).append("</ofd:Layer></ofd:Content></ofd:Page>");
}

std::string composite(std::string_view id, std::string_view content) {
    std::string xml = "<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID='";
    xml.append(id).append("' Width='9' Height='9'><ofd:Content>").append(content);
    return xml.append("</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>");
}

} // namespace

TEST_CASE("a filled path is cut at its boundary; the rest of the paper stays white") {
    const Drawn page = drawn({.page = box("10 10 20 20", "255 0 0")});
    CHECK(page.at(20, 20) == kRed);
    CHECK(page.at(5, 5) == kWhite);
    CHECK(page.at(45, 20) == kWhite);
}

TEST_CASE("an object's matrix applies before its boundary moves it") {
    const Drawn page =
        drawn({.page = "<ofd:PathObject Fill='true' Stroke='false' Boundary='10 10 40 40' "
                       "CTM='2 0 0 2 5 0'><ofd:FillColor Value='0 0 255'/><ofd:AbbreviatedData>"
                       "M 0 0 L 10 0 L 10 10 L 0 10 C</ofd:AbbreviatedData></ofd:PathObject>"});
    CHECK(page.at(16, 12) == kBlue);
    CHECK(page.at(34, 28) == kBlue);
    CHECK(page.at(13, 12) == kWhite);
    CHECK(page.at(37, 28) == kWhite);
}

TEST_CASE("a stroke has its width, its colour and its dashes") {
    const Drawn page =
        drawn({.page = "<ofd:PathObject Boundary='10 10 80 4' LineWidth='2' DashPattern='10 10'>"
                       "<ofd:StrokeColor Value='0 255 0'/><ofd:AbbreviatedData>M 0 2 L 80 2"
                       "</ofd:AbbreviatedData></ofd:PathObject>"});
    CHECK(page.at(15, 12) == kGreen);
    CHECK(page.at(25, 12) == kWhite);
    CHECK(page.at(35, 12) == kGreen);
    CHECK(page.at(15, 14) == kWhite);
}

TEST_CASE("paths are stroked in black where nothing else is said, and not filled") {
    const Drawn page = drawn({.page = "<ofd:PathObject Boundary='10 10 20 20'><ofd:AbbreviatedData>"
                                      "M 0 0 L 20 0 L 20 20 L 0 20 C</ofd:AbbreviatedData>"
                                      "</ofd:PathObject>"});
    CHECK(page.at(10, 20) == 0);
    CHECK(page.at(20, 20) == kWhite);
}

TEST_CASE("even-odd leaves the hole that non-zero fills") {
    const auto rings = [](const char* rule) {
        std::string xml = "<ofd:PathObject Fill='true' Boundary='0 0 60 60' Rule='";
        xml.append(rule).append("'><ofd:FillColor Value='255 0 0'/><ofd:AbbreviatedData>");
        return xml.append("M 0 0 L 60 0 L 60 60 L 0 60 C M 20 20 L 40 20 L 40 40 L 20 40 C"
                          "</ofd:AbbreviatedData></ofd:PathObject>");
    };
    CHECK(drawn({.page = rings("NonZero")}).at(30, 30) == kRed);
    CHECK(drawn({.page = rings("Even-Odd")}).at(30, 30) == kWhite);
}

TEST_CASE("what an object leaves open comes from its draw parameter, its parents, its layer") {
    constexpr std::string_view kParams =
        "<ofd:DrawParams><ofd:DrawParam ID='7'><ofd:FillColor Value='255 0 0'/></ofd:DrawParam>"
        "<ofd:DrawParam ID='8' Relative='7' LineWidth='3'/></ofd:DrawParams>";
    const auto path = [](std::string_view more) {
        std::string xml = "<ofd:PathObject Fill='true' Stroke='false' Boundary='0 0 50 50' ";
        return xml.append(more).append(" ><ofd:AbbreviatedData>M 0 0 L 50 0 L 50 50 C"
                                       "</ofd:AbbreviatedData></ofd:PathObject>");
    };
    CHECK(drawn({.page = path("DrawParam='8'"), .resources = kParams}).at(30, 10) == kRed);
    CHECK(drawn({.page = path(""), .layer = "DrawParam='8'", .resources = kParams}).at(30, 10) ==
          kRed);
    CHECK(drawn({.page = path("DrawParam='99'"), .resources = kParams}).at(30, 10) == kWhite);
}

TEST_CASE("alpha of object and colour multiply") {
    std::string half = box("0 0 50 50", "255 0 0' Alpha='128", "Alpha='128'");
    const std::uint32_t green = drawn({.page = half}).at(20, 20) >> 8U & 0xFFU;
    CHECK(green >= 189);
    CHECK(green <= 193);
}

TEST_CASE("invisible objects and objects of no opacity are not drawn") {
    CHECK_FALSE(drawn({.page = box("0 0 50 50", "0 0 0", "Visible='false'")}).hasInk());
    CHECK_FALSE(drawn({.page = box("0 0 50 50", "0 0 0", "Alpha='0'")}).hasInk());
}

TEST_CASE("templates lie behind the page, or in front where they say so") {
    const auto with = [](std::string_view order) {
        const std::string use =
            "<ofd:Template TemplateID='9' ZOrder='" + std::string(order) + "'/>";
        return drawn(openOfd({.page = box("10 0 40 60", "255 0 0"),
                              .commonData = "<ofd:TemplatePage ID='9' BaseLoc='T.xml'/>",
                              .pageHead = use,
                              .files = {{"Doc_0/T.xml", page(box("0 0 30 60", "0 0 255"))}}}));
    };
    CHECK(with("Background").at(20, 20) == kRed);
    CHECK(with("Background").at(5, 20) == kBlue);
    CHECK(with("Foreground").at(20, 20) == kBlue);
}

TEST_CASE("layers are drawn by their type whatever their order in the file") {
    const std::string page = "<ofd:Page xmlns:ofd='x'><ofd:Content><ofd:Layer Type='Foreground'>" +
                             box("0 0 50 50", "255 0 0") + "</ofd:Layer><ofd:Layer>" +
                             box("0 0 50 50", "0 0 255") + "</ofd:Layer></ofd:Content></ofd:Page>";
    CHECK(drawn({.files = {{"Doc_0/Pages/Page_0/Content.xml", page}}}).at(20, 20) == kRed);
}

TEST_CASE("clips cut an object: areas unite, clips intersect") {
    const auto area = [](std::string_view boundary) {
        std::string xml = "<ofd:Area><ofd:Path Boundary='";
        return xml.append(boundary).append(
            "' Fill='true'><ofd:AbbreviatedData>M 0 0 L 20 0 L 20 60 "
            "L 0 60 C</ofd:AbbreviatedData></ofd:Path></ofd:Area>");
    };
    std::string object = box("0 0 100 60", "255 0 0");
    object.insert(object.find("<ofd:Abbr"), "<ofd:Clips><ofd:Clip>" + area("0 0 20 60") +
                                                area("40 0 20 60") + "</ofd:Clip><ofd:Clip>" +
                                                area("10 0 20 60") + area("40 0 20 60") +
                                                "</ofd:Clip></ofd:Clips>");
    const Drawn page = drawn({.page = object});
    CHECK(page.at(5, 30) == kWhite);
    CHECK(page.at(15, 30) == kRed);
    CHECK(page.at(30, 30) == kWhite);
    CHECK(page.at(50, 30) == kRed);
}

TEST_CASE("a clip follows the object's matrix unless TransFlag says no") {
    const auto clipped = [](std::string_view flag) {
        std::string xml =
            "<ofd:PathObject Fill='true' Stroke='false' Boundary='0 0 90 60' "
            "CTM='2 0 0 2 0 0'><ofd:FillColor Value='255 0 0'/><ofd:Clips TransFlag='";
        xml.append(flag).append("'><ofd:Clip><ofd:Area><ofd:Path Boundary='0 0 20 60'>"
                                "<ofd:AbbreviatedData>M 0 0 L 20 0 L 20 60 L 0 60 C"
                                "</ofd:AbbreviatedData></ofd:Path></ofd:Area></ofd:Clip>"
                                "</ofd:Clips>");
        return xml.append("<ofd:AbbreviatedData>M 0 0 L 45 0 L 45 30 L 0 30 C"
                          "</ofd:AbbreviatedData></ofd:PathObject>");
    };
    CHECK(drawn({.page = clipped("true")}).at(30, 30) == kRed);
    CHECK(drawn({.page = clipped("false")}).at(30, 30) == kWhite);
    CHECK(drawn({.page = clipped("false")}).at(10, 30) == kRed);
}

TEST_CASE("a shading runs from its first colour to its last and ends where it must not extend") {
    const auto shaded = [](std::string_view extend) {
        std::string xml = "<ofd:PathObject Fill='true' Stroke='false' Boundary='0 0 100 60'>"
                          "<ofd:FillColor Value='0 0 0'><ofd:AxialShd StartPoint='20 0' "
                          "EndPoint='80 0' Extend='";
        xml.append(extend).append("'><ofd:Segment Position='0'><ofd:Color Value='255 0 0'/>"
                                  "</ofd:Segment><ofd:Segment Position='1'>"
                                  "<ofd:Color Value='0 0 255'/></ofd:Segment></ofd:AxialShd>");
        return xml.append("</ofd:FillColor><ofd:AbbreviatedData>M 0 0 L 100 0 L 100 60 L 0 60 C"
                          "</ofd:AbbreviatedData></ofd:PathObject>");
    };
    const Drawn both = drawn({.page = shaded("3")});
    CHECK(both.at(10, 30) == kRed);
    CHECK(both.at(90, 30) == kBlue);
    CHECK((both.at(50, 30) & 0xFFU) > 100);
    const Drawn before = drawn({.page = shaded("1")});
    CHECK(before.at(10, 30) == kRed);
    CHECK(before.at(90, 30) == kWhite);
}

TEST_CASE("a pattern repeats its cell") {
    const std::string xml =
        "<ofd:PathObject Fill='true' Stroke='false' Boundary='0 0 60 60'><ofd:FillColor>"
        "<ofd:Pattern Width='20' Height='20' XStep='20' YStep='20'><ofd:CellContent>" +
        box("0 0 10 20", "255 0 0") +
        "</ofd:CellContent></ofd:Pattern></ofd:FillColor><ofd:AbbreviatedData>"
        "M 0 0 L 60 0 L 60 60 L 0 60 C</ofd:AbbreviatedData></ofd:PathObject>";
    const Drawn page = drawn({.page = xml});
    CHECK(page.at(5, 30) == kRed);
    CHECK(page.at(15, 30) == kWhite);
    CHECK(page.at(25, 50) == kRed);
}

TEST_CASE("a composite is drawn through its own matrix; one that holds itself ends") {
    const std::string self = "<ofd:CompositeObject Boundary='0 0 9 9' ResourceID='20'/>";
    const Document file =
        openOfd({.page = "<ofd:CompositeObject Boundary='10 10 40 40' CTM='4 0 0 4 0 0' "
                         "ResourceID='20'/>",
                 .resources = composite("20", box("0 0 5 5", "255 0 0") + self)});
    CHECK(drawn(file).at(20, 20) == kRed);
    CHECK(drawn(file).at(40, 40) == kWhite);
    CHECK(file.findings().front().starts_with("composite.too-deep"));
}

TEST_CASE("a composite of no opacity draws nothing, one of half opacity fades as a whole") {
    const auto faded = [](std::string_view alpha) {
        std::string use = "<ofd:CompositeObject Boundary='0 0 50 50' ResourceID='20' Alpha='";
        use.append(alpha).append("'/>");
        return drawn(openOfd({.page = use,
                              .resources = composite("20", box("0 0 50 50", "255 0 0") +
                                                               box("0 0 50 50", "255 0 0"))}));
    };
    CHECK_FALSE(faded("0").hasInk());
    const std::uint32_t green = faded("128").at(20, 20) >> 8U & 0xFFU;
    CHECK(green >= 126);
    CHECK(green <= 128);
}

TEST_CASE("composites that multiply beyond measure are an error, not an endless drawing") {
    std::string units;
    for (int level = 1; level <= 7; ++level) {
        std::string uses;
        for (int i = 0; i < 20; ++i)
            uses += "<ofd:CompositeObject Boundary='0 0 9 9' ResourceID='" +
                    std::to_string(level + 1) + "'/>";
        units += composite(std::to_string(level), uses);
    }
    const Document file = openOfd(
        {.page = "<ofd:CompositeObject Boundary='0 0 9 9' ResourceID='1'/>", .resources = units});
    const auto picture = document::drawToPicture(file, 0, {25}, {});
    REQUIRE_FALSE(picture);
    CHECK(picture.error().code() == "document.too-complex");
}

TEST_CASE("annotations lie on top; those not for print stay off paper") {
    const auto annotated = [](std::string_view attributes) {
        const std::string list = "<PageAnnot xmlns:ofd='x'><Annot " + std::string(attributes) +
                                 "><Appearance Boundary='10 10 20 20'>" +
                                 box("0 0 20 20", "255 0 0") + "</Appearance></Annot></PageAnnot>";
        return openOfd({.document = "<ofd:Annotations>A.xml</ofd:Annotations>",
                        .files = {{"Doc_0/A.xml", "<Annotations><Page PageID='1'><FileLoc>B.xml"
                                                  "</FileLoc></Page></Annotations>"},
                                  {"Doc_0/B.xml", list}}});
    };
    CHECK(drawn(annotated("")).at(20, 20) == kRed);
    CHECK(drawn(annotated(""), {}, Document::Use::print).at(20, 20) == kRed);
    CHECK(drawn(annotated("Print='false'")).at(20, 20) == kRed);
    CHECK_FALSE(drawn(annotated("Print='false'"), {}, Document::Use::print).hasInk());
    CHECK_FALSE(drawn(annotated("Visible='false'")).hasInk());
}

TEST_CASE("text puts ink where its code begins, in black unless told otherwise") {
    const auto text = [](std::string_view colour) {
        std::string xml = "<ofd:TextObject Boundary='10 10 50 20' Font='3' Size='20'>";
        xml.append(colour).append("<ofd:TextCode X='0' Y='18'>一</ofd:TextCode></ofd:TextObject>");
        return drawn({.page = xml});
    };
    const auto darkest = [](const Drawn& page, double x) {
        std::uint32_t found = kWhite;
        for (double y = 10; y < 30; y += 0.1)
            found = std::min(found, page.at(x, y));
        return found;
    };
    CHECK(darkest(text(""), 20) < 0x202020U);
    CHECK(darkest(text(""), 45) == kWhite);
    CHECK((darkest(text("<ofd:FillColor Value='0 0 255'/>"), 20) & 0xFFU) == 0xFF);
}

TEST_CASE("matrices without area and broken numbers leave the rest of the page alone") {
    const Document file = openOfd(
        {.page = box("0 0 50 50", "0 0 0", "ID='4' CTM='0 0 0 0 0 0'") +
                 "<ofd:PathObject Boundary='0 0 50 50' DashPattern='0 0' LineWidth='-1' "
                 "MiterLimit='-3'><ofd:AbbreviatedData>M 0 0 L 9 9</ofd:AbbreviatedData>"
                 "</ofd:PathObject>"
                 "<ofd:TextObject Boundary='0 0 9 9' Size='0'><ofd:TextCode>a</ofd:TextCode>"
                 "</ofd:TextObject>" +
                 box("60 0 30 30", "255 0 0")});
    CHECK(drawn(file).at(70, 10) == kRed);
    CHECK(file.findings().front() == "object.flat-matrix: object 4");
}

TEST_CASE("a page that does not exist and a picture too large are errors") {
    const Document file = openOfd({});
    CHECK(document::drawToPicture(file, 1, {96}, {}).error().code() == "document.no-such-page");
    CHECK(document::drawToPicture(file, 0, {99'999}, {}).error().code() == "document.too-large");
    CHECK(
        document::drawToPicture(file, 0, document::dpiForWidth(file.pageSize(0), 320), {})->width ==
        320);
}
