// SPDX-License-Identifier: Apache-2.0
#include "tests/mutation/judge.h"

#include <algorithm>

#include "firmware/document/raster.h"
#include "firmware/verify/signature_files.h"
#include "tests/mutation/pdf_mutations.h"
#include "tests/support/sample_licences.h"

namespace kiosk::tests::mutation {

namespace {

using document::Package;
using verify::CheckedDocument;
using verify::Judgement;

const std::string kValue = "Doc_0/Signs/Sign_0/SignedValue.dat";

std::string lowerCase(std::string text) {
    std::ranges::transform(text, text.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return text;
}

std::string contentAt(const Package& package, const std::string& path) {
    const auto entry = package.entry(path);
    return entry ? toText(*entry) : "";
}

/// The content of an entry by its name, or by the same name in other letters where there is none:
/// as references are followed.
std::optional<std::string> followed(const Package& package, const std::string& path) {
    if (package.contains(path))
        return contentAt(package, path);
    for (const std::string& name : package.names())
        if (lowerCase(name) == lowerCase(path))
            return contentAt(package, name);
    return std::nullopt;
}

std::string stateNames(const verify::SignatureCheck& check) {
    std::string names;
    for (const verify::LayerState state :
         {check.references, check.dataHash, check.signature, check.sealSignature,
          check.signerListed, check.chain, check.validAtSigning, check.validToday})
        names.append(verify::name(state)).append(" ");
    return names;
}

std::vector<std::string> signatureFacts(const verify::Verdict& verdict) {
    std::vector<std::string> facts;
    for (const verify::SignatureCheck& check : verdict.signatures) {
        const auto at = check.signedAt.value_or(WallTime{}).time_since_epoch().count();
        for (const std::string& fact : {check.kind, check.signer, check.issuer, check.sealName,
                                        std::to_string(at), stateNames(check)})
            facts.push_back(fact);
    }
    return facts;
}

Seen seenIn(const Package& package, const CheckedDocument& checked) {
    constexpr document::Dpi kCoarse{24};
    Seen seen{.shownFiles = {},
              .metadata = checked.document.customData(),
              .signature = signatureFacts(checked.verdict),
              .pages = {}};
    for (const std::string& path : checked.document.reachablePaths())
        seen.shownFiles.push_back(contentAt(package, path));
    for (std::size_t page = 0; page < checked.document.pageCount(); ++page) {
        const auto drawn = document::drawToPicture(checked.document, page, kCoarse, checked.stamps);
        seen.pages.push_back(drawn ? drawn->pixels : std::vector<std::uint32_t>{});
    }
    return seen;
}

/// Every file that a signature of this package lists, and what the signing itself is made of.
std::map<std::string, std::string> signedFilesOf(const Package& package) {
    std::map<std::string, std::string> files;
    const auto add = [&](const std::string& path) { files[path] = contentAt(package, path); };
    const verify::SignatureList list = verify::signatureList(package).value();
    for (const std::string& path : list.signatures) {
        add(path);
        const auto description = verify::readSignature(package, path).value();
        for (const verify::ProtectedFile& file : description.files)
            add(file.path);
    }
    return files;
}

/// Of a file that is not valid.
Outcome disbelief(Judgement judgement) {
    return judgement == Judgement::notValid ? Outcome::notValid : Outcome::cannotTell;
}

auto at(const Bytes& bytes, std::size_t index) {
    return bytes.begin() + static_cast<std::ptrdiff_t>(index);
}

bool holdsAll(const Package& package, const std::map<std::string, std::string>& wanted) {
    return std::ranges::all_of(
        wanted, [&](const auto& file) { return followed(package, file.first) == file.second; });
}

} // namespace

Judge::Judge(const World& world) : verifier_(world.trust()) {
    for (const std::string_view kind : mutationKinds())
        counts_[std::string(kind)] = {};
}

const Judge::Origin& Judge::originOf(const Specimen& specimen) {
    const auto found = origins_.find(&specimen);
    if (found != origins_.end())
        return found->second;
    const Package package = Package::open(specimen.file).value();
    const CheckedDocument checked = verifier_.check(specimen.file, kIssuingTime).value();
    return origins_
        .emplace(&specimen, Origin{seenIn(package, checked), signedFilesOf(package),
                                   contentAt(package, kValue)})
        .first->second;
}

Outcome Judge::outcomeOfPdf(const Mutant& mutant) {
    const auto checked = verifier_.checkPdf(mutant.file, kIssuingTime);
    if (!checked)
        return Outcome::refused;
    if (checked->verdict.judgement != Judgement::valid)
        return disbelief(checked->verdict.judgement);
    const Bytes& sound = mutant.origin->file;
    const auto original = verifier_.checkPdf(sound, kIssuingTime).value();
    const PdfContents contents(toText(sound));
    const bool onlyValueDiffers =
        mutant.file.size() == sound.size() &&
        std::equal(sound.begin(), at(sound, contents.begin), mutant.file.begin()) &&
        std::equal(at(sound, contents.end), sound.end(), at(mutant.file, contents.end));
    if (!onlyValueDiffers || signatureFacts(checked->verdict) != signatureFacts(original.verdict))
        return Outcome::falseAccept;
    const auto digits = [&](const Bytes& file) {
        return lowerCase(
            toText(ByteView(file).subspan(contents.begin, contents.padding - contents.begin)));
    };
    return digits(mutant.file) == digits(sound) ? Outcome::harmless : Outcome::respelled;
}

Outcome Judge::outcomeOf(const Mutant& mutant) {
    if (mutant.origin->isPdf())
        return outcomeOfPdf(mutant);
    const auto checked = verifier_.check(mutant.file, kIssuingTime);
    if (!checked)
        return Outcome::refused;
    if (checked->verdict.judgement != Judgement::valid)
        return disbelief(checked->verdict.judgement);
    const Package package = Package::open(mutant.file).value();
    const Origin& origin = originOf(*mutant.origin);
    if (seenIn(package, *checked) != origin.seen || !holdsAll(package, origin.signedFiles))
        return Outcome::falseAccept;
    return followed(package, kValue) == origin.value ? Outcome::harmless : Outcome::respelled;
}

Outcome Judge::judge(const Mutant& mutant) {
    const Outcome outcome = outcomeOf(mutant);
    ++counts_[mutant.kind].at(static_cast<std::size_t>(outcome));
    return outcome;
}

std::string reasonsAgainst(const World& world, ByteView file) {
    const auto checked = verify::Verifier(world.trust()).check(file, kIssuingTime);
    if (!checked)
        return checked.error().code();
    std::string codes;
    if (checked->verdict.judgement != Judgement::valid)
        for (const verify::Reason& reason : checked->verdict.reasons)
            codes += reason.code + " ";
    return codes;
}

} // namespace kiosk::tests::mutation
