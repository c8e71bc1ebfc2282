// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/issuing/issuer.h"

#include "tests/sandbox/issuing/faces/layout.h"
#include "tests/sandbox/issuing/office.h"
#include "tests/sandbox/issuing/pdf_face.h"
#include "tests/support/ofd_builder.h"

namespace kiosk::sandbox {

namespace {

/// Without a signature nothing may name the list of signatures.
PackageFiles withoutSignatures(PackageFiles files) {
    constexpr std::string_view kReference =
        "<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures>";
    std::string& root = files.front().second;
    root.erase(root.find(kReference), kReference.size());
    return files;
}

} // namespace

Issuer::Issuer(std::unique_ptr<Office> office) : office_(std::move(office)) {}
Issuer::~Issuer() = default;
Issuer::Issuer(Issuer&&) noexcept = default;
Issuer& Issuer::operator=(Issuer&&) noexcept = default;

Result<Issuer> Issuer::open(const std::filesystem::path& folder, const Region& region,
                            WallTime now) {
    return Issuer(std::make_unique<Office>(TRY(Office::open(folder, region, now))));
}

Result<Bytes> Issuer::makeOfd(const LicenceFace& face, WallTime signedAt) const {
    return makeOfd(face, signedAt, {});
}

Result<Bytes> Issuer::makeOfd(const LicenceFace& face, WallTime signedAt,
                              const Making& making) const {
    const LicencePage page = setLicence(face);
    PackageFiles files = writeDocument(face, page, signedAt);
    if (making.fault == Fault::unsealed)
        return tests::makeZip(withoutSignatures(std::move(files)));
    const Sealing sealing{.x = page.sealX, .y = page.sealY, .signedAt = signedAt};
    return tests::makeZip(TRY(office_->seal(std::move(files), sealing, making)));
}

Result<Bytes> Issuer::makePdf(const LicenceFace& face, WallTime signedAt,
                              const PdfMaking& making) const {
    return office_->seal(TRY(drawPdf(face, signedAt)), signedAt, making);
}

Result<LicenceFile> Issuer::issue(const LicenceFace& face, WallTime signedAt) const {
    const bool ofd = face.format == LicenceFile::Format::ofd;
    return LicenceFile{face.licence.identifier, face.format,
                       ofd ? TRY(makeOfd(face, signedAt)) : TRY(makePdf(face, signedAt))};
}

std::string Issuer::rootPem() const {
    return office_->root().certificatePem();
}

Result<CopyCode> Issuer::signCopy(CopyCode code) const {
    return office_->copyDesk().sign(std::move(code));
}

Result<Grant> Issuer::signGrant(Grant grant) const {
    return office_->copyDesk().sign(std::move(grant));
}

std::string Issuer::copySignerPem() const {
    return office_->copyDesk().certificatePem();
}

} // namespace kiosk::sandbox
