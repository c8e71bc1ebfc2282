// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/base/text.h"
#include "firmware/document/document.h"
#include "firmware/licence/metadata/metadata.h"
#include "tests/sandbox/issuing/faces/face_fields.h"
#include "tests/sandbox/issuing/faces/layout.h"
#include "tests/sandbox/issuing/pdf_face.h"
#include "tests/support/sample_licences.h"

using namespace kiosk;
using namespace kiosk::sandbox;
using namespace kiosk::tests;
using Layout = LicenceFace::Layout;

namespace {

document::Document drawnFrom(const LicenceFace& face) {
    static const SampleOffice office;
    const Bytes file = office.issuer().makeOfd(face, kIssuingTime).value();
    return document::Document::open(document::Package::open(file).value()).value();
}

/// Wrapped values are several texts: compare without the breaks between them.
bool shows(const document::Document& document, const std::string& wanted) {
    std::string text = document.text(0);
    std::erase(text, '\n');
    return text.find(wanted) != std::string::npos;
}

/// "10 20 30 6", of every object of a page.
std::vector<std::string> boundariesIn(const std::string& xml) {
    constexpr std::string_view kName = "Boundary=\"";
    std::vector<std::string> boundaries;
    for (std::size_t at = xml.find(kName); at != std::string::npos; at = xml.find(kName, at)) {
        at += kName.size();
        boundaries.push_back(xml.substr(at, xml.find('"', at) - at));
    }
    return boundaries;
}

const LicenceFace kPerson = [] {
    LicenceFace face = sampleFace(Layout::residencePermit);
    face.licence.typeName = "居住证";
    face.licence.holder = {Holder::Kind::person, "欧阳望舒", "99010119900307123X"};
    return face;
}();

} // namespace

TEST_CASE("R8 every layout of licence opens with its size and shows what it is about") {
    const auto [layout, width, height] = GENERATE(table<Layout, double, double>({
        {Layout::plain, 210, 297},
        {Layout::businessLicence, 297, 210},
        {Layout::residencePermit, 210, 148},
        {Layout::drivingLicence, 210, 148},
        {Layout::marriageCertificate, 250, 176},
        {Layout::propertyCertificate, 366, 260},
        {Layout::foodPermit, 297, 210},
    }));
    const LicenceFace face = sampleFace(layout);
    const auto document = drawnFrom(face);
    CHECK(document.pageCount() == 1);
    CHECK(document.pageSize(0) == SizeMm{{width}, {height}});
    CHECK(shows(document, face.licence.holder.name));
    CHECK(shows(document, face.licence.identifier));
    CHECK(shows(document, face.licence.issuer));
    CHECK(shows(document, "2026年03月18日"));
    CHECK(document.findings().empty());
}

TEST_CASE("R8 whatever the layout, a long name stays on the page, whole") {
    const auto layout = GENERATE(Layout::plain, Layout::businessLicence, Layout::residencePermit,
                                 Layout::drivingLicence, Layout::marriageCertificate,
                                 Layout::propertyCertificate, Layout::foodPermit);
    LicenceFace face = sampleFace(layout);
    face.licence.holder.name = "云州市望江区听雨轩茶馆与𬭼石精密仪器联合经营合作社第一分社𪚥字柜台";
    face.licence.issuer = "云州市望江区市场监督管理与知识产权联合审批局行政服务中心";
    CHECK(shows(drawnFrom(face), face.licence.holder.name));
    const LicencePage page = setLicence(face);
    for (const std::string& boundary : boundariesIn(page.values.xml())) {
        const auto box = split(boundary, ' ');
        INFO(boundary);
        CHECK(parseNumber(box[0]).value() >= 0);
        CHECK(parseNumber(box[0]).value() + parseNumber(box[2]).value() <=
              page.values.page().width.value);
    }
}

TEST_CASE("R8 a property held by two names both") {
    LicenceFace face = sampleFace(Layout::propertyCertificate);
    face.licence.holder = {Holder::Kind::person, "欧阳䴙䴘", "1"};
    face.coHolders = {{Holder::Kind::person, "周𪚥", "2"}};
    const auto document = drawnFrom(face);
    CHECK(shows(document, "欧阳䴙䴘、周𪚥"));
    const auto data = document.customData();
    const auto metadata = readMetadata({data.begin(), data.end()}, {});
    REQUIRE(metadata.holders.size() == 2);
    CHECK(metadata.holders[1].name == "周𪚥");
    CHECK(metadata.holders[1].code == "2");
}

TEST_CASE("S7 tags lead from a field's name to its text, however many lines it takes") {
    LicenceFace face = sampleFace();
    face.fields = {{"许可项目（范围）", std::string(40, 'A') + "茶座，" + std::string(40, 'B')}};
    const auto tags = drawnFrom(face).customTags();
    const auto tagged = [&](const std::string& name) { return tags.at(name).front(); };
    CHECK(tagged("许可项目") == face.fields[0].second);
    CHECK(tagged("电子证照标识") == face.licence.identifier);
    CHECK(tagged("发证机关") == face.licence.issuer);
    CHECK(tagged("持证主体") == face.licence.holder.name);
}

TEST_CASE("R8 the same face is drawn as a page of PDF") {
    const LicenceFace face = sampleFace(Layout::foodPermit);
    const PdfFace pdf = drawPdf(face, kIssuingTime).value();
    CHECK(toText(pdf.pdf).starts_with("%PDF-"));
    CHECK(pdf.size == SizeMm{{297}, {210}});
    const LicencePage page = setLicence(face);
    CHECK(pdf.sealX == page.sealX);
    CHECK(pdf.sealY == page.sealY);
}

TEST_CASE("R8 the plain layout shows every field under its label") {
    const LicenceFace face = sampleFace();
    const auto document = drawnFrom(face);
    for (const auto& [label, value] : face.fields) {
        CHECK(shows(document, label));
        CHECK(shows(document, value));
    }
    CHECK(shows(document, "2026年03月18日至2030年03月17日"));
}

TEST_CASE("R8 a licence without end says so") {
    LicenceFace face = sampleFace(Layout::businessLicence);
    face.licence.expiresOn.reset();
    CHECK(shows(drawnFrom(face), "至长期"));
}

TEST_CASE("R8 sex and date of birth follow from a citizen number and from nothing else") {
    CHECK(sexIn(kPerson.licence.holder.code) == std::nullopt); // its check character is wrong
    CHECK(sexIn("11010519491231002X") == "女");                // the standard's own example
    CHECK(birthDateIn("11010519491231002X") == "1949年12月31日");
    CHECK_FALSE(birthDateIn("91990100MA00000017"));
    CHECK(shows(drawnFrom(kPerson), "欧阳望舒"));
}

TEST_CASE("R8 long values wrap within their column and do not begin a line with a comma") {
    PageWriter page(kA4, 10);
    const TextStyle style{.sizeMm = 5};
    CHECK(page.paragraph(0, 10, 25, 8, "一二三四五六七八九十", style) == 2);
    CHECK(page.paragraph(0, 10, 25, 8, "一二三四五，六七八九", style) == 3);
    CHECK(page.xml().find(">四，") == std::string::npos);
    CHECK(page.xml().find(">五，六七八<") != std::string::npos);
    CHECK(page.paragraph(0, 10, 25, 8, "", style) == 0);
    using Lines = std::vector<std::string>;
    CHECK(brokenLines("一二三四（五六七八九", 25, style) == Lines{"一二三四", "（五六七八", "九"});
    CHECK(brokenLines("一二三4.12㎡五", 24, style) == Lines{"一二三", "4.12㎡五"});
}

TEST_CASE("R8 Latin letters take half a character, as they do in the faces that are named") {
    PageWriter page(kA4, 10);
    page.text(0, 10, "Mi云1书", {.sizeMm = 4, .spacingMm = 1});
    CHECK(page.xml().find("DeltaX=\"3 3 5 3\"") != std::string::npos);
}

TEST_CASE("R8 text is set by its left end, middle or right end") {
    const auto boundaryOf = [](Align align) {
        PageWriter page(kA4, 10);
        page.text(100, 50, "四个汉字", {.sizeMm = 5, .align = align});
        const std::string xml = page.xml();
        const std::size_t at = xml.find("Boundary=\"") + 10;
        return xml.substr(at, xml.find(' ', at) - at);
    };
    CHECK(boundaryOf(Align::left) == "100");
    CHECK(boundaryOf(Align::centre) == "90");
    CHECK(boundaryOf(Align::right) == "80");
}

TEST_CASE("R8 characters that mean something in XML are written as what they are") {
    CHECK(escapedXml("<A & \"B\">") == "&lt;A &amp; &quot;B&quot;&gt;");
    LicenceFace face = sampleFace();
    face.licence.holder.name = "<云州> & \"海宁\"";
    CHECK(shows(drawnFrom(face), "<云州> & \"海宁\""));
}

TEST_CASE("R8 lengths are written short") {
    CHECK(mm(12.5) == "12.5");
    CHECK(mm(12) == "12");
    CHECK(mm(-0.0001) == "0");
    CHECK(mm(1.0 / 3) == "0.333");
}
