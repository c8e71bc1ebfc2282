// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iterator>

#include "screens/citizen/page.h"
#include "screens/citizen/problem.h"
#include "screens/kit/words.h"
#include "screens/widgets/notice.h"
#include "screens/widgets/pictures.h"

namespace kiosk::citizen {
namespace {

using kit::Node;
using visit::HelpView;
using Slip = visit::KeptView::Slip;
using widgets::ButtonKind;

constexpr int kMinute = 60;

/// Who comes and how long it takes; where nobody does, whom to call.
Node title(const HelpView& help, const Page& page) {
    if (help.onDuty && help.waitMinutes > 0)
        return pageTitle(page, page.phrase("help.title"),
                         page.phrase("help.wait", {std::to_string(help.waitMinutes)}));
    if (help.onDuty)
        return pageTitle(page, page.phrase("help.title"), page.phrase("help.soon"));
    return pageTitle(page, page.phrase("help.nobody"),
                     help.hotline.empty() ? page.phrase("help.no-hotline")
                                          : page.phrase("help.hotline", {help.hotline}));
}

Node line(const Page& page, std::string drawing, kit::Phrase words) {
    return widgets::point(page.design, std::move(drawing),
                          {widgets::text(std::move(words), page.design.text(kit::TypeRole::body))});
}

/// How long what is covered is kept, in words that change once a minute.
kit::Phrase keptFor(const HelpView& help, const Page& page) {
    if (help.printing)
        return page.phrase("help.kept.printing");
    if (help.secondsLeft <= kMinute)
        return page.phrase("help.kept.seconds", {std::to_string(help.secondsLeft)});
    const int minutes = (help.secondsLeft + kMinute - 1) / kMinute;
    return page.phrase("help.kept.minutes", {std::to_string(minutes)});
}

Node whatGoesOn(const HelpView& help, const Page& page) {
    Node card = widgets::card(page.design, {line(page, "hide", keptFor(help, page))});
    if (help.onDuty)
        card.add(line(page, "staff", page.phrase("help.who")));
    else if (!help.backAt.empty())
        card.add(line(page, "clock", page.phrase("help.back-at", {help.backAt})));
    if (!help.ticket)
        card.add(
            line(page, "paper",
                 page.phrase(help.canPrintTicket ? "help.ticket.why" : "help.ticket.not-now")));
    return card;
}

/// The ticket's number, and where the ticket is; what does not come out is to be written down.
Node ticket(const HelpView& help, Slip slip, const Page& page) {
    kit::Phrase number = page.phrase("help.ticket.number", {help.ticketNumber});
    if (const std::string_view code = troubleOf(slip); !code.empty())
        return widgets::notice(page.design, widgets::Tone::caution,
                               page.phrase(kit::format("error.{}.what", code)),
                               {page.phrase("help.ticket.note-down"), std::move(number)});
    const bool isOut = slip == Slip::out;
    return widgets::notice(page.design, isOut ? widgets::Tone::positive : widgets::Tone::neutral,
                           page.phrase(isOut ? "help.ticket.out" : "help.ticket.coming"),
                           {std::move(number)});
}

bool mayAskForTicket(const HelpView& help) {
    const bool isOnItsWayOrOut = help.ticket == Slip::onItsWay || help.ticket == Slip::out;
    return help.canPrintTicket && !isOnItsWayOrOut;
}

/// To what somebody agrees who lets staff see the screen.
Node terms(const Page& page) {
    return widgets::card(page.design, {line(page, "hide", page.phrase("help.came.covered")),
                                       line(page, "check", page.phrase("help.came.confirm")),
                                       line(page, "staff", page.phrase("help.came.ends")),
                                       line(page, "keep", page.phrase("help.came.record"))});
}

/// One question, and nothing beside it: paper and ticket are spoken of where one goes on.
PageContent staffCame(const HelpView& help, const Page& page) {
    return {.id = "staff-came",
            .hero = pageTitle(page, page.phrase("help.came.title"), page.phrase("help.came.lead")),
            .content = {widgets::scene(page.design, "scene-consent", page.phrase("consent.scene")),
                        terms(page)},
            .actions = {widgets::mainButton(page.design,
                                            {"with-staff", page.phrase("help.came.together"),
                                             "check", ButtonKind::primary, visit::touch::Agree{}}),
                        widgets::mainButton(page.design,
                                            {"go-on", page.phrase("help.came.alone"), "clear",
                                             ButtonKind::secondary, visit::touch::GoOn{}})},
            .bottom = {.startOver = help.canStartOver}};
}

} // namespace

PageContent screenFor(const HelpView& help, const Page& page) {
    if (help.staffCame)
        return staffCame(help, page);
    PageContent content{
        .id = "help",
        .hero = title(help, page),
        .content = {widgets::scene(page.design, "scene-trouble", page.phrase("trouble.scene"))},
        .bottom = {.startOver = help.canStartOver}};
    if (help.printing)
        std::ranges::move(paperOnItsWay(*help.printing, page), std::back_inserter(content.content));
    content.content.push_back(whatGoesOn(help, page));
    if (!help.problem.empty())
        content.content.push_back(problemNotice(page, help.problem, Remedy::attendant));
    if (help.ticket)
        content.content.push_back(ticket(help, *help.ticket, page));
    content.actions = {
        widgets::mainButton(page.design, {"go-on", page.phrase("help.go-on"), "check",
                                          ButtonKind::primary, visit::touch::GoOn{}})};
    if (mayAskForTicket(help))
        content.actions.push_back(widgets::mainButton(
            page.design, {"print-ticket", page.phrase("help.ticket.print"), "paper",
                          ButtonKind::secondary, visit::touch::PrintTicket{}}));
    return content;
}

} // namespace kiosk::citizen
