// SPDX-License-Identifier: Apache-2.0
#include "firmware/verify/ofd_judge.h"

namespace kiosk::verify {

namespace {

std::optional<ByteView> entryOrNothing(const document::Package& package, const std::string& path) {
    const auto content = package.entry(path);
    return content ? std::optional(*content) : std::nullopt;
}

std::vector<document::Stamp> stampsOf(const seal::SealPicture& picture,
                                      const SignatureDescription& description) {
    std::vector<document::Stamp> stamps;
    for (const StampPlace& place : description.stamps)
        stamps.push_back({.pageId = place.pageId,
                          .boundary = place.boundary,
                          .clip = place.clip,
                          .format = picture.format,
                          .picture = picture.data,
                          .size = picture.size});
    return stamps;
}

} // namespace

JudgedSignature judgeSignature(const document::Package& package,
                               const SignatureDescription& description,
                               std::string_view extendedList, const TrustList& trust,
                               WallTime now) {
    JudgedSignature judged;
    judged.check.references = judged.take(layers::references(package, description, extendedList));
    const auto stored = entryOrNothing(package, description.valuePath);
    if (!stored) {
        judged.take({Why::valueMissing});
        return judged;
    }
    const auto value = seal::parseSignedValue(*stored);
    if (!value) {
        judged.take({whyUnreadable(value.error())});
        return judged;
    }
    judgeValue(*value,
               {.data = entryOrNothing(package, description.path).value_or(ByteView{}),
                .descriptionPath = description.path,
                .sealCopy = entryOrNothing(package, description.sealPath)},
               trust, now, judged);
    if (value->seal)
        judged.stamps = stampsOf(value->seal->picture, description);
    return judged;
}

} // namespace kiosk::verify
