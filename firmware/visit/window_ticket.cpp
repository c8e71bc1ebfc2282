// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/window_ticket.h"

#include <utility>

namespace kiosk::visit {

namespace {

using Line = WindowTicket::Line;

Line done(std::string_view what, std::string value = {}) {
    return {"paper.ticket.done." + std::string(what), std::move(value)};
}

Line problem(const Error& error) {
    return {"paper.ticket.problem", error.code()};
}

WindowTicket toPrint(std::vector<Line> steps) {
    return {.matter = {"paper.ticket.matter.print"},
            .done = std::move(steps),
            .bring = {"paper.ticket.bring.card"}};
}

WindowTicket toCheck(std::vector<Line> steps) {
    return {.matter = {"paper.ticket.matter.check"},
            .done = std::move(steps),
            .bring = {"paper.ticket.bring.copy"}};
}

WindowTicket toPickUp(Line step) {
    return {.matter = {"paper.ticket.matter.pick-up"},
            .done = {std::move(step)},
            .bring = {"paper.ticket.bring.slip"}};
}

/// Of the copies that came out whole.
std::string pagesOut(const state::Printing& printing) {
    return std::to_string(printing.opened->pages.size() * printing.copyNumbers.size());
}

struct TicketOf {
    WindowTicket operator()(const state::Searching&) const { return toPrint({done("card")}); }
    WindowTicket operator()(const state::Choose&) const {
        return toPrint({done("card"), done("list")});
    }
    WindowTicket operator()(const state::Find&) const {
        return toPrint({done("card"), done("list")});
    }
    WindowTicket operator()(const state::ChooseMatter&) const {
        return toPrint({done("card"), done("list")});
    }
    WindowTicket operator()(const state::Opening&) const {
        return toPrint({done("card"), done("list")});
    }
    WindowTicket operator()(const state::Look&) const {
        return toPrint({done("card"), done("list"), done("opened")});
    }
    WindowTicket operator()(const state::ChoosePurpose&) const {
        return toPrint({done("card"), done("list"), done("opened")});
    }
    WindowTicket operator()(const state::Printing&) const {
        return toPrint({done("card"), done("list"), done("opened"), done("printing")});
    }
    WindowTicket operator()(const state::Interrupted& s) const {
        std::vector<Line> steps{done("card"), done("list"), done("opened")};
        if (!s.printing.copyNumbers.empty())
            steps.push_back(done("printed", pagesOut(s.printing)));
        steps.push_back(done("void"));
        steps.push_back(problem(s.error));
        return toPrint(std::move(steps));
    }
    WindowTicket operator()(const state::Take& s) const {
        return toPrint(
            {done("card"), done("list"), done("opened"), done("printed", std::to_string(s.pages))});
    }
    WindowTicket operator()(const state::OfferToKeep&) const {
        return toPrint({done("card"), done("silent")});
    }
    WindowTicket operator()(const state::Keeping&) const { return toPickUp(done("card")); }
    WindowTicket operator()(const state::Kept&) const { return toPickUp(done("kept")); }
    WindowTicket operator()(const state::Scan&) const { return toCheck({done("none")}); }
    WindowTicket operator()(const state::CheckingCopy&) const { return toCheck({done("none")}); }
    WindowTicket operator()(const state::CopyVerdict&) const { return toCheck({done("asked")}); }
    WindowTicket operator()(const state::Trouble& s) const { return toPrint({problem(s.error)}); }
    WindowTicket operator()(const state::OutOfService& s) const {
        return toPrint({problem(s.error)});
    }
    template <typename Other> // nothing has been done there
    WindowTicket operator()(const Other&) const {
        return toPrint({done("none")});
    }
};

/// What somebody came for, where the state still knows it.
struct CameFor {
    template <typename S>
    std::optional<std::size_t> operator()(const S& state) const {
        if constexpr (requires { state.found; })
            return state.found.matter;
        else if constexpr (requires { state.printing.found; })
            return state.printing.found.matter;
        else
            return std::nullopt;
    }
};

} // namespace

WindowTicket ticketFor(const State& state, const std::vector<Matter>& matters, std::string number) {
    WindowTicket ticket = std::visit(TicketOf{}, state);
    if (const auto matter = std::visit(CameFor{}, state))
        ticket.cameFor = matters.at(*matter);
    ticket.number = std::move(number);
    return ticket;
}

} // namespace kiosk::visit
