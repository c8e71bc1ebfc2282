// SPDX-License-Identifier: Apache-2.0
#include "firmware/document/package.h"
#include "tests/fuzz/loose_package.h"
#include "tests/fuzz/seeds.h"
#include "tests/sandbox/issuing/sealing.h"
#include "tests/support/sample_licences.h"
#include "tests/support/sample_pdf.h"
#include "tests/unit/seal/vectors.h"
#include "tests/unit/verify/signed_pdf.h"

namespace kiosk::fuzz {

namespace {

using sandbox::SealLayout;
using sandbox::SignerNaming;

const std::pair<const char*, sandbox::Making> kMakings[] = {
    {"v1", {.layout = SealLayout::v1}},
    {"v4", {.layout = SealLayout::v4}},
    {"v4_digest", {.layout = SealLayout::v4, .naming = SignerNaming::digest}},
    {"v5", {.layout = SealLayout::v5}},
    {"gm", {.layout = SealLayout::gmSignedData}},
    {"bare", {.layout = SealLayout::bareSm2}}};

constexpr std::string_view kSealPath = "Doc_0/Signs/Sign_0/Seal.esl";

void addEntry(const Seeds& seeds, const std::string& name, const document::Package& package,
              std::string_view path) {
    if (const auto entry = package.entry(path))
        seeds.add(name, Bytes(entry->begin(), entry->end()));
}

Entries entriesOf(const document::Package& package) {
    Entries entries;
    for (const std::string& name : package.names())
        entries.emplace_back(name, toText(package.entry(name).value()));
    return entries;
}

} // namespace

void writeSealSeeds(const std::filesystem::path& root) {
    const Seeds values(root, "signed_value");
    values.add("certificate", *fromHex(tests::vectors::kSignerCertificate));
    values.add("other_curve", *fromHex(tests::vectors::kOtherCurveCertificate));
    const Seeds descriptions(root, "xml");
    const tests::SampleOffice office;
    for (const auto& [name, making] : kMakings) {
        const auto package = document::Package::open(office.licence(making)).value();
        addEntry(values, std::string(name) + ".dat", package, sandbox::kValuePath);
        addEntry(values, std::string(name) + ".esl", package, kSealPath);
        addEntry(descriptions, std::string("signature_") + name, package,
                 sandbox::kDescriptionPath);
        Seeds(root, "verify").add(name, loosened(entriesOf(package)));
    }
    const Seeds pdfs(root, "pdf");
    const Bytes page = tests::makePdf();
    const tests::SignedPdf signer;
    pdfs.add("unsigned.pdf", page);
    pdfs.add("signed.pdf", signer.make(page));
    pdfs.add("stamped.pdf", signer.stamp(signer.make(page)));
    pdfs.add("sealed.pdf", signer.makeSealed(page));
}

} // namespace kiosk::fuzz
