// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/view.h"

#include <algorithm>
#include <cstdio>

#include "firmware/base/text.h"
#include "firmware/licence/check_characters.h"
#include "firmware/verify/reasons.h"
#include "firmware/visit/companies.h"
#include "firmware/visit/finding.h"
#include "firmware/visit/machine.h"
#include "firmware/visit/matters.h"

namespace kiosk::visit {

namespace {

constexpr std::chrono::hours kChinaStandardTime{8};

std::string regionName(const std::string& code, const Surroundings& surroundings) {
    const auto region = std::ranges::find(surroundings.regions, code, &Region::code);
    return region == surroundings.regions.end() ? code : region->name;
}

std::vector<std::string> namesOf(const std::vector<Region>& regions) {
    std::vector<std::string> names;
    std::ranges::transform(regions, std::back_inserter(names), &Region::name);
    return names;
}

ChooseView::Item itemOf(const Licence& licence) {
    return {.typeName = licence.typeName,
            .regionName = licence.region.name,
            .issuer = licence.issuer,
            .numberMasked = maskedCode(licence.number),
            .expiresOn = licence.expiresOn,
            .state = licence.state};
}

/// For whom the list is, and for whom it can be. What the regions still say of the person's own
/// licences does not belong on an enterprise's list.
void addCompanies(ChooseView& view, const state::Choose& state) {
    const std::vector<HeldGrant>& grants = state.found.grants;
    view.note = state.note;
    const std::size_t next = state.subject ? *state.subject + 1 : 0;
    if (next < grants.size())
        view.nextCompany = grants[next].grant.enterprise.name;
    if (!state.subject)
        return;
    const HeldGrant& held = grants[*state.subject];
    view.company = ChooseView::Company{.name = held.grant.enterprise.name,
                                       .role = held.grant.role,
                                       .until = held.grant.until,
                                       .objection = held.objection};
    view.gaps.clear();
    view.pendingRegions.clear();
    view.awaitedRegions.clear();
}

/// What the person came for, and what may stand against it: a grant for other things.
void addMatter(ChooseView& view, const state::Choose& state, const Surroundings& surroundings) {
    view.canChooseMatter = mayChooseMatter(state, surroundings);
    view.matter = forMatter(state.found, state.subject, surroundings);
    if (!view.matter || !state.subject)
        return;
    const HeldGrant& held = state.found.grants[*state.subject];
    const Matter& matter = surroundings.matters[*state.found.matter];
    if (held.objection.empty() && !coversPurpose(held.grant, matter.purposeKey))
        view.note = "grant.other-matter";
}

MatterView matterView(const state::ChooseMatter& s, const Surroundings& surroundings) {
    MatterView view{
        .matters = {}, .firstMatter = s.firstMatter, .perPage = surroundings.choicesPerPage};
    for (const Matter& matter : surroundings.matters) {
        MatterView::Item item{.key = matter.key,
                              .text = matter.text,
                              .purposeKey = matter.purposeKey,
                              .typeNames = {},
                              .forCompany = matter.holder == Holder::Kind::enterprise};
        std::ranges::transform(matter.needs, std::back_inserter(item.typeNames),
                               &Matter::Need::name);
        view.matters.push_back(std::move(item));
    }
    return view;
}

PrintingView::Phase phaseOf(const state::Printing& state) {
    using enum PrintingView::Phase;
    switch (state.stage) {
    case state::Printing::Stage::reserving:
        return reserving;
    case state::Printing::Stage::sending:
        return sending;
    case state::Printing::Stage::following:
        break;
    }
    switch (state.progress.phase) {
    case printing::PrintPhase::needsPaper:
        return needsPaper;
    case printing::PrintPhase::jammed:
        return jammed;
    case printing::PrintPhase::coverOpen:
        return coverOpen;
    case printing::PrintPhase::needsHelp:
        return needsHelp;
    case printing::PrintPhase::printerAway:
        return printerAway;
    case printing::PrintPhase::printing:
    case printing::PrintPhase::done:
    case printing::PrintPhase::unknown:
        break;
    }
    return PrintingView::Phase::printing;
}

KeptView::Slip slipOf(printing::PrintPhase phase) {
    using enum KeptView::Slip;
    switch (phase) {
    case printing::PrintPhase::printing:
        return onItsWay;
    case printing::PrintPhase::done:
        return out;
    case printing::PrintPhase::needsPaper:
        return needsPaper;
    case printing::PrintPhase::jammed:
        return jammed;
    case printing::PrintPhase::coverOpen:
        return coverOpen;
    case printing::PrintPhase::needsHelp:
    case printing::PrintPhase::printerAway:
    case printing::PrintPhase::unknown:
        break;
    }
    return none;
}

/// Whether to believe what a code says of its copy.
bool isBelieved(const verify::CopySignature& signature) {
    return verify::judgementOf(signature.finding) == verify::Judgement::valid;
}

std::string purposeText(const std::string& key, const Surroundings& surroundings) {
    const auto purpose = std::ranges::find(surroundings.purposes, key, &Purpose::key);
    return purpose == surroundings.purposes.end() ? key : purpose->text;
}

CopyVerdictView copyVerdictView(const state::CopyVerdict& s, const Surroundings& surroundings) {
    const CopyJudgement both = judge(s.answer);
    const CopyJudgement state = judgeState(s.answer);
    const verify::CopySignature& signature = s.answer.signature;
    CopyVerdictView view{
        .judgement = both.judgement,
        .reason = both.reason,
        .signature = {.judgement = verify::judgementOf(signature.finding),
                      .reason = std::string(verify::reasonOf(signature.finding)),
                      .asOf = localDateTime(signature.checkedAt)},
        .state = {.judgement = state.judgement,
                  .reason = state.reason,
                  .source = regionName(s.code.regionCode, surroundings),
                  .asOf = s.answer.record ? localDateTime(s.answer.askedAt) : std::string()},
        .copyNumber = s.code.copyNumber,
        .regionName = regionName(s.code.regionCode, surroundings)};
    if (s.answer.record && *s.answer.record) {
        view.record = **s.answer.record;
        if (view.record->printedAt != WallTime{})
            view.printedAt = localDateTime(view.record->printedAt);
    }
    if (isBelieved(signature))
        view.claim = {.purpose = purposeText(s.code.purposeKey, surroundings),
                      .typeCode = s.code.typeCode,
                      .reservedAt = localDateTime(s.code.reservedAt)};
    return view;
}

PrintingView printingView(const state::Printing& s) {
    const int perCopy = static_cast<int>(s.opened->pages.size());
    const int copiesDone = std::max(0, static_cast<int>(s.copyNumbers.size()) - 1);
    return {phaseOf(s), copiesDone * perCopy + s.progress.pagesOut, perCopy * s.copies};
}

/// Nothing of the state that is laid aside but how many sheets of it are still to come.
SecondPersonView secondPersonView(const state::SecondPerson& s) {
    using enum SecondPersonView::Phase;
    const State& first = underneath(s.first->state);
    if (const auto* printing = std::get_if<state::Printing>(&first))
        return {paperOnItsWay, s.hint, printingView(*printing)};
    if (std::holds_alternative<state::Keeping>(first))
        return {paperOnItsWay, s.hint, {}};
    const bool asks = s.phase == state::SecondPerson::Phase::asking;
    return {asks ? asking : awaitingFirst, s.hint, {}};
}

HelpView helpView(const state::Help& s, const Surroundings& surroundings) {
    const State& kept = underneath(s.kept->state);
    const auto* printing = std::get_if<state::Printing>(&kept);
    HelpView view{.onDuty = isOnDuty(surroundings.staff, surroundings.now),
                  .waitMinutes = surroundings.staff.waitMinutes,
                  .hotline = surroundings.staff.hotline,
                  .secondsLeft = s.secondsLeft,
                  .canStartOver =
                      printing == nullptr && !std::holds_alternative<state::Keeping>(kept),
                  .canPrintTicket = mayPrintTicket(s.kept->state, surroundings),
                  .ticketNumber = inGroups(s.ticketNumber)};
    if (const auto back = nextOnDuty(surroundings.staff, surroundings.now); back && !view.onDuty)
        view.backAt = localDateTime(*back);
    if (s.ticket)
        view.ticket = slipOf(*s.ticket);
    if (printing != nullptr)
        view.printing = printingView(*printing);
    view.staffCame = !s.staffRole.empty();
    view.problem = s.problem;
    return view;
}

FindView findView(const state::Find& s, const Surroundings& surroundings) {
    FindView view{.board = s.draft.board,
                  .chosen = toUtf8(s.draft.chosen),
                  .code = s.draft.code,
                  .candidates = {},
                  .firstCandidate = s.firstCandidate,
                  .items = {},
                  .left = {},
                  .firstItem = s.firstItem,
                  .perPage = foundPerPage(surroundings.choicesPerPage)};
    for (const char32_t candidate : s.candidates)
        view.candidates.push_back(toUtf8({&candidate, 1}));
    const std::vector<std::size_t> list = listFor(s.found, s.subject);
    for (const std::size_t place : list)
        view.items.push_back(itemOf(s.found.licences[place]));
    for (const std::size_t place : meantBy(s, surroundings))
        view.left.push_back(
            static_cast<std::size_t>(std::ranges::find(list, place) - list.begin()));
    return view;
}

struct ContentOf {
    const Surroundings& surroundings;

    VisitView::Content operator()(const state::Start&) const {
        return StartView{surroundings.services, surroundings.interrupted, surroundings.left};
    }
    VisitView::Content operator()(const state::Identify& s) const {
        return IdentifyView{s.phase, s.problem, surroundings.left.card};
    }
    VisitView::Content operator()(const state::Searching& s) const {
        return WaitingView{WaitingView::Reason::searching, namesOf(s.found.pending)};
    }
    VisitView::Content operator()(const state::Choose& s) const {
        ChooseView view{.holderMasked = maskedName(s.found.holder.name),
                        .items = {},
                        .gaps = {},
                        .pendingRegions = namesOf(s.found.pending),
                        .awaitedRegions = namesOf(s.awaited),
                        .firstItem = s.firstItem,
                        .perPage = surroundings.choicesPerPage};
        for (const std::size_t place : listedFor(s.found, s.subject, surroundings))
            view.items.push_back(itemOf(s.found.licences[place]));
        for (const Found::Gap& gap : s.found.gaps)
            view.gaps.push_back({gap.region.name, gap.error.code()});
        addCompanies(view, s);
        addMatter(view, s, surroundings);
        view.canFind = mayFind(s, surroundings);
        return view;
    }
    VisitView::Content operator()(const state::Find& s) const { return findView(s, surroundings); }
    VisitView::Content operator()(const state::ChooseMatter& s) const {
        return matterView(s, surroundings);
    }
    VisitView::Content operator()(const state::AskingGrants& s) const {
        return WaitingView{WaitingView::Reason::askingGrants, namesOf(s.pending)};
    }
    VisitView::Content operator()(const state::Opening& s) const {
        return WaitingView{WaitingView::Reason::opening, {s.found.licences[s.index].region.name}};
    }
    VisitView::Content operator()(const state::Look& s) const {
        const Licence& licence = s.found.licences[s.index];
        const auto& pages = s.numberShown ? s.opened->pages : s.opened->coveredPages;
        const std::string obstacle = obstacleTo(s.found, s.index, *s.opened, surroundings);
        return LookView{.typeName = licence.typeName,
                        .regionName = licence.region.name,
                        .issuer = licence.issuer,
                        .number = s.numberShown ? licence.number : maskedCode(licence.number),
                        .numberShown = s.numberShown,
                        .canShowNumber = surroundings.staffBeside.empty(),
                        .expiresOn = licence.expiresOn,
                        .state = licence.state,
                        .verdict = s.opened->verdict,
                        .next = verify::nextStep(s.opened->verdict),
                        .page = s.page < pages.size() ? pages[s.page] : nullptr,
                        .pageNumber = s.page + 1,
                        .pageCount = s.opened->pages.size(),
                        .asOf = localDateTime(s.opened->retrievedAt),
                        .printable = obstacle.empty(),
                        .notPrintableReason = obstacle};
    }
    VisitView::Content operator()(const state::ChoosePurpose& s) const {
        return PurposeView{.typeName = s.found.licences[s.index].typeName,
                           .purposes = purposesFor(s.found, s.index, surroundings),
                           .chosen = s.chosen,
                           .firstPurpose = s.firstPurpose,
                           .perPage = purposesPerPage(surroundings.choicesPerPage),
                           .copies = s.copies,
                           .maxCopies = kMaxCopies,
                           .pagesPerCopy = s.opened->pages.size(),
                           .canPrint = s.chosen.has_value()};
    }
    VisitView::Content operator()(const state::ConfirmPrint& s) const {
        return ConfirmPrintView{.typeName = s.found.licences[s.index].typeName,
                                .purpose = purposesFor(s.found, s.index, surroundings)[*s.chosen],
                                .sheets =
                                    s.opened->pages.size() * static_cast<std::size_t>(s.copies)};
    }
    VisitView::Content operator()(const state::Printing& s) const { return printingView(s); }
    VisitView::Content operator()(const state::Interrupted& s) const {
        return TroubleView{.code = s.error.code(),
                           .remedy = s.error.remedy(),
                           .canPrintAgain = s.voided,
                           .voidPages = s.printing.progress.pagesOut};
    }
    VisitView::Content operator()(const state::Take& s) const {
        return TakeView{.pages = s.pages,
                        .copyNumbers = s.copyNumbers,
                        .cardStillThere = surroundings.left.card,
                        .secondsLeft = s.secondsLeft};
    }
    VisitView::Content operator()(const state::OfferToKeep& s) const {
        OfferToKeepView view;
        for (const Found::Gap& gap : s.found.gaps)
            view.regionNames.push_back(gap.region.name);
        return view;
    }
    VisitView::Content operator()(const state::Keeping&) const {
        return WaitingView{WaitingView::Reason::keeping, {}};
    }
    VisitView::Content operator()(const state::Kept& s) const {
        return KeptView{inGroups(s.pickupNumber), slipOf(s.slip), surroundings.left.card};
    }
    VisitView::Content operator()(const state::Scan& s) const {
        return ScanView{s.preview, s.hint};
    }
    VisitView::Content operator()(const state::CheckingCopy& s) const {
        return WaitingView{WaitingView::Reason::checkingCopy,
                           {regionName(s.code.regionCode, surroundings)}};
    }
    VisitView::Content operator()(const state::CopyVerdict& s) const {
        return copyVerdictView(s, surroundings);
    }
    VisitView::Content operator()(const state::Trouble& s) const {
        const bool canCheckCopy =
            s.canCheckCopy && surroundings.services.codes != ServiceState::out;
        return TroubleView{s.error.code(), s.error.remedy(), s.canRetry, canCheckCopy};
    }
    VisitView::Content operator()(const state::OutOfService& s) const {
        const bool onDuty = isOnDuty(surroundings.staff, surroundings.now);
        return OutOfServiceView{s.error.code(), s.error.remedy(),
                                onDuty ? std::string() : surroundings.staff.hotline};
    }
    VisitView::Content operator()(const state::SecondPerson& s) const {
        return secondPersonView(s);
    }
    VisitView::Content operator()(const state::CompanionCard& s) const {
        return AssistCardView{AssistCardView::Whose::companion, s.reading, s.problem};
    }
    VisitView::Content operator()(const state::HolderCard& s) const {
        return AssistCardView{AssistCardView::Whose::holder, s.reading, s.problem,
                              maskedName(s.companion.name)};
    }
    VisitView::Content operator()(const state::Consent& s) const {
        if (s.stage != state::Consent::Stage::asking)
            return WaitingView{WaitingView::Reason::consenting, {}};
        return ConsentView{maskedName(s.companion.name), maskedName(s.holder.name)};
    }
    VisitView::Content operator()(const state::Help& s) const { return helpView(s, surroundings); }
};

} // namespace

VisitView::Content contentOf(const State& state, const Surroundings& surroundings) {
    return std::visit(ContentOf{surroundings}, state);
}

std::string inGroups(const std::string& pickupNumber) {
    constexpr std::size_t kDigitsInGroup = 4;
    std::string text;
    for (std::size_t i = 0; i < pickupNumber.size(); ++i)
        text += (i > 0 && i % kDigitsInGroup == 0 ? " " : "") + std::string(1, pickupNumber[i]);
    return text;
}

Date localDate(WallTime time) {
    return Date(std::chrono::floor<std::chrono::days>(time + kChinaStandardTime));
}

std::string localDateTime(WallTime time) {
    const Date date = localDate(time);
    char text[48];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u %s", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  localTimeOfDay(time).c_str());
    return text;
}

std::string localTimeOfDay(WallTime time) {
    const auto local = std::chrono::floor<std::chrono::minutes>(time + kChinaStandardTime);
    const std::chrono::hh_mm_ss clock(local - std::chrono::floor<std::chrono::days>(local));
    char text[48];
    std::snprintf(text, sizeof text, "%02d:%02d", static_cast<int>(clock.hours().count()),
                  static_cast<int>(clock.minutes().count()));
    return text;
}

} // namespace kiosk::visit
