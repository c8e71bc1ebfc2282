// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdio>

#include <nlohmann/json.hpp>

#include "firmware/app/kioskctl/document_command.h"
#include "firmware/app/kioskctl/document_licence.h"
#include "firmware/base/files.h"
#include "firmware/document/document.h"
#include "firmware/verify/verifier.h"

namespace kiosk::app {

namespace {

using document::Document;
using nlohmann::json;

json pagesOf(const Document& file) {
    json pages = json::array();
    for (std::size_t page = 0; page < file.pageCount(); ++page) {
        const SizeMm size = file.pageSize(page);
        pages.push_back({{"widthMm", size.width.value}, {"heightMm", size.height.value}});
    }
    return pages;
}

json objectsOf(const Document& file) {
    const document::ObjectCounts counts = file.objects();
    return {{"text", counts.text},
            {"path", counts.path},
            {"image", counts.image},
            {"composite", counts.composite}};
}

json fontsOf(const Document& file) {
    json fonts = json::array();
    for (const document::FontUse& font : file.fonts()) {
        json entry = {{"name", font.name}, {"embedded", font.embedded}};
        entry["substitute"] = font.substitute.empty() ? json() : json(font.substitute);
        fonts.push_back(std::move(entry));
    }
    return fonts;
}

/// Who signed, as the signatures say it; whether to believe them is for `document verify`.
json signaturesOf(const verify::Verdict& verdict) {
    json signatures = json::array();
    for (const verify::SignatureCheck& check : verdict.signatures) {
        json entry = {{"kind", check.kind}, {"signer", check.signer}, {"issuer", check.issuer}};
        entry["signedAt"] = check.signedAt ? json(isoTime(*check.signedAt)) : json();
        signatures.push_back(std::move(entry));
    }
    return signatures;
}

json describe(const Document& file, const verify::Verdict& verdict) {
    const LicenceMetadata metadata = metadataOf(file);
    return {{"format", "ofd"},
            {"version", file.version()},
            {"pages", pagesOf(file)},
            {"objects", objectsOf(file)},
            {"fonts", fontsOf(file)},
            {"printable", file.printable()},
            {"signatures", signaturesOf(verdict)},
            {"licence", licenceJson(metadata)},
            {"quality", qualityJson(metadata)},
            {"findings", file.findings()}};
}

void printPlain(const Document& file) {
    const document::ObjectCounts counts = file.objects();
    std::printf("OFD %s, %zu page(s)\n", file.version().c_str(), file.pageCount());
    for (std::size_t page = 0; page < file.pageCount(); ++page)
        std::printf("  page %zu: %g x %g mm\n", page + 1, file.pageSize(page).width.value,
                    file.pageSize(page).height.value);
    std::printf("texts %zu, paths %zu, images %zu, composites %zu\n", counts.text, counts.path,
                counts.image, counts.composite);
    for (const document::FontUse& font : file.fonts())
        std::printf("font %s: %s\n", font.name.c_str(),
                    font.embedded ? "embedded" : font.substitute.c_str());
    for (const std::string& finding : file.findings())
        std::printf("finding %s\n", finding.c_str());
}

} // namespace

Result<int> inspectDocument(std::span<const std::string_view> words) {
    const auto arguments =
        TRY(Arguments::parse(words, {}, std::array<std::string_view, 1>{"--json"}));
    const Bytes bytes = TRY(readFile(TRY(onlyFile(arguments))));
    const auto checked = TRY(verify::Verifier({}).check(bytes, SystemClock().wall()));
    const Document& file = checked.document;
    if (arguments.has("--json"))
        std::puts(describe(file, checked.verdict)
                      .dump(2, ' ', false, json::error_handler_t::replace)
                      .c_str());
    else
        printPlain(file);
    return kExitDone;
}

} // namespace kiosk::app
