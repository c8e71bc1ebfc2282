// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <span>

#include "firmware/visit/companies.h"
#include "firmware/visit/transitions.h"

namespace kiosk::visit {

namespace {

using printing::PrintPhase;
using printing::PrintProgress;
using Stage = state::Printing::Stage;

/// Staff get this long to bring paper or clear a jam before the copy is voided.
constexpr int kHeldUpSeconds = 300;

const Licence& licenceOf(const state::Printing& state) {
    return state.found.licences[state.index];
}

int pagesPerCopy(const OpenedLicence& opened) {
    return static_cast<int>(opened.pages.size());
}

Step reserveNext(state::Printing state) {
    state.stage = Stage::reserving;
    state.progress = {.pages = pagesPerCopy(*state.opened)};
    state.secondsHeldUp = 0;
    command::ReserveCopy reserve{licenceOf(state), state.opened, state.purpose,
                                 grantNumberOf(state.found, state.index)};
    return {std::move(state), {std::move(reserve)}};
}

Step copyReserved(state::Printing state, const Result<CopyCode>& code) {
    if (!code)
        return toTrouble(code.error(), true);
    state.copyNumbers.push_back(code->copyNumber);
    state.stage = Stage::sending;
    command::PrintCopy print{licenceOf(state), state.opened, state.purpose, *code};
    if (const Subject subject = subjectOf(state.found, state.index))
        print.grant = state.found.grants[*subject].grant;
    return {std::move(state), {std::move(print)}};
}

Step voidCopy(state::Printing state, Error error) {
    command::ReportCopy report = voided(state);
    if (error.kind() == ErrorKind::integrity) { // not for the printer to mend
        Step trouble = toTrouble(std::move(error), true);
        trouble.commands.insert(trouble.commands.begin(), std::move(report));
        return trouble;
    }
    std::string number = std::move(state.copyNumbers.back());
    state.copyNumbers.pop_back();
    return {state::Interrupted{std::move(state), std::move(number), std::move(error)},
            {std::move(report)}};
}

Step jobAccepted(state::Printing state, const Result<int>& jobId) {
    if (!jobId)
        return voidCopy(std::move(state), jobId.error());
    state.jobId = *jobId;
    state.stage = Stage::following;
    command::FollowJob follow{{*jobId, state.progress.pages}, state.copyNumbers.back()};
    return {std::move(state), {follow}};
}

/// On battery, and where somebody else's card lies, the copy under way is the last one.
bool anotherFollows(const state::Printing& state, const Surroundings& surroundings) {
    return static_cast<int>(state.copyNumbers.size()) < state.copies &&
           surroundings.cabinet.power == drivers::PowerSupply::mains && !surroundings.finishesOnly;
}

Step copyIsOut(state::Printing state, command::RecordProgress record,
               const Surroundings& surroundings) {
    const int pages = pagesPerCopy(*state.opened);
    Commands commands{std::move(record), command::ReportCopy{licenceOf(state).region,
                                                             state.copyNumbers.back(), pages}};
    if (anotherFollows(state, surroundings)) {
        Step next = reserveNext(std::move(state));
        next.commands.insert(next.commands.begin(), commands.begin(), commands.end());
        return next;
    }
    const int total = pages * static_cast<int>(state.copyNumbers.size());
    return {state::Take{std::move(state.found), std::move(state.copyNumbers), total, kTakeSeconds},
            std::move(commands)};
}

Step jobIsOver(state::Printing state, command::RecordProgress record, Error error) {
    Step over = voidCopy(std::move(state), std::move(error));
    over.commands.insert(over.commands.begin(), std::move(record));
    return over;
}

Step printMoved(state::Printing state, const event::PrintMoved& moved,
                const Surroundings& surroundings) {
    const PrintProgress before = state.progress;
    state.progress = moved.progress ? printing::advance(before, *moved.progress, moved.printer)
                                    : printing::noAnswer(before);
    command::RecordProgress record{state.copyNumbers.back(), before, state.progress};
    if (state.progress.phase == PrintPhase::done)
        return copyIsOut(std::move(state), std::move(record), surroundings);
    if (state.progress.phase == PrintPhase::unknown)
        return jobIsOver(std::move(state), std::move(record),
                         Error(ErrorKind::device, "printer.job-failed", Remedy::attendant));
    if (state.progress.phase == PrintPhase::printing)
        state.secondsHeldUp = 0;
    command::FollowJob follow{{state.jobId, state.progress.pages}, state.copyNumbers.back()};
    return {std::move(state), {std::move(record), follow}};
}

Step printed(state::ChoosePurpose state, std::span<const Purpose> purposes) {
    return reserveNext(state::Printing{.found = std::move(state.found),
                                       .index = state.index,
                                       .opened = std::move(state.opened),
                                       .purpose = purposes[*state.chosen],
                                       .copies = state.copies});
}

Step secondPassed(state::Printing state) {
    const bool heldUp =
        state.stage == Stage::following && state.progress.phase != PrintPhase::printing;
    if (!heldUp || ++state.secondsHeldUp < kHeldUpSeconds)
        return stay(std::move(state));
    const PrintProgress after = printing::giveUp(state.progress);
    command::RecordProgress record{state.copyNumbers.back(), state.progress, after};
    return jobIsOver(std::move(state), std::move(record),
                     Error(ErrorKind::timedOut, "printer.nobody-came", Remedy::attendant));
}

} // namespace

command::ReportCopy voided(const state::Printing& state) {
    return {licenceOf(state).region, state.copyNumbers.back(), 0};
}

Step fromChoosePurpose(state::ChoosePurpose state, const Event& event,
                       const Surroundings& surroundings) {
    const std::vector<Purpose> purposes = purposesFor(state.found, state.index, surroundings);
    if (const auto* purpose = touched<touch::ChoosePurpose>(event)) {
        if (purpose->index < purposes.size())
            state.chosen = purpose->index;
    } else if (const auto* leaf = touched<touch::ListPage>(event)) {
        state.firstPurpose = leafed(state.firstPurpose, leaf->step,
                                    purposesPerPage(surroundings.choicesPerPage), purposes.size());
    } else if (const auto* change = touched<touch::ChangeCopies>(event)) {
        state.copies = std::clamp(state.copies + change->step, 1, kMaxCopies);
    } else if (touched<touch::Print>(event) != nullptr && state.chosen) {
        if (!surroundings.staffBeside.empty())
            return stay(state::ConfirmPrint{std::move(state)});
        return printed(std::move(state), purposes);
    } else if (touched<touch::Back>(event) != nullptr) {
        return stay(state::Look{std::move(state.found), state.index, std::move(state.opened)});
    }
    return stay(std::move(state));
}

Step fromConfirmPrint(state::ConfirmPrint state, const Event& event,
                      const Surroundings& surroundings) {
    if (touched<touch::Agree>(event) != nullptr) {
        const auto purposes = purposesFor(state.found, state.index, surroundings);
        return printed(std::move(state), purposes);
    }
    if (touched<touch::Back>(event) != nullptr)
        return stay(state::ChoosePurpose{std::move(state)});
    return stay(std::move(state));
}

Step fromPrinting(state::Printing state, const Event& event, const Surroundings& surroundings) {
    if (const auto* reserved = is<event::CopyReserved>(event))
        return copyReserved(std::move(state), reserved->code);
    if (const auto* accepted = is<event::JobAccepted>(event))
        return jobAccepted(std::move(state), accepted->jobId);
    if (const auto* moved = is<event::PrintMoved>(event);
        moved != nullptr && state.stage == Stage::following)
        return printMoved(std::move(state), *moved, surroundings);
    if (is<event::Second>(event) != nullptr)
        return secondPassed(std::move(state));
    return stay(std::move(state));
}

/// Another copy takes the place of the void one, never before everybody can know that it is void.
Step fromInterrupted(state::Interrupted state, const Event& event) {
    if (const auto* reported = is<event::CopyReported>(event);
        reported != nullptr && reported->copyNumber == state.voidNumber)
        state.voided = reported->recorded.has_value();
    if (touched<touch::Print>(event) != nullptr && state.voided)
        return reserveNext(std::move(state.printing));
    if (touched<touch::Back>(event) != nullptr)
        return toStart();
    return stay(std::move(state));
}

Step fromTake(state::Take state, const Event& event) {
    if (touched<touch::OnceMore>(event) != nullptr)
        return toChoose(std::move(state.found));
    if (is<event::Second>(event) != nullptr && --state.secondsLeft <= 0)
        return toStart();
    return stay(std::move(state));
}

} // namespace kiosk::visit
