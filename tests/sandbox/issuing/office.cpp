// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/issuing/office.h"

#include "firmware/seal/certificate.h"
#include "tests/sandbox/issuing/damage.h"
#include "tests/sandbox/issuing/seal_picture.h"

namespace kiosk::sandbox {

namespace {

using namespace std::chrono_literals;

constexpr auto kYear = 365 * 24h;

Result<> makeKeys(const std::filesystem::path& folder, const Region& region, WallTime now) {
    const Validity validity{now - kYear, now + 9 * kYear};
    const Keyholder root =
        TRY(Keyholder::makeRoot(subject(region, "证照根证书", Subject::Role::root, validity)));
    const Keyholder maker =
        TRY(root.certify(subject(region, "印章制作", Subject::Role::signer, validity)));
    const Keyholder signer =
        TRY(root.certify(subject(region, "证照签发", Subject::Role::signer, validity)));
    TRY(maker.store(folder, "sealmaker"));
    TRY(signer.store(folder, "signer"));
    return root.store(folder, "root"); // last: its presence says that all are there
}

SealInscription inscription(const Region& region) {
    return {.around = region.name + "证照管理局",
            .across = "电子证照专用章",
            .number = region.code + "0036906"};
}

void flipLastBit(Bytes& bytes) {
    bytes.back() ^= std::byte{1};
}

Result<Bytes> cmsOver(ByteView covered, PdfMaking::Value value, WallTime signedAt,
                      const Keyholder& signer) {
    using enum CmsContent::Identifiers;
    CmsContent content{.identifiers = signer.kind() == KeyKind::sm2 ? gm : international,
                       .data = Bytes(covered.begin(), covered.end()),
                       .signedAt = signedAt};
    if (value == PdfMaking::Value::sha1) {
        content.shape = CmsContent::Shape::carried;
        content.data = seal::digest(seal::DigestAlgorithm::sha1, covered);
    }
    return makeSignedData(content, signer);
}

/// PDF counts points from the lower edge.
PdfPicture pictureOn(const PdfFace& page, ByteView png) {
    return {.png = png,
            .size = kSealSize,
            .x = page.sealX * kPointsPerMm,
            .y = (page.size.height.value - page.sealY) * kPointsPerMm};
}

} // namespace

Office::Office(Region region, Keyholder root, Keyholder maker, Keyholder signer, CopyDesk copyDesk,
               Bytes picture)
    : region_(std::move(region)),
      root_(std::move(root)),
      maker_(std::move(maker)),
      signer_(std::move(signer)),
      copyDesk_(std::move(copyDesk)),
      picture_(std::move(picture)) {}

Result<Office> Office::open(const std::filesystem::path& folder, const Region& region,
                            WallTime now) {
    return open(folder, region, now, drawSealPng(inscription(region)));
}

Result<Office> Office::open(const std::filesystem::path& folder, const Region& region, WallTime now,
                            Bytes picture) {
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed)
        return fail(ErrorKind::storage, "sandbox.folder", Remedy::technician, failed.message());
    if (!std::filesystem::exists(folder / "root.pem"))
        TRY(makeKeys(folder, region, now));
    Keyholder root = TRY(Keyholder::load(folder, "root"));
    const auto held = TRY(seal::parseCertificate(root.certificate()));
    CopyDesk copyDesk = TRY(CopyDesk::open(folder, root, region, held.validFrom, held.validUntil));
    Office office(region, std::move(root), TRY(Keyholder::load(folder, "sealmaker")),
                  TRY(Keyholder::load(folder, "signer")), std::move(copyDesk), std::move(picture));
    office.validity_ = {held.validFrom, held.validUntil};
    return office;
}

Certifying Office::certifying() const {
    return {region_, root_, maker_, validity_};
}

Result<Bytes> Office::sealFor(const Making& making, WallTime signedAt,
                              const Bytes& listedSigner) const {
    const Fault fault = making.fault;
    const std::optional<Keyholder> other = TRY(certifying().makerFor(fault));
    const Keyholder& maker = other ? *other : maker_;
    SealContent content{.layout = making.layout,
                        .naming = making.naming,
                        .id = region_.code + "0036906",
                        .name = region_.name + "证照管理局电子证照专用章",
                        .signerCertificate = listedSigner,
                        .madeAt = validity_.from + 24h,
                        .validFrom = validity_.from + 24h,
                        .validUntil = validity_.until,
                        .picture = picture_,
                        .size = kSealSize};
    spoil(content, fault, signedAt, maker.certificate());
    return makeSeal(content, maker);
}

Result<std::function<Result<Bytes>(ByteView)>> Office::stampingFor(const Stamping& stamping,
                                                                   WallTime signedAt) const {
    // A function can be copied, a key cannot.
    const auto stamper = std::make_shared<const Keyholder>(TRY(certifying().stamperFor(stamping)));
    return [stamper, stamping, signedAt](ByteView value) {
        const bool other = stamping.over == Stamping::Over::other;
        return makeTimeStamp(other ? bytesOf("another") : value, signedAt + stamping.late, *stamper,
                             stamping.fault);
    };
}

Result<PackageFiles> Office::sealAgain(PackageFiles files, Sealing sealing, const Making& making,
                                       const Keyholder& signer) const {
    sealing.number = 1;
    sealing.unprotected.clear();
    if (making.second == SecondSignature::partial)
        sealing.unprotected.emplace_back("Doc_0/TPLS/TPL_0/Content.xml");
    return sealed(std::move(files), sealing, signer);
}

Result<PackageFiles> Office::seal(PackageFiles files, Sealing sealing, const Making& making) const {
    const auto other = TRY(certifying().signerFor(making, sealing.signedAt));
    const Keyholder& signer = other ? other->holder : signer_;
    sealing.layout = making.layout;
    sealing.manner.cms = making.cms;
    if (other)
        sealing.manner.issuers = other->issuers;
    if (making.stamping)
        sealing.manner.stamp = TRY(stampingFor(*making.stamping, sealing.signedAt));
    spoil(sealing, files, making.fault, signer.certificate());
    const bool listsOther = making.fault == Fault::signerNotListed;
    sealing.seal =
        TRY(sealFor(making, sealing.signedAt,
                    listsOther ? signer_.certificate()
                               : carriedCertificate(sealing.manner.certificate, signer)));
    if (making.fault == Fault::sealChanged)
        flipLastBit(sealing.seal);
    if (making.fault == Fault::sealCopyDiffers)
        sealing.sealCopy = TRY(sealFor({}, sealing.signedAt, signer.certificate()));
    if (making.second != SecondSignature::none) // leaves room for more
        sealing.unprotected.emplace_back(kSignatureListPath);
    PackageFiles done = TRY(sealed(std::move(files), sealing, signer));
    if (making.second != SecondSignature::none || making.fault == Fault::signatureAdded)
        done = TRY(sealAgain(std::move(done), sealing, making, signer));
    damage(done, making.fault, signer.certificate());
    return done;
}

Result<Bytes> Office::seal(const PdfFace& page, WallTime signedAt, const PdfMaking& making) const {
    using Afterwards = PdfMaking::Afterwards;
    const auto other = TRY(certifying().signerFor({.key = making.key}, signedAt));
    const Keyholder& signer = other ? other->holder : signer_;
    const auto sign = [&](ByteView covered) {
        return cmsOver(covered, making.value, signedAt, signer);
    };
    PdfSealing sealing{.sign = sign,
                       .statedTime = signedAt,
                       .picture = pictureOn(page, picture_),
                       .fault = making.fault};
    if (making.value == PdfMaking::Value::sha1)
        sealing.subFilter = "adbe.pkcs7.sha1";
    Bytes done = TRY(sealedPdf(page.pdf, sealing));
    if (making.afterwards == Afterwards::nothing)
        return done;
    done = withTurnedPage(done);
    sealing.picture.reset();
    if (making.afterwards == Afterwards::turnedAndSealed)
        return sealedPdf(done, sealing);
    if (making.afterwards == Afterwards::turned)
        return done;
    return sealedPdf(done, {.sign = TRY(stampingFor({}, signedAt)),
                            .subFilter = "ETSI.RFC3161",
                            .type = "DocTimeStamp"});
}

} // namespace kiosk::sandbox
