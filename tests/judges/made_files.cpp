// SPDX-License-Identifier: Apache-2.0
#include <cstdio>

#include "firmware/base/files.h"
#include "tests/sandbox/issuing/broken.h"
#include "tests/sandbox/issuing/pdf_face.h"
#include "tests/sandbox/seed/licence_types.h"
#include "tests/sandbox/seed/seed.h"

namespace {

using namespace kiosk;
using namespace kiosk::sandbox;

const WallTime kMadeAt =
    std::chrono::sys_days(std::chrono::year(2026) / 11 / 23) + std::chrono::hours(10);

std::string numbered(const char* pattern, std::size_t number) {
    char text[64];
    std::snprintf(text, sizeof text, pattern, number);
    return text;
}

/// A key with its name in the file's.
constexpr std::array kKeys{std::pair{KeyKind::rsa2048, "rsa"}, std::pair{KeyKind::p256, "ecdsa"},
                           std::pair{KeyKind::sm2, "sm2"}};

/// Everything one region has issued, the layouts of seals and the kinds of key in turn.
Result<> issueAll(const Issuer& issuer, const Region& region, const std::filesystem::path& folder) {
    constexpr std::array kLayouts{SealLayout::gmSignedData, SealLayout::v1, SealLayout::v5,
                                  SealLayout::v4};
    const auto faces = licencesOf(region);
    for (std::size_t i = 0; i < faces.size(); ++i) {
        const Making making{.layout = kLayouts.at(i % kLayouts.size())};
        const std::string name = region.code + numbered("-%02zu", i);
        const Bytes ofd = TRY(issuer.makeOfd(faces[i], kMadeAt, making));
        TRY(writeFile(folder / "valid" / (name + ".ofd"), ofd));
        const PdfFace pdf = TRY(drawPdf(faces[i], kMadeAt));
        TRY(writeFile(folder / "pdf" / (name + ".pdf"), pdf.pdf));
        const auto& [key, keyName] = kKeys.at(i % kKeys.size());
        const Bytes sealed = TRY(issuer.makePdf(faces[i], kMadeAt, {.key = key}));
        TRY(writeFile(folder / "sealed" / (name + "-" + keyName + ".pdf"), sealed));
    }
    return {};
}

Result<> breakAll(const Issuer& issuer, const LicenceFace& face,
                  const std::filesystem::path& folder) {
    for (const Broken& broken : brokenLicences()) {
        const LicenceFile file = TRY(makeBroken(issuer, face, broken, kMadeAt));
        const bool ofd = file.format == LicenceFile::Format::ofd;
        TRY(writeFile(folder / "broken" / (std::string(broken.reason) + (ofd ? ".ofd" : ".pdf")),
                      file.content));
    }
    return {};
}

Result<> makeFiles(const std::filesystem::path& folder) {
    for (const char* part : {"valid", "pdf", "sealed", "broken", "trust"})
        std::filesystem::create_directories(folder / part);
    for (const Region& region : regions()) {
        const Issuer issuer = TRY(Issuer::open(folder / "offices" / region.code, region, kMadeAt));
        TRY(writeFile(folder / "trust" / (region.code + ".pem"), bytesOf(issuer.rootPem())));
        TRY(issueAll(issuer, region, folder));
        if (region == regions().front())
            TRY(breakAll(issuer, licencesOf(region).front(), folder));
    }
    return {};
}

} // namespace

/// judged_files FOLDER: licences of the sandbox's regions, right ones in every layout, as pages of
/// PDF and as sealed PDFs with every kind of key, and a broken one for every reason.
int main(int count, char** words) {
    if (count != 2) {
        std::fprintf(stderr, "usage: %s FOLDER\n", words[0]);
        return 64;
    }
    if (const auto made = makeFiles(words[1]); !made) {
        std::fprintf(stderr, "%s\n", made.error().line().c_str());
        return 1;
    }
    return 0;
}
