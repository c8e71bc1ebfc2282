// SPDX-License-Identifier: Apache-2.0
#include "firmware/reading/facts_json.h"

#include <stdexcept>

#include <nlohmann/json.hpp>

#include "firmware/base/iso_time.h"
#include "firmware/reading/verdict_json.h"

namespace kiosk::reading {

namespace {

using document::SheetField;
using document::SheetMarks;
using nlohmann::json;

json pagesJson(const std::vector<SizeMm>& pages) {
    json list = json::array();
    for (const SizeMm& page : pages)
        list.push_back({{"widthMm", page.width.value}, {"heightMm", page.height.value}});
    return list;
}

json fontsJson(const std::vector<document::FontUse>& fonts) {
    json list = json::array();
    for (const document::FontUse& font : fonts) {
        json entry = {{"name", font.name}, {"embedded", font.embedded}};
        entry["substitute"] = font.substitute.empty() ? json() : json(font.substitute);
        list.push_back(std::move(entry));
    }
    return list;
}

/// Who signed, as the signatures say it; whether to believe them is the verdict's business.
json signersJson(const verify::Verdict& verdict) {
    json list = json::array();
    for (const verify::SignatureCheck& check : verdict.signatures) {
        json entry = {{"kind", check.kind}, {"signer", check.signer}, {"issuer", check.issuer}};
        entry["signedAt"] = check.signedAt ? json(isoTime(*check.signedAt)) : json();
        list.push_back(std::move(entry));
    }
    return list;
}

document::FontUse fontFrom(const json& entry) {
    const json& substitute = entry.at("substitute");
    return {entry.at("name"), entry.at("embedded"),
            substitute.is_null() ? std::string{} : substitute.get<std::string>()};
}

template <typename Enum>
Enum named(Enum last, const std::string& wanted) {
    for (int value = 0; value <= static_cast<int>(last); ++value)
        if (name(static_cast<Enum>(value)) == wanted)
            return static_cast<Enum>(value);
    throw std::out_of_range(wanted);
}

constexpr int kWhole = 100; ///< percent

json fieldJson(const SheetField& field) {
    return {{"label", field.label}, {"value", field.value}};
}

SheetField fieldFrom(const json& field) {
    return {field.at("label"), field.at("value")};
}

using Lines = std::vector<std::string>;

std::string lineOr(const Lines& lines, std::size_t at) {
    return at < lines.size() ? lines[at] : std::string{};
}

} // namespace

json inspectionJson(const FileFacts& facts) {
    const document::ObjectCounts& objects = facts.objects;
    return {{"format", facts.format},
            {"version", facts.version},
            {"printable", facts.printable},
            {"pages", pagesJson(facts.pages)},
            {"objects",
             {{"text", objects.text},
              {"path", objects.path},
              {"image", objects.image},
              {"composite", objects.composite}}},
            {"fonts", fontsJson(facts.fonts)},
            {"signatures", signersJson(facts.verdict)}};
}

json factsJson(const FileFacts& facts) {
    json all = inspectionJson(facts);
    all["customData"] = facts.customData;
    all["customTags"] = facts.customTags;
    all["verdict"] = verdictJson(facts.verdict);
    return all;
}

FileFacts factsFrom(const json& all) {
    const json& objects = all.at("objects");
    FileFacts facts{.format = all.at("format"),
                    .version = all.at("version"),
                    .printable = all.at("printable"),
                    .objects = {objects.at("text"), objects.at("path"), objects.at("image"),
                                objects.at("composite")},
                    .customData = all.at("customData"),
                    .customTags = all.at("customTags"),
                    .verdict = verdictFrom(all.at("verdict"))};
    for (const json& page : all.at("pages"))
        facts.pages.push_back({{page.at("widthMm")}, {page.at("heightMm")}});
    for (const json& font : all.at("fonts"))
        facts.fonts.push_back(fontFrom(font));
    return facts;
}

json errorJson(const Error& error) {
    return {{"kind", name(error.kind())},
            {"code", error.code()},
            {"remedy", name(error.remedy())},
            {"detail", error.detail()}};
}

Error errorFrom(const json& error) {
    return {named(ErrorKind::internal, error.at("kind")), error.at("code").get<std::string>(),
            named(Remedy::wait, error.at("remedy")), error.at("detail").get<std::string>()};
}

json marksJson(const SheetMarks& marks, std::size_t pages) {
    json all = {{"purpose", fieldJson(marks.purpose)},
                {"copyNumber", fieldJson(marks.copyNumber)},
                {"facts", json::array()},
                {"code", marks.code},
                {"codeHint", marks.codeHint},
                {"pageLines", json::array()},
                {"reducedLines", json::array()}};
    for (const SheetField& fact : marks.facts)
        all["facts"].push_back(fieldJson(fact));
    for (std::size_t page = 1; marks.pageLine && page <= pages; ++page)
        all["pageLines"].push_back(marks.pageLine(page, pages));
    for (int percent = 0; marks.reducedLine && percent < kWhole; ++percent)
        all["reducedLines"].push_back(marks.reducedLine(percent));
    return all;
}

SheetMarks marksFrom(const json& all) {
    SheetMarks marks{.purpose = fieldFrom(all.at("purpose")),
                     .copyNumber = fieldFrom(all.at("copyNumber")),
                     .code = all.at("code"),
                     .codeHint = all.at("codeHint")};
    for (const json& fact : all.at("facts"))
        marks.facts.push_back(fieldFrom(fact));
    marks.pageLine = [lines = all.at("pageLines").get<Lines>()](std::size_t page, std::size_t) {
        return lineOr(lines, page - 1);
    };
    marks.reducedLine = [lines = all.at("reducedLines").get<Lines>()](int percent) {
        return lineOr(lines, static_cast<std::size_t>(percent));
    };
    return marks;
}

std::string textOf(const json& json, int indent) {
    return json.dump(indent, ' ', false, nlohmann::json::error_handler_t::replace);
}

} // namespace kiosk::reading
