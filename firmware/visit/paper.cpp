// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/paper.h"

#include <algorithm>
#include <iterator>

#include "firmware/base/iso_time.h"
#include "firmware/licence/check_characters.h"
#include "firmware/visit/view.h"

namespace kiosk::visit {

namespace {

/// A text of another language behind Chinese, in a bidi isolate: it may run from the right, and
/// then its points and brackets would be turned to the wrong end of it (A74).
std::string behindChinese(const std::string& chinese, const std::string& other) {
    constexpr std::string_view kFirstStrongIsolate = "\u2068";
    constexpr std::string_view kPopIsolate = "\u2069";
    if (other.empty())
        return chinese;
    std::string both = chinese + " ";
    return both.append(kFirstStrongIsolate).append(other).append(kPopIsolate);
}

/// Who acts for the enterprise, for how much and how long: whoever is handed the copy can ask back.
document::SheetField grantField(const PaperWords& words, const Grant& grant) {
    const std::string bearer = maskedName(grant.bearer.name);
    const std::string until = isoDate(grant.until);
    const std::string purposes = std::to_string(grant.purposeKeys.size());
    return {words.line("grant.role." + std::string(name(grant.role))),
            grant.purposeKeys.empty() ? words.line("paper.grant.all", {bearer, until})
                                      : words.line("paper.grant.some", {bearer, until, purposes})};
}

/// What it takes to do what somebody came for: everything, since the window sees for itself.
std::vector<std::string> linesOf(const PaperWords& words, const Matter& matter) {
    std::vector<std::string> lines{words.line("paper.ticket.for") + "：" +
                                   words.beside(matter.text, "matter." + matter.key)};
    for (const Matter::Need& need : matter.needs)
        lines.push_back(words.line(need.optional ? "paper.ticket.bring.optional"
                                                 : "paper.ticket.bring.document",
                                   {need.name}));
    return lines;
}

} // namespace

std::string PaperWords::other(std::string_view key,
                              std::initializer_list<std::string_view> values) const {
    return language_ == Language{} ? std::string() : texts_(language_, key, values);
}

std::string PaperWords::line(std::string_view key,
                             std::initializer_list<std::string_view> values) const {
    return behindChinese(texts_(Language{}, key, values), other(key, values));
}

std::vector<std::string> PaperWords::lines(std::string_view key) const {
    std::vector<std::string> lines{texts_(Language{}, key, {})};
    if (std::string behind = other(key, {}); !behind.empty())
        lines.push_back(std::move(behind));
    return lines;
}

std::string PaperWords::beside(const std::string& chinese, std::string_view key) const {
    return behindChinese(chinese, other(key, {}));
}

document::SheetMarks sheetMarks(const PaperWords& words, const CopyFacts& copy) {
    const std::string checked = localDateTime(copy.checkedAt);
    document::SheetMarks marks{
        .purpose = {words.line("paper.purpose"),
                    words.beside(copy.purpose.text, "purpose." + copy.purpose.key)},
        .copyNumber = {words.line("paper.copy-number"), copy.code.copyNumber},
        .facts = {{words.line("paper.status"), words.line("paper.status.valid", {checked})},
                  {words.line("paper.checked"),
                   words.line("paper.checked.seal", {checked, copy.trustList})},
                  {words.line("paper.printed-at"), localDateTime(copy.printedAt)},
                  {words.line("paper.kiosk"), copy.place}},
        .code = toText(copy.code),
        .codeHint = words.line("paper.scan"),
        .pageLine =
            [words](std::size_t page, std::size_t count) {
                return words.line("paper.page", {std::to_string(page), std::to_string(count)});
            },
        .reducedLine =
            [words](int percent) {
                return words.line("paper.reduced", {std::to_string(percent)});
            }};
    if (copy.grant)
        marks.facts.push_back(grantField(words, *copy.grant));
    return marks;
}

document::Slip keptSlip(const PaperWords& words, const std::string& pickupNumber,
                        const std::string& place, WallTime now) {
    document::Slip slip{.heading = words.lines("paper.slip.title"),
                        .lines = words.lines("paper.slip.lead"),
                        .number = inGroups(pickupNumber),
                        .numberLabel = words.line("kept.number")};
    slip.lines.push_back(place);
    slip.lines.push_back(localDateTime(now));
    return slip;
}

document::Slip windowSlip(const PaperWords& words, const WindowTicket& ticket,
                          const std::string& place, WallTime now) {
    const auto line = [&words](const WindowTicket::Line& what) {
        return words.line(what.key, {what.value});
    };
    document::Slip slip{.heading = words.lines("paper.ticket.title"),
                        .lines = {line(ticket.matter)},
                        .number = inGroups(ticket.number),
                        .numberLabel = words.line("paper.ticket.number")};
    for (const WindowTicket::Line& step : ticket.done)
        slip.lines.push_back(line(step));
    slip.lines.push_back(line(ticket.bring));
    if (ticket.cameFor)
        std::ranges::move(linesOf(words, *ticket.cameFor), std::back_inserter(slip.lines));
    for (std::string& lead : words.lines("paper.ticket.lead"))
        slip.lines.push_back(std::move(lead));
    slip.lines.push_back(place);
    slip.lines.push_back(localDateTime(now));
    return slip;
}

} // namespace kiosk::visit
