// SPDX-License-Identifier: Apache-2.0
#include "firmware/verify/pdf_ranges.h"

#include <algorithm>
#include <cctype>

namespace kiosk::verify {

namespace {

/// The bytes of "<30 82…>" (ISO 32000-1, 7.3.4.3): blanks between digits, an odd last one padded.
std::optional<Bytes> hexString(ByteView gap) {
    if (gap.size() < 2 || gap.front() != std::byte{'<'} || gap.back() != std::byte{'>'})
        return std::nullopt;
    std::string digits = toText(gap.subspan(1, gap.size() - 2));
    std::erase_if(digits, [](unsigned char c) { return std::isspace(c) != 0; });
    if (digits.size() % 2 != 0)
        digits.push_back('0');
    const auto bytes = fromHex(digits);
    return bytes ? std::optional(*bytes) : std::nullopt;
}

/// Four numbers that stay inside the file, as offsets.
std::optional<SignedRange> offsets(const std::vector<std::int64_t>& numbers, std::size_t fileSize) {
    if (numbers.size() != 4 || numbers[0] != 0)
        return std::nullopt;
    const auto size = static_cast<std::int64_t>(fileSize);
    const auto [firstLength, second, secondLength] = std::tuple(numbers[1], numbers[2], numbers[3]);
    const bool inside = firstLength > 0 && second > firstLength && second <= size &&
                        secondLength > 0 && secondLength <= size - second;
    if (!inside)
        return std::nullopt;
    return SignedRange{static_cast<std::size_t>(firstLength), static_cast<std::size_t>(second),
                       static_cast<std::size_t>(second + secondLength)};
}

bool cutInto(const SignedRange& one, const SignedRange& other) {
    const SignedRange& earlier = one.end <= other.end ? one : other;
    const SignedRange& later = one.end <= other.end ? other : one;
    return later.gapBegin < earlier.end;
}

} // namespace

std::optional<SignedRange> rangeOf(const document::pdf::SignatureField& field, ByteView file) {
    const auto range = offsets(field.byteRange, file.size());
    if (!range)
        return std::nullopt;
    const auto held = hexString(file.subspan(range->gapBegin, range->gapEnd - range->gapBegin));
    return held == field.contents ? range : std::nullopt;
}

Bytes coveredBytes(const SignedRange& range, ByteView file) {
    Bytes bytes(file.begin(), file.begin() + static_cast<std::ptrdiff_t>(range.gapBegin));
    const ByteView rest = file.subspan(range.gapEnd, range.end - range.gapEnd);
    bytes.insert(bytes.end(), rest.begin(), rest.end());
    return bytes;
}

std::vector<Why> rangeFindings(const std::optional<SignedRange>& range,
                               const std::vector<std::optional<SignedRange>>& all,
                               const document::pdf::PdfFile& pdf, ByteView file) {
    if (!range)
        return {Why::rangeWrong};
    if (std::ranges::count(all, range) > 1)
        return {Why::rangeShared};
    std::vector<Why> findings;
    if (range->end != file.size() && !pdf.endsRevision(range->end))
        findings.push_back(Why::rangeTorn);
    if (std::ranges::any_of(all, [&](const std::optional<SignedRange>& other) {
            return other && *other != *range && cutInto(*range, *other);
        }))
        findings.push_back(Why::rangesOverlap);
    return findings;
}

} // namespace kiosk::verify
