// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/issuing/office.h"

#include "firmware/seal/certificate.h"
#include "tests/sandbox/issuing/damage.h"
#include "tests/sandbox/issuing/seal_picture.h"

namespace kiosk::sandbox {

namespace {

using namespace std::chrono_literals;

constexpr auto kYear = 365 * 24h;

Subject subject(const Region& region, const std::string& what, Subject::Role role, WallTime from,
                WallTime until) {
    return {.organisation = region.name + "证照管理局",
            .commonName = region.name + what,
            .role = role,
            .validFrom = from,
            .validUntil = until};
}

Result<> makeKeys(const std::filesystem::path& folder, const Region& region, WallTime now) {
    const WallTime from = now - kYear;
    const WallTime until = from + 10 * kYear;
    const Keyholder root =
        TRY(Keyholder::makeRoot(subject(region, "证照根证书", Subject::Role::root, from, until)));
    const Keyholder maker =
        TRY(root.certify(subject(region, "印章制作", Subject::Role::signer, from, until)));
    const Keyholder signer =
        TRY(root.certify(subject(region, "证照签发", Subject::Role::signer, from, until)));
    TRY(maker.store(folder, "sealmaker"));
    TRY(signer.store(folder, "signer"));
    return root.store(folder, "root"); // last: its presence says that all are there
}

SealInscription inscription(const Region& region) {
    return {.around = region.name + "证照管理局",
            .across = "电子证照专用章",
            .number = region.code + "0036906"};
}

/// By a root made for the occasion, whom nobody can know.
Result<Keyholder> certifyUntrusted(Subject whom) {
    Subject root = whom;
    root.role = Subject::Role::root;
    root.commonName = "外来根证书";
    return TRY(Keyholder::makeRoot(root)).certify(whom);
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
    const auto validity = TRY(seal::parseCertificate(root.certificate()));
    CopyDesk copyDesk =
        TRY(CopyDesk::open(folder, root, region, validity.validFrom, validity.validUntil));
    Office office(region, std::move(root), TRY(Keyholder::load(folder, "sealmaker")),
                  TRY(Keyholder::load(folder, "signer")), std::move(copyDesk), std::move(picture));
    office.validFrom_ = validity.validFrom;
    office.validUntil_ = validity.validUntil;
    return office;
}

/// Another signer, wrong in the way asked for.
Result<Keyholder> Office::signerFor(const Making& making, WallTime signedAt) const {
    const bool expired = making.fault == Fault::certificateExpired;
    const auto role =
        making.fault == Fault::signerMayNotSign ? Subject::Role::cipher : Subject::Role::signer;
    Subject other =
        subject(region_, "另一签发", role, validFrom_, expired ? signedAt - 24h : validUntil_);
    other.key = making.key;
    if (making.fault == Fault::issuerMayNotIssue)
        return maker_.certify(other);
    return making.fault == Fault::signerUntrusted ? certifyUntrusted(other) : root_.certify(other);
}

Result<Bytes> Office::sealFor(const Making& making, WallTime signedAt,
                              const Keyholder& actualSigner) const {
    const bool notListed = making.fault == Fault::signerNotListed;
    const bool expired = making.fault == Fault::sealExpired;
    const SealContent content{
        .layout = making.layout,
        .naming = making.naming,
        .id = region_.code + "0036906",
        .name = region_.name + "证照管理局电子证照专用章",
        .signerCertificate = (notListed ? signer_ : actualSigner).certificate(),
        .madeAt = validFrom_ + 24h,
        .validFrom = validFrom_ + 24h,
        .validUntil = expired ? signedAt - 24h : validUntil_,
        .picture = picture_,
        .size = kSealSize,
        .algorithm = making.fault == Fault::sealAlgorithmUnknown ? "1.2.156.10197.1.999" : ""};
    if (making.fault == Fault::makerUntrusted)
        return makeSeal(content,
                        TRY(certifyUntrusted(subject(region_, "外来印章制作", Subject::Role::signer,
                                                     validFrom_, validUntil_))));
    if (making.fault != Fault::makerExpired)
        return makeSeal(content, maker_);
    const Keyholder endedMaker = TRY(root_.certify(
        subject(region_, "旧印章制作", Subject::Role::signer, validFrom_, validFrom_ + 1h)));
    return makeSeal(content, endedMaker);
}

namespace {

bool needsOtherSigner(const Making& making) {
    using enum Fault;
    const Fault fault = making.fault;
    return making.key != KeyKind::sm2 || fault == signerNotListed || fault == signerMayNotSign ||
           fault == certificateExpired || fault == signerUntrusted || fault == issuerMayNotIssue;
}

void flipLastBit(Bytes& bytes) {
    bytes.back() ^= std::byte{1};
}

void makeWrong(Sealing& sealing, PackageFiles& files, Fault fault) {
    if (fault == Fault::signatureUnknown)
        sealing.algorithm = "1.2.156.10197.1.999";
    if (fault == Fault::timeMissing)
        sealing.timing = Sealing::Timing::missing;
    if (fault == Fault::digestUnknown)
        sealing.checkMethod = "1.2.156.10197.1.401.2"; // SM3 with a key
    if (fault == Fault::digestWeak)
        sealing.checkMethod = "MD5";
    if (fault == Fault::sealChanged)
        flipLastBit(sealing.seal);
    if (fault == Fault::templateUnprotected)
        sealing.unprotected.emplace_back("Doc_0/TPLS/TPL_0/Content.xml");
    if (fault == Fault::valueMoved)
        sealing.property = "/Doc_0/Signs/Sign_1/Signature.xml";
    if (fault == Fault::propertyUnclear)
        sealing.property = "{\"Entry\":7}";
    if (fault == Fault::fileRemoved)
        files.emplace_back("Doc_0/Attachs/note.txt", "protected");
}

} // namespace

Result<PackageFiles> Office::sealAgain(PackageFiles files, Sealing sealing, const Making& making,
                                       const Keyholder& signer) const {
    sealing.number = 1;
    sealing.unprotected.clear();
    if (making.second == SecondSignature::partial)
        sealing.unprotected.emplace_back("Doc_0/TPLS/TPL_0/Content.xml");
    return sealed(std::move(files), sealing, signer);
}

Result<PackageFiles> Office::seal(PackageFiles files, Sealing sealing, const Making& making) const {
    std::optional<Keyholder> other;
    if (needsOtherSigner(making))
        other = TRY(signerFor(making, sealing.signedAt));
    const Keyholder& signer = other ? *other : signer_;
    sealing.layout = making.layout;
    sealing.stamp = making.stamp;
    sealing.seal = TRY(sealFor(making, sealing.signedAt, signer));
    makeWrong(sealing, files, making.fault);
    if (making.fault == Fault::sealCopyDiffers)
        sealing.sealCopy = TRY(sealFor({}, sealing.signedAt, signer));
    if (making.second != SecondSignature::none) // leaves room for more
        sealing.unprotected.emplace_back(kSignatureListPath);
    PackageFiles done = TRY(sealed(std::move(files), sealing, signer));
    if (making.second != SecondSignature::none || making.fault == Fault::signatureAdded)
        done = TRY(sealAgain(std::move(done), sealing, making, signer));
    damage(done, making.fault, signer.certificate());
    return done;
}

} // namespace kiosk::sandbox
