// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "firmware/visit/transitions.h"

namespace kiosk::visit {

namespace {

using Phase = PrintingView::Phase;
using drivers::JobState;

/// Staff get this long to bring paper or clear a jam before the copy is voided.
constexpr int kHeldUpSeconds = 300;

const Licence& licenceOf(const state::Printing& state) {
    return state.found.licences[state.index];
}

int pagesPerCopy(const OpenedLicence& opened) {
    return static_cast<int>(opened.pages.size());
}

Step reserveNext(state::Printing state) {
    state.phase = Phase::reserving;
    state.jobId.reset();
    state.pagesOutOfCopy = 0;
    command::ReserveCopy reserve{licenceOf(state), state.purpose};
    return {std::move(state), {std::move(reserve)}};
}

Step copyReserved(state::Printing state, const Result<std::string>& copyNumber) {
    if (!copyNumber)
        return toTrouble(copyNumber.error(), true);
    state.copyNumbers.push_back(*copyNumber);
    state.phase = Phase::sending;
    command::PrintCopy print{licenceOf(state), state.opened, state.purpose, *copyNumber};
    return {std::move(state), {std::move(print)}};
}

/// The copy did not come out whole: its number is voided, so that a stray sheet verifies as void.
Step giveUp(state::Printing state, Error error) {
    Step trouble = toTrouble(std::move(error), true);
    if (!state.copyNumbers.empty())
        trouble.commands.insert(
            trouble.commands.begin(),
            command::ReportCopy{licenceOf(state).region, state.copyNumbers.back(), 0});
    if (state.jobId)
        trouble.commands.insert(trouble.commands.begin(), command::CancelJob{*state.jobId});
    return trouble;
}

Step jobAccepted(state::Printing state, const Result<int>& jobId) {
    if (!jobId)
        return giveUp(std::move(state), jobId.error());
    state.jobId = *jobId;
    state.phase = Phase::printing;
    command::FollowJob follow{*jobId, state.copyNumbers.back()};
    return {std::move(state), {std::move(follow)}};
}

Phase phaseOf(const drivers::PrinterStatus& printer) {
    if (printer.paper == drivers::PaperState::jammed)
        return Phase::jammed;
    if (printer.coverOpen)
        return Phase::coverOpen;
    if (printer.paper == drivers::PaperState::out)
        return Phase::needsPaper;
    return Phase::printing;
}

Step copyIsOut(state::Printing state) {
    const int pages = pagesPerCopy(*state.opened);
    command::ReportCopy report{licenceOf(state).region, state.copyNumbers.back(), pages};
    if (static_cast<int>(state.copyNumbers.size()) < state.copies) {
        Step next = reserveNext(std::move(state));
        next.commands.insert(next.commands.begin(), std::move(report));
        return next;
    }
    const int total = pages * state.copies;
    return {state::Take{std::move(state.found), std::move(state.copyNumbers), total, kTakeSeconds},
            {std::move(report)}};
}

Step printMoved(state::Printing state, const event::PrintMoved& moved) {
    if (!moved.progress)
        return giveUp(std::move(state), moved.progress.error());
    const drivers::JobProgress& job = *moved.progress;
    if (job.state == JobState::completed)
        return copyIsOut(std::move(state));
    if (job.state == JobState::aborted || job.state == JobState::canceled)
        return giveUp(std::move(state),
                      Error(ErrorKind::device, "printer.job-failed", Remedy::attendant));
    state.pagesOutOfCopy = std::max(state.pagesOutOfCopy, job.pagesOut);
    const Phase phase = phaseOf(moved.printer);
    if (phase == Phase::printing)
        state.secondsHeldUp = 0;
    state.phase = phase;
    command::FollowJob follow{*state.jobId, state.copyNumbers.back()};
    return {std::move(state), {std::move(follow)}};
}

bool isHeldUp(Phase phase) {
    return phase == Phase::needsPaper || phase == Phase::jammed || phase == Phase::coverOpen;
}

Step secondPassed(state::Printing state) {
    if (!isHeldUp(state.phase))
        return stay(std::move(state));
    if (++state.secondsHeldUp < kHeldUpSeconds)
        return stay(std::move(state));
    return giveUp(std::move(state),
                  Error(ErrorKind::timedOut, "printer.nobody-came", Remedy::attendant));
}

} // namespace

Step fromChoosePurpose(state::ChoosePurpose state, const Event& event,
                       const Surroundings& surroundings) {
    if (const auto* purpose = touched<touch::ChoosePurpose>(event)) {
        if (purpose->index < surroundings.purposes.size())
            state.chosen = purpose->index;
    } else if (const auto* change = touched<touch::ChangeCopies>(event)) {
        state.copies = std::clamp(state.copies + change->step, 1, kMaxCopies);
    } else if (touched<touch::Print>(event) != nullptr && state.chosen) {
        return reserveNext(state::Printing{.found = std::move(state.found),
                                           .index = state.index,
                                           .opened = std::move(state.opened),
                                           .purpose = surroundings.purposes[*state.chosen],
                                           .copies = state.copies,
                                           .copyNumbers = {},
                                           .jobId = {}});
    } else if (touched<touch::Back>(event) != nullptr) {
        return stay(state::Look{std::move(state.found), state.index, std::move(state.opened)});
    }
    return stay(std::move(state));
}

Step fromPrinting(state::Printing state, const Event& event) {
    if (const auto* reserved = is<event::CopyReserved>(event))
        return copyReserved(std::move(state), reserved->copyNumber);
    if (const auto* accepted = is<event::JobAccepted>(event))
        return jobAccepted(std::move(state), accepted->jobId);
    if (const auto* moved = is<event::PrintMoved>(event); moved != nullptr && state.jobId)
        return printMoved(std::move(state), *moved);
    if (is<event::Second>(event) != nullptr)
        return secondPassed(std::move(state));
    return stay(std::move(state));
}

Step fromTake(state::Take state, const Event& event) {
    if (touched<touch::OnceMore>(event) != nullptr)
        return stay(state::Choose{std::move(state.found)});
    if (is<event::Second>(event) != nullptr && --state.secondsLeft <= 0)
        return toStart();
    return stay(std::move(state));
}

} // namespace kiosk::visit
