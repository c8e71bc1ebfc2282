// SPDX-License-Identifier: Apache-2.0
#include "firmware/verify/verifier.h"

#include <algorithm>
#include <set>

#include "firmware/verify/coverage.h"
#include "firmware/verify/ofd_judge.h"
#include "firmware/verify/pdf_judge.h"
#include "firmware/verify/reasons.h"

namespace kiosk::verify {

namespace {

/// Two signatures may have the same trouble; it is said once.
void add(std::vector<Reason>& reasons, const std::vector<Why>& findings) {
    for (const Why why : findings) {
        Reason reason = reasonFor(why);
        if (std::ranges::find(reasons, reason) == reasons.end())
            reasons.push_back(std::move(reason));
    }
}

/// A signature's description and value, byte for byte.
using Content = std::pair<std::string, std::string>;

Content contentOf(const document::Package& package, const SignatureDescription& description) {
    const auto text = [&](const std::string& path) {
        return toText(package.entry(path).value_or(ByteView{}));
    };
    return {text(description.path), text(description.valuePath)};
}

void judgeSignatures(const document::Package& package, const SignatureList& list,
                     const TrustList& trust, CheckedDocument& checked) {
    Verdict& verdict = checked.verdict;
    std::vector<SignatureDescription> descriptions;
    std::set<Content> judgedBefore; // copied beside itself, it is still one
    for (const std::string& path : list.signatures) {
        const auto description = readSignature(package, path);
        if (!description) {
            add(verdict.reasons, {Why::descriptionUnreadable});
            continue;
        }
        descriptions.push_back(*description);
        if (!judgedBefore.insert(contentOf(package, *description)).second)
            continue;
        const bool last = &path == &list.signatures.back();
        JudgedSignature judged =
            judgeSignature(package, *description, last ? "" : list.path, trust, verdict.checkedAt);
        add(verdict.reasons, judged.findings);
        verdict.signatures.push_back(std::move(judged.check));
        std::ranges::move(judged.stamps, std::back_inserter(checked.stamps));
    }
    if (!descriptions.empty())
        add(verdict.reasons, coverage(package, checked.document.reachablePaths(), descriptions));
}

} // namespace

Result<CheckedDocument> Verifier::check(ByteView file, WallTime now) const {
    const document::Package package = TRY(document::Package::open(file));
    CheckedDocument checked{.document = TRY(document::Document::open(package)),
                            .verdict = {.checkedAt = now}};
    const auto list = signatureList(package);
    if (!list)
        add(checked.verdict.reasons, {Why::signatureListUnreadable});
    else if (list->signatures.empty())
        add(checked.verdict.reasons, {Why::unsignedDocument});
    else
        judgeSignatures(package, *list, trust_, checked);
    checked.verdict.judgement = judgementFrom(checked.verdict.reasons);
    return checked;
}

Result<CheckedPdf> Verifier::checkPdf(ByteView file, WallTime now) const {
    CheckedPdf checked{.file = TRY(document::pdf::PdfFile::open(file)),
                       .verdict = {.checkedAt = now}};
    if (checked.file.signatures.size() > kMostSignatures)
        return fail(ErrorKind::limitExceeded, "verify.too-many-signatures", Remedy::supplier);
    JudgedPdf judged = judgePdf(checked.file, file, trust_, now);
    for (JudgedSignature& signature : judged.signatures) {
        add(checked.verdict.reasons, signature.findings);
        checked.verdict.signatures.push_back(std::move(signature.check));
    }
    add(checked.verdict.reasons, judged.findings);
    checked.verdict.judgement = judgementFrom(checked.verdict.reasons);
    return checked;
}

} // namespace kiosk::verify
