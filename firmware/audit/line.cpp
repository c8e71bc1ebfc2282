// SPDX-License-Identifier: Apache-2.0
#include "firmware/audit/line.h"

#include "firmware/base/iso_time.h"
#include "firmware/base/text.h"

namespace kiosk::audit {

namespace {

using nlohmann::json;

bool isDigest(std::string_view text) {
    return text.size() == kNoDigest.size();
}

/// Numbers and flags as what they are, where they are known; words as texts.
json valueOf(const Field& field, const std::string& said) {
    std::string text = admitted(field, said);
    if (field.logged.form == events::Form::flag)
        return text == "yes";
    if (field.logged.form == events::Form::number)
        if (const auto number = parseInteger(text))
            return *number;
    return text;
}

json fieldsOf(const Entry& entry) {
    json fields = json::object();
    for (std::size_t i = 0; i < entry.event->fieldCount(); ++i) {
        const Field& field = entry.event->fields[i];
        fields[std::string(field.logged.name)] = valueOf(field, entry.values[i]);
    }
    return fields;
}

} // namespace

Result<std::string> lineOf(const Entry& entry, const News& news, const Writer& writer,
                           const Signer& signer) {
    return signedText(Signs::record,
                      {{"form", kForm},
                       {"number", news.number},
                       {"at", isoTime(news.at)},
                       {"by", writer.program},
                       {"run", writer.run},
                       {"event", entry.event->id},
                       {"is", fieldsOf(entry)},
                       {"key", signer.key},
                       {"before", news.before}},
                      signer);
}

std::optional<Line> lineIn(std::string_view text) {
    auto whole = signedIn(text);
    if (!whole)
        return std::nullopt;
    const auto number = numberIn(whole->told, "number");
    std::string before = textIn(whole->told, "before");
    if (!number || !isDigest(before))
        return std::nullopt;
    return Line{*number, std::move(before), *std::move(whole)};
}

Result<std::string> headOf(const Tip& tip, const Signer& signer) {
    return signedText(Signs::head,
                      {{"form", kForm},
                       {"head", tip.number},
                       {"digest", tip.digest},
                       {"at", tip.at},
                       {"key", signer.key},
                       {"point", toHex(signer.point)}},
                      signer);
}

std::optional<Head> headIn(std::string_view text) {
    auto whole = signedIn(text);
    if (!whole)
        return std::nullopt;
    const auto number = numberIn(whole->told, "head");
    auto point = fromHex(textIn(whole->told, "point"));
    Head head{.number = number.value_or(0),
              .digest = textIn(whole->told, "digest"),
              .at = textIn(whole->told, "at"),
              .key = textIn(whole->told, "key"),
              .point = point ? *std::move(point) : Bytes(),
              .text = *std::move(whole)};
    if (head.number == 0 || !isDigest(head.digest))
        return std::nullopt;
    return head;
}

} // namespace kiosk::audit
