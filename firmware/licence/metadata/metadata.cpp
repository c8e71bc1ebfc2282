// SPDX-License-Identifier: Apache-2.0
#include "firmware/licence/metadata/metadata.h"

#include <algorithm>
#include <set>

#include "firmware/base/text.h"
#include "firmware/licence/metadata/codes.h"

namespace kiosk {

namespace {

/// The names one fact goes by: GB/T 36903 first, then what faces and tags call it.
using Names = std::vector<std::string_view>;

const Names kName{"CertificateName", "证照名称"};
const Names kTypeName{"CertificateTypeName", "证照类型名称", "证照类型"};
const Names kTypeCode{"CertificateTypeCode", "证照类型代码"};
const Names kIdentifier{"CertificateIdentifier", "电子证照标识", "证照标识"};
const Names kNumber{"CertificateNumber", "证照编号", "证号", "许可证编号", "编号"};
const Names kIssuer{"CertificateIssuingAuthorityName",
                    "证照颁发机构",
                    "颁发机构",
                    "发证机关",
                    "登记机关",
                    "登记机构",
                    "签发机关"};
const Names kIssuerCode{"CertificateIssuingAuthorityCode", "证照颁发机构代码", "颁发机构代码"};
const Names kHolderName{"CertificateHolderName", "持证主体", "持证主体名称", "持证人", "持证者"};
const Names kHolderCode{"CertificateHolderCode", "持证主体代码"};
const Names kHolderCodeType{"CertificateHolderTypeName", "持证主体代码类型"};
const Names kIssuedOn{"CertificateIssuedDate", "证照颁发日期", "颁发日期", "发证日期"};
const Names kEffectiveOn{"CertificateEffectiveDate", "证照有效期起始日期", "有效期自"};
const Names kExpiresOn{"CertificateExpiringDate", "证照有效期截止日期", "有效期至"};
const Names kCopyCause{"CertificateCopyCause"};
const Names kCopyExpiresOn{"CertificateCopyCauseExpiringTime"};

/// Hands out texts by name and remembers which names were asked for.
class Source {
public:
    Source(const NamedTexts& data, const NamedTexts& tags) : data_(data), tags_(tags) {}

    std::string text(const Names& names) {
        std::string found;
        for (const std::string_view name : names) {
            asked_.insert(std::string(name));
            if (found.empty())
                found = under(std::string(name));
        }
        return found;
    }

    std::map<std::string, std::string> rest() const {
        std::map<std::string, std::string> fields;
        for (const NamedTexts* texts : {&data_, &tags_})
            for (const auto& [name, text] : *texts)
                if (!asked_.contains(name))
                    fields.emplace(name, under(name));
        return fields;
    }

private:
    /// Several texts under one name are pieces of one value, or several values: "-" joins both.
    std::string under(const std::string& name) const {
        const NamedTexts& texts = data_.contains(name) ? data_ : tags_;
        std::string joined;
        for (auto [piece, end] = texts.equal_range(name); piece != end; ++piece)
            joined.append(joined.empty() ? "" : "-").append(trimmed(piece->second));
        return joined;
    }

    const NamedTexts& data_;
    const NamedTexts& tags_;
    std::set<std::string> asked_;
};

using Parts = std::vector<std::string>;

Parts splitAt(std::string_view text, std::u32string_view separators) {
    Parts parts(1);
    for (const char32_t letter : codePoints(text)) {
        if (separators.contains(letter))
            parts.emplace_back();
        else
            parts.back() += toUtf8(std::u32string(1, letter));
    }
    for (std::string& part : parts)
        part = std::string(trimmed(part));
    std::erase(parts, "");
    return parts;
}

/// A hyphen may belong to a name; it parts names only where it parts their codes just as often.
struct HolderTexts {
    Parts names, codes;

    HolderTexts(std::string_view name, std::string_view code)
        : names(splitAt(name, kSure)), codes(splitAt(code, kAny)) {
        if (names.size() < codes.size())
            if (Parts hyphened = splitAt(name, kAny); hyphened.size() == codes.size())
                names = std::move(hyphened);
    }

    static constexpr std::u32string_view kSure = U",，^、;；";
    static constexpr std::u32string_view kAny = U",，^、;；-";
};

Holder::Kind kindOf(std::string_view code, std::string_view codeType) {
    if (codeType.contains("社会信用") || codeType.contains("组织机构"))
        return Holder::Kind::enterprise;
    if (!codeType.empty())
        return Holder::Kind::person;
    return readCreditCode(code).checkRight ? Holder::Kind::enterprise : Holder::Kind::person;
}

void readHolders(Source& source, LicenceMetadata& metadata) {
    const HolderTexts texts(source.text(kHolderName), source.text(kHolderCode));
    metadata.holderCodeType = source.text(kHolderCodeType);
    metadata.holdersMatch =
        texts.names.empty() || texts.codes.empty() || texts.names.size() == texts.codes.size();
    const auto at = [](const Parts& parts, std::size_t i) {
        return i < parts.size() ? parts[i] : std::string();
    };
    for (std::size_t i = 0; i < std::max(texts.names.size(), texts.codes.size()); ++i) {
        const std::string code = at(texts.codes, i);
        metadata.holders.push_back(
            {kindOf(code, metadata.holderCodeType), at(texts.names, i), code});
    }
}

} // namespace

LicenceMetadata readMetadata(const NamedTexts& customData, const NamedTexts& customTags) {
    Source source(customData, customTags);
    LicenceMetadata metadata{.name = source.text(kName),
                             .typeName = source.text(kTypeName),
                             .typeCode = source.text(kTypeCode),
                             .identifier = source.text(kIdentifier),
                             .number = source.text(kNumber),
                             .issuer = source.text(kIssuer),
                             .issuerCode = source.text(kIssuerCode),
                             .issuedOn = readDate(source.text(kIssuedOn)),
                             .effectiveOn = readDate(source.text(kEffectiveOn)),
                             .expiresOn = readDate(source.text(kExpiresOn)),
                             .copyCause = source.text(kCopyCause),
                             .copyExpiresOn = readDate(source.text(kCopyExpiresOn))};
    readHolders(source, metadata);
    metadata.fields = source.rest();
    return metadata;
}

} // namespace kiosk
