// SPDX-License-Identifier: Apache-2.0
#include "tests/speed/page/licence_page.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <cairo-pdf.h>

#include "firmware/base/text.h"
#include "firmware/verify/verifier.h"
#include "tests/sandbox/issuing/faces/layout.h"
#include "tests/sandbox/issuing/seal_picture.h"
#include "tests/sandbox/issuing/sealing.h"
#include "tests/speed/page/licence_text.h"
#include "tests/speed/page/page_pictures.h"
#include "tests/speed/page/subset_font.h"
#include "tests/support/cairo_output.h"
#include "tests/support/ofd_builder.h"
#include "tests/support/sample_licences.h"

namespace kiosk::speed {

namespace {

using sandbox::PackageFiles;
using sandbox::PageWriter;

constexpr int kCurves = 60;
constexpr int kSegments = 240;
constexpr auto kYear = std::chrono::hours(365 * 24);

/// Collections keep the simplified Chinese face third.
const FontFace kSong{"/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc", 2};
const FontFace kHei{"/usr/share/fonts/truetype/hanazono/HanaMinA.ttf", 0};

/// One curve of the ground: two waves laid over each other, their phase moving from line to line.
std::string guilloche(int curve) {
    constexpr double kLeft = 15, kWidth = 180, kTop = 25, kStep = 4.2;
    std::string data;
    for (int i = 0; i <= kSegments; ++i) {
        const double along = double{2} * std::numbers::pi * i / kSegments;
        const double y = kTop + kStep * curve + 6 * std::sin(3 * along + 0.2 * curve) +
                         2.5 * std::sin(11 * along - 0.35 * curve);
        data += i == 0 ? "M " : " L ";
        data += sandbox::mm(kLeft + kWidth * i / kSegments) + " " + sandbox::mm(y);
    }
    return data;
}

void drawArtwork(PageWriter& artwork) {
    for (int curve = 0; curve < kCurves; ++curve)
        artwork.path(guilloche(curve), {.stroke = sandbox::Colour{150, 190, 170}, .widthMm = 0.12});
    artwork.rectangle(10, 10, 190, 277, {.stroke = sandbox::Colour{160, 40, 40}, .widthMm = 1.2});
    artwork.rectangle(12, 12, 186, 273, {.stroke = sandbox::Colour{160, 40, 40}, .widthMm = 0.3});
}

void drawText(PageWriter& values) {
    double baseline = 30;
    bool song = true;
    for (const std::u32string& line : licenceLines()) {
        values.text(24, baseline, toUtf8(line),
                    {.face = song ? sandbox::Face::song : sandbox::Face::hei, .sizeMm = 4.6});
        baseline += 7.6;
        song = !song;
    }
}

/// The page writer's fonts, embedded here, and the background.
std::string resources() {
    return sandbox::xmlFile(
        "Res BaseLoc=\"Res\"",
        "<ofd:Fonts><ofd:Font ID=\"2\" FontName=\"SimSun\"><ofd:FontFile>song.otf</ofd:FontFile>"
        "</ofd:Font><ofd:Font ID=\"4\" FontName=\"SimHei\"><ofd:FontFile>hei.ttf</ofd:FontFile>"
        "</ofd:Font></ofd:Fonts><ofd:MultiMedias><ofd:MultiMedia ID=\"7\" Type=\"Image\" "
        "Format=\"JPEG\"><ofd:MediaFile>ground.jpg</ofd:MediaFile></ofd:MultiMedia>"
        "</ofd:MultiMedias>");
}

/// Under everything else.
void insertBackground(std::string& content) {
    content.insert(content.find("<ofd:PathObject"),
                   "<ofd:ImageObject ID=\"8\" Boundary=\"0 0 210 297\" CTM=\"210 0 0 297 0 0\" "
                   "ResourceID=\"7\"/>");
}

std::string& entry(PackageFiles& files, std::string_view path) {
    return std::ranges::find(files, path, &PackageFiles::value_type::first)->second;
}

Result<PackageFiles> unsealedFiles() {
    sandbox::LicencePage page(kA4);
    drawArtwork(page.artwork);
    drawText(page.values);
    PackageFiles files = sandbox::writeDocument(tests::sampleFace(), page, tests::kIssuingTime);
    entry(files, "Doc_0/PublicRes.xml") = resources();
    insertBackground(entry(files, "Doc_0/TPLS/TPL_0/Content.xml"));
    std::u32string characters;
    for (const std::u32string& line : licenceLines())
        characters += line;
    files.emplace_back("Doc_0/Res/song.otf", toText(TRY(subsetFont(kSong, characters))));
    files.emplace_back("Doc_0/Res/hei.ttf", toText(TRY(subsetFont(kHei, characters))));
    files.emplace_back("Doc_0/Res/ground.jpg", backgroundJpeg());
    return files;
}

sandbox::Subject subject(const std::string& name, sandbox::Subject::Role role) {
    return {.organisation = "云州市证照管理局",
            .commonName = name,
            .role = role,
            .validFrom = tests::kIssuingTime - kYear,
            .validUntil = tests::kIssuingTime + 9 * kYear};
}

/// Seals the files with keys made for this page.
Result<> seal(PackageFiles& files, std::string& rootPem) {
    using Role = sandbox::Subject::Role;
    const auto root = TRY(sandbox::Keyholder::makeRoot(subject("证照根证书", Role::root)));
    const auto maker = TRY(root.certify(subject("印章制作", Role::signer)));
    const auto signer = TRY(root.certify(subject("证照签发", Role::signer)));
    const Bytes seal = TRY(sandbox::makeSeal({.id = "9901000036906",
                                              .name = "云州市证照管理局电子证照专用章",
                                              .signerCertificate = signer.certificate(),
                                              .madeAt = tests::kIssuingTime - kYear / 2,
                                              .validFrom = tests::kIssuingTime - kYear / 2,
                                              .validUntil = tests::kIssuingTime + 8 * kYear,
                                              .picture = sealPng(),
                                              .size = sandbox::kSealSize},
                                             maker));
    files = TRY(sandbox::sealed(std::move(files),
                                {.x = 160, .y = 250, .seal = seal, .signedAt = tests::kIssuingTime},
                                signer));
    rootPem = root.certificatePem();
    return {};
}

Result<Bytes> asPdf(ByteView ofd) {
    constexpr double kPointsPerMm = 72 / 25.4;
    const auto checked = TRY(verify::Verifier({}).check(ofd, tests::kIssuingTime));
    Bytes pdf;
    cairo_surface_t* surface = cairo_pdf_surface_create_for_stream(
        tests::appendOutput, &pdf, kA4.width.value * kPointsPerMm, kA4.height.value * kPointsPerMm);
    cairo_t* context = cairo_create(surface);
    cairo_scale(context, kPointsPerMm, kPointsPerMm);
    const auto drawn =
        checked.document.draw(0, context, document::Document::Use::print, checked.stamps);
    cairo_destroy(context);
    cairo_surface_finish(surface);
    cairo_surface_destroy(surface);
    TRY(drawn);
    return pdf;
}

} // namespace

Result<LicencePage> makeLicencePage() {
    LicencePage page;
    PackageFiles files = TRY(unsealedFiles());
    TRY(seal(files, page.rootPem));
    page.ofd = tests::makeZip(files);
    page.pdf = TRY(asPdf(page.ofd));
    return page;
}

} // namespace kiosk::speed
