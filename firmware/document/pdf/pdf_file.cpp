// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/pdf/pdf_file.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "firmware/document/pdf/inherited.h"
#include "firmware/document/pdf/opened.h"
#include "firmware/document/pdf/page_census.h"
#include "firmware/document/pdf/signature_fields.h"

namespace kiosk::document::pdf {

namespace {

constexpr std::size_t kMostPages = 1000;
constexpr double kPointMm = 25.4 / 72;

/// The catalog may raise the header's version (ISO 32000-1, 7.7.2).
std::string versionOf(QPDF& pdf) {
    QPDFObjectHandle raised = pdf.getRoot().getKey("/Version");
    const std::string header = pdf.getPDFVersion();
    return raised.isName() ? std::max(header, raised.getName().substr(1)) : header;
}

double numberOr(QPDFObjectHandle value, double otherwise) {
    return value.isNumber() ? value.getNumericValue() : otherwise;
}

SizeMm sizeOf(QPDFObjectHandle page) {
    QPDFObjectHandle box = inheritedAttribute(page, "/MediaBox");
    if (!box.isArray() || box.getArrayNItems() != 4)
        return {};
    std::array<double, 4> edges{};
    for (int i = 0; i < 4; ++i)
        edges.at(static_cast<std::size_t>(i)) = numberOr(box.getArrayItem(i), 0);
    const double unit = numberOr(page.getKey("/UserUnit"), 1) * kPointMm;
    const Millimetres width{std::abs(edges[2] - edges[0]) * unit};
    const Millimetres height{std::abs(edges[3] - edges[1]) * unit};
    const auto quarterTurns = std::lround(numberOr(inheritedAttribute(page, "/Rotate"), 0) / 90);
    return quarterTurns % 2 == 0 ? SizeMm{width, height} : SizeMm{height, width};
}

std::vector<RevisionEnd> revisionsIn(ByteView file) {
    constexpr std::string_view kMarker = "%%EOF";
    const std::string_view text(static_cast<const char*>(static_cast<const void*>(file.data())),
                                file.size());
    std::vector<RevisionEnd> ends;
    for (std::size_t at = text.find(kMarker); at != std::string_view::npos;
         at = text.find(kMarker, at + 1)) {
        const std::size_t marker = at + kMarker.size();
        std::size_t lineEnd = marker;
        if (lineEnd < text.size() && text[lineEnd] == '\r')
            ++lineEnd;
        if (lineEnd < text.size() && text[lineEnd] == '\n')
            ++lineEnd;
        ends.push_back({marker, lineEnd});
    }
    return ends;
}

PdfFile read(QPDF& pdf) {
    const auto& pages = pdf.getAllPages();
    if (pages.empty() || pages.size() > kMostPages)
        throw LimitExceeded("pages");
    PdfFile file{.version = versionOf(pdf)};
    std::ranges::transform(pages, std::back_inserter(file.pages), sizeOf);
    file.signatures = readSignatureFields(pdf);
    PageCensus census = takeCensus(pdf);
    file.objects = census.objects;
    file.fonts = std::move(census.fonts);
    return file;
}

} // namespace

bool PdfFile::endsRevision(std::size_t offset) const {
    return std::ranges::any_of(revisions, [&](const RevisionEnd& end) {
        return end.marker == offset || end.lineEnd == offset;
    });
}

Result<PdfFile> PdfFile::open(ByteView file) {
    PdfFile opened = TRY(withQpdf(file, read));
    opened.revisions = revisionsIn(file);
    return opened;
}

} // namespace kiosk::document::pdf
