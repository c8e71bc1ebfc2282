// SPDX-License-Identifier: Apache-2.0
#include "firmware/licence/grant.h"

#include <algorithm>

#include "firmware/base/iso_time.h"
#include "firmware/base/text.h"

namespace kiosk {

namespace {

constexpr std::string_view kForm = "LG1";
constexpr std::string_view kAll = "*";
constexpr std::array kLines{"number",   "region", "role",  "enterprise", "bearer",   "types",
                            "purposes", "from",   "until", "signer",     "signature"};
constexpr std::array kRoles{Grant::Role::legalRepresentative, Grant::Role::manager,
                            Grant::Role::agent};
/// More than any region names, so that a text stays short.
constexpr std::size_t kMostWords = 32;

std::string words(const std::vector<std::string>& list) {
    std::string line;
    for (const std::string& word : list)
        line += (line.empty() ? "" : " ") + word;
    return line.empty() ? std::string(kAll) : line;
}

std::vector<std::string> wordsOf(std::string_view line) {
    if (line == kAll)
        return {};
    std::vector<std::string> list;
    for (std::string_view word : split(line, ' '))
        list.emplace_back(word);
    return list;
}

bool areWords(const std::vector<std::string>& list) {
    return list.size() <= kMostWords &&
           std::ranges::none_of(list, [](const std::string& word) { return word.empty(); });
}

/// "91990101MA9900001X 云州市浮梦文化有限公司".
void readHolder(std::string_view line, Holder& holder) {
    const std::size_t gap = std::min(line.find(' '), line.size());
    holder.code = line.substr(0, gap);
    holder.name = line.substr(std::min(gap + 1, line.size()));
}

template <std::size_t size>
bool readHex(std::string_view text, std::array<std::byte, size>& into) {
    const auto bytes = fromHex(text);
    if (!bytes || bytes->size() != size)
        return false;
    std::ranges::copy(*bytes, into.begin());
    return true;
}

std::unexpected<Error> garbled(std::string_view what) {
    return fail(ErrorKind::malformed, "grant.garbled", Remedy::supplier, what);
}

/// The values of the lines, in order; nothing where a line has another name.
std::optional<std::array<std::string_view, kLines.size()>> valuesIn(std::string_view text) {
    const auto lines = split(text, '\n');
    if (lines.size() != kLines.size() + 1 || lines.front() != kForm)
        return std::nullopt;
    std::array<std::string_view, kLines.size()> values;
    for (std::size_t i = 0; i < kLines.size(); ++i) {
        const std::string_view line = lines[i + 1];
        const std::string begin = std::string(kLines.at(i)) + "=";
        if (!line.starts_with(begin))
            return std::nullopt;
        values.at(i) = line.substr(begin.size());
    }
    return values;
}

Result<> readRest(const std::array<std::string_view, kLines.size()>& values, Grant& grant) {
    const auto* role = std::ranges::find(kRoles, values[2], [](auto each) { return name(each); });
    const auto from = dateFromIso(values[7]);
    const auto until = dateFromIso(values[8]);
    if (role == kRoles.end() || !from || !until)
        return garbled("role or dates");
    if (!readHex(values[9], grant.signerKey) || !readHex(values[10], grant.signature))
        return garbled("signature");
    grant.role = *role;
    grant.from = *from;
    grant.until = *until;
    return {};
}

} // namespace

std::string_view name(Grant::Role role) {
    switch (role) {
    case Grant::Role::legalRepresentative:
        return "legal-representative";
    case Grant::Role::manager:
        return "manager";
    case Grant::Role::agent:
        break;
    }
    return "agent";
}

bool coversType(const Grant& grant, std::string_view typeCode) {
    return grant.typeCodes.empty() ||
           std::ranges::find(grant.typeCodes, typeCode) != grant.typeCodes.end();
}

bool coversPurpose(const Grant& grant, std::string_view purposeKey) {
    return grant.purposeKeys.empty() ||
           std::ranges::find(grant.purposeKeys, purposeKey) != grant.purposeKeys.end();
}

std::string signedText(const Grant& grant) {
    const std::array<std::string, kLines.size() - 1> values{
        grant.number,
        grant.regionCode,
        std::string(name(grant.role)),
        grant.enterprise.code + " " + grant.enterprise.name,
        grant.bearer.code + " " + grant.bearer.name,
        words(grant.typeCodes),
        words(grant.purposeKeys),
        isoDate(grant.from),
        isoDate(grant.until),
        toHex(grant.signerKey)};
    std::string text(kForm);
    for (std::size_t i = 0; i < values.size(); ++i)
        text += std::string("\n") + kLines.at(i) + "=" + values.at(i);
    return text;
}

std::string toText(const Grant& grant) {
    return signedText(grant) + "\n" + kLines.back() + "=" + toHex(grant.signature);
}

Result<Grant> parseGrant(std::string_view text) {
    const auto values = valuesIn(text);
    if (!values)
        return garbled("lines");
    Grant grant{.number = std::string((*values)[0]), .regionCode = std::string((*values)[1])};
    readHolder((*values)[3], grant.enterprise);
    readHolder((*values)[4], grant.bearer);
    grant.typeCodes = wordsOf((*values)[5]);
    grant.purposeKeys = wordsOf((*values)[6]);
    TRY(readRest(*values, grant));
    const bool isNamed = grant.number.size() >= 8 && grant.number.size() <= 32 &&
                         !grant.enterprise.name.empty() && !grant.bearer.name.empty();
    if (!isNamed || !areWords(grant.typeCodes) || !areWords(grant.purposeKeys))
        return garbled("number, names or scope");
    if (toText(grant) != text)
        return garbled("not as it is written");
    return grant;
}

} // namespace kiosk
