// SPDX-License-Identifier: Apache-2.0
#include "firmware/verify/pdf_judge.h"

#include <algorithm>

namespace kiosk::verify {

namespace {

using document::pdf::PdfFile;
using document::pdf::SignatureField;

/// A field with its range, as far as it has a sound one.
struct PlacedField {
    const SignatureField* field = nullptr;
    std::optional<SignedRange> range;
};

std::size_t endOf(const PlacedField& placed) {
    return placed.range ? placed.range->end : 0;
}

/// In the order of the file, where each revision's signature ends behind the one before.
std::vector<PlacedField> placed(const PdfFile& pdf, ByteView file) {
    std::vector<PlacedField> fields;
    for (const SignatureField& field : pdf.signatures)
        fields.push_back({&field, rangeOf(field, file)});
    std::ranges::stable_sort(fields, {}, endOf);
    return fields;
}

/// Contents is written before its size is known and filled up with zeros.
ByteView withoutPadding(const Bytes& contents) {
    seal::DerReader reader(contents);
    const auto element = reader.any();
    return element ? element->whole : ByteView(contents);
}

void judgeStamp(const SignatureField& field, ByteView covered, const TrustList& trust,
                JudgedSignature& judged) {
    judged.check.kind = "PDF time stamp";
    const auto stamp = seal::parseTimeStamp(withoutPadding(field.contents));
    if (!stamp) {
        judged.take({Why::timeStampUnknown});
        return;
    }
    judged.check.signedAt = stamp->time;
    layers::Findings findings = layers::stamper(*stamp, trust);
    if (!stamp->covers(covered))
        findings.insert(findings.begin(),
                        stamp->imprintDigest ? Why::timeStampWrong : Why::timeStampUnknown);
    judged.check.validAtSigning = judged.take(findings);
}

void judgeSignature(const SignatureField& field, ByteView covered, const TrustList& trust,
                    WallTime now, JudgedSignature& judged) {
    judged.check.kind = "PDF ";
    auto value = seal::parseSignedValue(withoutPadding(field.contents));
    if (!value) {
        judged.take({whyUnreadable(value.error())});
        return;
    }
    if (!value->signedAt)
        value->signedAt = field.statedTime; // itself signed, being inside the range
    judgeValue(*value, {.data = covered}, trust, now, judged);
}

JudgedSignature judgeField(const PlacedField& placed, const layers::Findings& ofRange,
                           ByteView file, const TrustList& trust, WallTime now) {
    JudgedSignature judged;
    judged.check.kind = "PDF";
    judged.check.references = judged.take(ofRange);
    if (!placed.range) // nothing to hold the value against
        return judged;
    const Bytes covered = coveredBytes(*placed.range, file);
    if (placed.field->kind == SignatureField::Kind::timeStamp)
        judgeStamp(*placed.field, covered, trust, judged);
    else
        judgeSignature(*placed.field, covered, trust, now, judged);
    return judged;
}

bool isSignature(const PlacedField& placed) {
    return placed.field->kind == SignatureField::Kind::signature;
}

bool showsTheSame(ByteView revision, ByteView file) {
    const auto then = document::pdf::shownContent(revision);
    const auto now = document::pdf::shownContent(file);
    return then && now && *then == *now;
}

/// What came after the signatures, and between them. The revision shown is the last one.
layers::Findings aboutTheFile(const std::vector<PlacedField>& fields, ByteView file) {
    const auto last = std::ranges::find_if(fields.rbegin(), fields.rend(), isSignature);
    if (last == fields.rend())
        return {Why::unsignedDocument};
    if (!last->range) // that it covers nothing is said already
        return {};
    const ByteView lastRevision = file.first(endOf(*last));
    layers::Findings findings;
    if (endOf(fields.back()) < file.size())
        findings.push_back(Why::appendedAfterSigning);
    // A time stamp says when, not who: what it appends may not change what the signer saw.
    const bool stampedLater = endOf(*last) < endOf(fields.back());
    if (stampedLater && !showsTheSame(lastRevision, file))
        findings.push_back(Why::changedAfterSigning);
    if (std::ranges::any_of(fields, [&](const PlacedField& one) {
            return isSignature(one) && one.range && endOf(one) < endOf(*last) &&
                   !showsTheSame(file.first(endOf(one)), lastRevision);
        }))
        findings.push_back(Why::revisedBetweenSignatures);
    return findings;
}

} // namespace

JudgedPdf judgePdf(const PdfFile& pdf, ByteView file, const TrustList& trust, WallTime now) {
    const std::vector<PlacedField> fields = placed(pdf, file);
    std::vector<std::optional<SignedRange>> ranges;
    for (const PlacedField& field : fields)
        ranges.push_back(field.range);
    JudgedPdf judged;
    for (const PlacedField& field : fields)
        judged.signatures.push_back(
            judgeField(field, rangeFindings(field.range, ranges, pdf, file), file, trust, now));
    judged.findings = aboutTheFile(fields, file);
    return judged;
}

} // namespace kiosk::verify
