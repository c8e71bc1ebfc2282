// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "firmware/base/text.h"
#include "firmware/document/pdf/pdf_file.h"
#include "tests/sandbox/issuing/pdf_sealing.h"
#include "tests/support/sample_pdf.h"

using namespace kiosk;
using namespace kiosk::document::pdf;
using namespace kiosk::tests;
using sandbox::appendRevision;

namespace {

/// A PDF written by hand: `objects` from number 1 on, the first its catalog.
Bytes written(const std::vector<std::string>& objects) {
    std::string text = "%PDF-1.4\n";
    std::string table;
    for (std::size_t i = 0; i < objects.size(); ++i) {
        std::string place = std::to_string(text.size());
        table += std::string(10 - place.size(), '0') + place + " 00000 n \n";
        text += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const std::string size = std::to_string(objects.size() + 1);
    return toBytes(text + "xref\n0 " + size + "\n0000000000 65535 f \n" + table +
                   "trailer\n<</Size " + size + "/Root 1 0 R>>\nstartxref\n" +
                   std::to_string(text.size()) + "\n%%EOF\n");
}

std::string stream(const std::string& dictionary, const std::string& data) {
    return "<<" + dictionary + "/Length " + std::to_string(data.size()) + ">>\nstream\n" + data +
           "\nendstream";
}

/// One page with these entries and this content; `more` from object 5 on.
Bytes onePage(const std::string& entries, const std::string& content,
              const std::vector<std::string>& more = {}) {
    std::vector<std::string> objects{
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/Contents 4 0 R" + entries + ">>", stream("", content)};
    objects.insert(objects.end(), more.begin(), more.end());
    return written(objects);
}

const std::string kBox = "/MediaBox[0 0 144 72]";

std::string codeOf(const Result<PdfFile>& file) {
    return file ? "" : file.error().code();
}

} // namespace

TEST_CASE("V1 a PDF's pages, sizes, version and objects are read") {
    const PdfFile file =
        PdfFile::open(makePdf({.pages = 2, .picture = SamplePdf::Picture::grey})).value();
    REQUIRE(file.pages.size() == 2);
    CHECK(file.pages[1].width.value == Approx(210).margin(0.01));
    CHECK(file.pages[1].height.value == Approx(297).margin(0.01));
    CHECK(file.version == "1.5");
    CHECK(file.objects.path == 2);
    CHECK(file.objects.text == 2);
    CHECK(file.signatures.empty());
    REQUIRE(file.fonts.size() == 1);
    CHECK(file.fonts[0].embedded);
    CHECK(file.revisions.size() == 1);
}

TEST_CASE("V1 a turned page is as wide as it was high") {
    const auto size = [](const std::string& entries) {
        return PdfFile::open(onePage(entries, "")).value().pages.at(0);
    };
    CHECK(size(kBox).width.value == Approx(50.8));
    CHECK(size(kBox + "/Rotate 90").width.value == Approx(25.4));
    CHECK(size(kBox + "/Rotate -90").height.value == Approx(50.8));
    CHECK(size(kBox + "/Rotate 180").width.value == Approx(50.8));
    CHECK(size(kBox + "/UserUnit 2").width.value == Approx(101.6));
    CHECK(size("/MediaBox[144 72 0 0]").width.value == Approx(50.8));
    CHECK(size("").width.value == 0);
}

TEST_CASE("V1 objects are counted by what paints them, a form once however often it is used") {
    const std::string form = stream("/Type/XObject/Subtype/Form/BBox[0 0 1 1]", "0 0 1 1 re f");
    const std::string image =
        stream("/Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray"
               "/BitsPerComponent 8",
               "x");
    const std::string content = "BT (a) Tj [(b)] TJ (c) ' 1 1 (d) \" ET 0 0 m 9 9 l S "
                                "0 0 1 1 re n /F Do /F Do /I Do /Unknown Do "
                                "BI /W 1 /H 1 /CS /G /BPC 8 ID x EI";
    const PdfFile file = PdfFile::open(onePage(kBox + "/Resources<</XObject<</F 5 0 R/I 6 0 R>>>>",
                                               content, {form, image}))
                             .value();
    CHECK(file.objects.text == 4);
    CHECK(file.objects.path == 2);
    CHECK(file.objects.image == 2);
    CHECK(file.objects.composite == 2);
}

TEST_CASE("V1 a form that uses itself is walked once") {
    const std::string form = stream(
        "/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</F 5 0 R>>>>", "/F Do");
    const PdfFile file =
        PdfFile::open(onePage(kBox + "/Resources<</XObject<</F 5 0 R>>>>", "/F Do", {form}))
            .value();
    CHECK(file.objects.composite == 2);
}

TEST_CASE("V1 fonts are named without the tag of a subset, embedded or not") {
    const PdfFile file =
        PdfFile::open(onePage(kBox + "/Resources<</Font<</A<</Subtype/Type1/BaseFont/Helvetica>>"
                                     "/B<</Subtype/TrueType/BaseFont/ABCDEF+SimSun"
                                     "/FontDescriptor<</FontFile2 4 0 R>>>>>>>>",
                              ""))
            .value();
    REQUIRE(file.fonts.size() == 2);
    CHECK(file.fonts[0].name == "Helvetica");
    CHECK_FALSE(file.fonts[0].embedded);
    CHECK(file.fonts[1].name == "SimSun");
    CHECK(file.fonts[1].embedded);
}

TEST_CASE("V1 signature fields are found wherever they hang in the form, each once") {
    const std::string value = "<</Type/Sig/SubFilter/adbe.pkcs7.detached/ByteRange[0 1 2 3]"
                              "/Contents<3000>/M(D:20261101080000Z)/Name(Tea House)>>";
    const Bytes file =
        written({"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R 7 0 R]>>>>",
                 "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R" + kBox + ">>",
                 "<</T(group)/FT/Sig/Kids[5 0 R 4 0 R]>>", "<</T(one)/Parent 4 0 R/V 6 0 R>>",
                 value, "<</T(text)/FT/Tx/V<</Type/Sig>>>>"});
    const PdfFile read = PdfFile::open(file).value();
    REQUIRE(read.signatures.size() == 1);
    const SignatureField& field = read.signatures.front();
    CHECK(field.kind == SignatureField::Kind::signature);
    CHECK(field.subFilter == "adbe.pkcs7.detached");
    CHECK(field.byteRange == std::vector<std::int64_t>{0, 1, 2, 3});
    CHECK(toHex(field.contents) == "3000");
    CHECK(field.statedTime == WallTime(std::chrono::sys_days(std::chrono::year(2026) / 11 / 1) +
                                       std::chrono::hours(8)));
    CHECK(field.name == "Tea House");
}

TEST_CASE("V1 revisions are told by where each ends") {
    const Bytes first = makePdf();
    const Bytes second = sandbox::withTurnedPage(first);
    const PdfFile file = PdfFile::open(second).value();
    CHECK(file.revisions.size() == 2);
    CHECK(file.endsRevision(first.size()));
    CHECK(file.endsRevision(second.size()));
    CHECK_FALSE(file.endsRevision(first.size() - 7));
    CHECK(file.pages.at(0).width.value == Approx(297).margin(0.01));
}

TEST_CASE("V1 what is shown is the same text until something seen changes") {
    const Bytes file = makePdf();
    const std::string shown = shownContent(file).value();
    CHECK(shownContent(appendRevision(file, {{99, "<</Nothing true>>"}})).value() == shown);
    CHECK(shownContent(sandbox::withTurnedPage(file)).value() != shown);
    CHECK(shownContent(makePdf({.text = "ANOTHER LICENCE"})).value() != shown);
}

TEST_CASE("V1 files that cannot be read end in a code") {
    CHECK(codeOf(PdfFile::open(bytesOf("PK"))) == "document.not-a-pdf");
    CHECK(codeOf(PdfFile::open({})) == "document.not-a-pdf");
    CHECK(codeOf(PdfFile::open(bytesOf("%PDF-1.7"))) == "document.damaged");
    CHECK(codeOf(PdfFile::open(Bytes((32U << 20) + 1))) == "document.not-a-pdf");
    Bytes large = makePdf();
    large.resize((32U << 20) + 1);
    CHECK(codeOf(PdfFile::open(large)) == "document.too-large");
    CHECK_FALSE(shownContent(bytesOf("%PDF-1.7")));
}

TEST_CASE("V1 a page content that grows beyond the limit is too large") {
    // Run lengths: each pair of bytes becomes 128 bytes, which the second filter takes as 64 pairs.
    const std::string bomb =
        stream("/Filter[/RunLengthDecode/RunLengthDecode]", std::string(32768, '\x81') + "\x80");
    const Bytes file =
        written({"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                 "<</Type/Page/Parent 2 0 R" + kBox + "/Contents 4 0 R>>", bomb});
    CHECK(codeOf(PdfFile::open(file)) == "document.too-large");
}

TEST_CASE("V1 a PDF cut anywhere is an error or a shorter revision, never a crash") {
    const Bytes file = makePdf();
    for (std::size_t size = 0; size < file.size(); size += 37)
        CHECK_FALSE(PdfFile::open(ByteView(file).first(size)));
}
