// SPDX-License-Identifier: Apache-2.0
#include "tests/screens/example_views.h"

#include <algorithm>
#include <iterator>
#include <numeric>

#include "tests/screens/example_pictures.h"

namespace kiosk::test {
namespace {

using namespace std::chrono_literals;
using namespace visit;

constexpr Date kNextYear{2027y, std::chrono::May, 31d};

ChooseView::Item item(std::string type, std::string region, std::string issuer, std::string number,
                      LicenceState state, std::optional<Date> until = {}) {
    return {std::move(type), std::move(region), std::move(issuer), std::move(number), until, state};
}

ChooseView fourLicences() {
    ChooseView choose;
    choose.canChooseMatter = true;
    choose.holderMasked = "单*";
    choose.items = {
        item("营业执照", "云州市", "云州市市场监督管理局", "9199****00X", LicenceState::valid),
        item("居住证", "云州市", "云州市公安局", "9900****0016", LicenceState::valid, kNextYear),
        item("机动车驾驶证", "海岳省", "海岳省公安厅交通管理局", "9901****3018",
             LicenceState::expired, Date{2025y, std::chrono::March, 1d}),
        item("食品经营许可证", "海岳省", "海岳省市场监督管理局", "JY1**********21",
             LicenceState::suspended, kNextYear)};
    return choose;
}

ChooseView manyLicences() {
    ChooseView choose = fourLicences();
    choose.items.push_back(
        item("卫生许可证", "海岳省", "海岳省卫生健康委员会", "9901****77", LicenceState::revoked));
    choose.items.push_back(
        item("不动产权证书", "云州市", "云州市自然资源局", "9900****42", LicenceState::valid));
    choose.gaps = {{"海岳省", "authority.unreachable"}};
    choose.canFind = true;
    return choose;
}

/// An enterprise's, found by typing; `left` are places among its kinds.
FindView finding(std::vector<std::size_t> left) {
    FindView find{.candidates = {}, .items = manyLicences().items, .left = std::move(left)};
    for (const auto* kind : {"道路运输经营许可证", "特种行业许可证", "排污许可证",
                             "建筑业企业资质证书", "安全生产许可证", "民办非企业单位登记证书"})
        find.items.push_back(
            item(kind, "云州市", "云州市行政审批局", "9900****01", LicenceState::valid, kNextYear));
    return find;
}

FindView nothingTyped() {
    std::vector<std::size_t> all(12);
    std::iota(all.begin(), all.end(), std::size_t{0});
    return finding(all);
}

FindView byPinyin() {
    FindView find = finding({1, 9});
    find.code = "jz";
    find.candidates = {"居", "建", "经", "就", "将", "几", "进", "家", "间", "机", "今"};
    return find;
}

/// Strokes, one of them open, behind characters picked before.
FindView byStrokes() {
    FindView find = finding({6});
    find.board = typing::Board::strokes;
    find.chosen = "道路";
    find.code = "hhz*";
    find.candidates = {"运", "云", "动", "会", "丢", "𠫤", "魂"};
    find.firstCandidate = 6;
    return find;
}

FindView byNumber(std::string digits, std::vector<std::size_t> left) {
    FindView find = finding(std::move(left));
    find.board = typing::Board::digits;
    find.code = std::move(digits);
    return find;
}

/// The first region has answered.
ChooseView growingLicences() {
    ChooseView choose = fourLicences();
    choose.items.resize(2);
    choose.pendingRegions = choose.awaitedRegions = {"海岳省"};
    return choose;
}

ChooseView grownLicences() {
    ChooseView choose = manyLicences();
    choose.gaps.clear();
    choose.awaitedRegions = {"海岳省"};
    return choose;
}

ChooseView forCompany(std::string objection) {
    ChooseView choose = fourLicences();
    choose.items.resize(objection.empty() ? 1 : 0);
    choose.company = {.name = "云州市浮梦文化有限公司",
                      .role = Grant::Role::legalRepresentative,
                      .until = kNextYear,
                      .objection = std::move(objection)};
    choose.nextCompany = "云州市晴川食品有限公司";
    return choose;
}

ChooseView withoutCompany(std::string note) {
    ChooseView choose = fourLicences();
    choose.note = std::move(note);
    return choose;
}

/// Come for something that takes three licences.
ChooseView forMatter(std::vector<ChooseView::Need> missing) {
    ChooseView choose = fourLicences();
    choose.canChooseMatter = false;
    choose.items = {choose.items[1], item("不动产权证书", "云州市", "云州市自然资源局",
                                          "9900****42", LicenceState::valid)};
    choose.items.resize(3 - missing.size());
    choose.matter = {.key = "school-entry",
                     .text = "入学报名",
                     .missing = std::move(missing),
                     .needs = 3,
                     .met = choose.items.size()};
    return choose;
}

/// As long as regions are asked nobody is said to lack anything.
ChooseView matterGrowing() {
    using Why = ChooseView::Need::Why;
    ChooseView choose = forMatter({{"不动产权证书", Why::pending}, {"结婚证", Why::pending, true}});
    choose.pendingRegions = choose.awaitedRegions = {"海岳省"};
    return choose;
}

ChooseView matterSilent() {
    using Why = ChooseView::Need::Why;
    ChooseView choose = forMatter(
        {{"居住证", Why::silent}, {"不动产权证书", Why::silent}, {"结婚证", Why::silent, true}});
    choose.gaps = {{"海岳省", "authority.unreachable"}};
    return choose;
}

ChooseView matterOfCompany() {
    ChooseView choose = forCompany({});
    choose.canChooseMatter = false;
    choose.note = "grant.other-matter";
    choose.matter = {.key = "food-supplier",
                     .text = "食品供货",
                     .missing = {{"食品经营许可证", ChooseView::Need::Why::notCovered}},
                     .needs = 2,
                     .met = 1};
    return choose;
}

MatterView matters(std::size_t first) {
    return {
        .matters = {{"school-entry", "入学报名", "school", {"居住证", "不动产权证书", "结婚证"}},
                    {"provident-fund", "公积金提取", "housing", {"不动产权证书", "结婚证"}},
                    {"home-purchase", "购房登记", "housing", {"居住证", "结婚证"}},
                    {"nurse-post", "护士入职", "employment", {"护士执业证书", "居住证"}},
                    {"driver-post", "驾驶员入职", "employment", {"机动车驾驶证", "居住证"}},
                    {"company-account", "企业开户", "bank", {"营业执照"}, true},
                    {"food-supplier", "食品供货", "other", {"营业执照", "食品经营许可证"}, true}},
        .firstMatter = first};
}

LookView licence() {
    LookView look;
    look.typeName = "营业执照";
    look.regionName = "云州市";
    look.issuer = "云州市市场监督管理局";
    look.number = "9199****00X";
    look.state = LicenceState::valid;
    look.page = examplePage();
    look.asOf = "2026-11-23 10:32";
    look.printable = true;
    look.verdict.judgement = verify::Judgement::valid;
    return look;
}

LookView changedLicence() {
    LookView look = licence();
    look.verdict.judgement = verify::Judgement::notValid;
    look.verdict.reasons = {{"seal.signature-wrong", "signature", verify::Reason::Severity::fault}};
    look.next = verify::NextStep::askIssuer;
    look.printable = false;
    look.notPrintableReason = "look.not-printable.seal-not-valid";
    return look;
}

LookView doubtfulLicence() {
    LookView look = licence();
    look.typeName = "食品经营许可证";
    look.state = LicenceState::unknown;
    look.number = "91990000MA0000000X";
    look.numberShown = true;
    look.pageCount = 2;
    look.verdict.judgement = verify::Judgement::cannotTell;
    look.verdict.reasons = {{"seal.chain-untrusted", "chain", verify::Reason::Severity::doubt}};
    look.next = verify::NextStep::goToCounter;
    look.printable = false;
    return look;
}

PurposeView purposes(std::optional<std::size_t> chosen) {
    return {.typeName = "营业执照",
            .purposes = {{"school", "子女入学"},
                         {"housing", "购房租房"},
                         {"employment", "求职入职"},
                         {"bank", "银行开户"},
                         {"travel", "出行"},
                         {"court", "诉讼"},
                         {"other", "其他"}},
            .chosen = chosen,
            .copies = chosen ? 2 : 1,
            .pagesPerCopy = 1,
            .canPrint = chosen.has_value()};
}

CopyVerdictView copyVerdict(verify::Judgement judgement, std::string reason) {
    const std::string asked = "2026-11-23 10:32";
    return {.judgement = judgement,
            .reason = reason,
            .signature = {verify::Judgement::valid, "copy.signature-genuine", {}, asked},
            .state = {judgement, std::move(reason), "云州市", asked},
            .claim =
                CopyVerdictView::Claim{"银行开户", "11990000MB0000001X001", "2026-11-20 16:05"},
            .copyNumber = "A7K2-0000-1234",
            .regionName = "云州市"};
}

CopyVerdictView genuineCopy() {
    CopyVerdictView view = copyVerdict(verify::Judgement::valid, "copy.genuine");
    view.record = {.state = authority::CopyRecord::State::printed,
                   .licenceTypeName = "营业执照",
                   .holderMasked = "单*",
                   .purpose = "银行开户",
                   .licenceState = LicenceState::valid};
    view.printedAt = "2026-11-20 16:06";
    return view;
}

/// Proven wrong here, so nobody was asked.
CopyVerdictView changedCopy() {
    CopyVerdictView view = copyVerdict(verify::Judgement::notValid, "copy.changed");
    view.signature.judgement = verify::Judgement::notValid;
    view.state = {};
    view.claim.reset();
    return view;
}

Services allWorking() {
    return {.cards = ServiceState::working,
            .printing = ServiceState::working,
            .network = ServiceState::working,
            .codes = ServiceState::working};
}

Services partlyWorking() {
    return {.cards = ServiceState::working,
            .printing = ServiceState::out,
            .network = ServiceState::limited,
            .codes = ServiceState::working,
            .printingNote = "printer.paper-out",
            .slipsNote = "slips.paper-jam",
            .silentRegions = {"海岳省"}};
}

HelpView ticketPrinted(KeptView::Slip slip) {
    return {.waitMinutes = 5, .secondsLeft = 240, .ticketNumber = "4071 88", .ticket = slip};
}

HelpView helpWhilePrinting() {
    return {.secondsLeft = 300,
            .canStartOver = false,
            .canPrintTicket = false,
            .printing = PrintingView{PrintingView::Phase::jammed, 1, 2}};
}

VisitView idle() {
    VisitView view = withContent(licence());
    view.idleSecondsLeft = 38;
    return view;
}

VisitView staffComing() {
    VisitView view = withContent(TroubleView{"reader.silent", Remedy::technician, true});
    view.staffCalled = true;
    return view;
}

/// The same visit with somebody who helps.
VisitView helped(VisitView::Content content) {
    VisitView view = withContent(std::move(content));
    view.companionMasked = "欧**䴘";
    return view;
}

/// The same visit with staff who look on.
VisitView withStaff(VisitView::Content content) {
    VisitView view = withContent(std::move(content));
    view.staffBeside = true;
    if (auto* look = std::get_if<LookView>(&view.content))
        look->canShowNumber = false;
    return view;
}

/// A relative and staff at once.
VisitView withBoth(VisitView::Content content) {
    VisitView view = withStaff(std::move(content));
    view.companionMasked = "欧**䴘";
    return view;
}

HelpView staffCame() {
    return {.secondsLeft = 300, .staffCame = true};
}

VisitView withPanel(VisitView::Content content, visit::Panel panel) {
    VisitView view = withContent(std::move(content));
    view.panel = panel;
    view.headsetPlugged = panel == visit::Panel::settings;
    return view;
}

/// Spoken by the loudspeaker, which says what is private too or keeps it.
VisitView settingsAloud(bool privateAloud) {
    VisitView view = withPanel(fourLicences(), visit::Panel::settings);
    view.headsetPlugged = false;
    view.settings.speech = {.on = true, .byKey = true, .privateAloud = privateAloud};
    return view;
}

} // namespace

VisitView withSettings(VisitView view, const visit::Settings& settings) {
    const SpeechSettings speech = view.settings.speech;
    view.settings = settings;
    if (speech.on) // that is what the example shows
        view.settings.speech = speech;
    const std::size_t choices = visit::choicesPerPage(settings);
    if (auto* choose = std::get_if<ChooseView>(&view.content)) {
        choose->perPage = choices;
        choose->firstItem -= choose->firstItem % choices;
    } else if (auto* find = std::get_if<FindView>(&view.content)) {
        find->perPage = visit::foundPerPage(choices);
    } else if (auto* matter = std::get_if<MatterView>(&view.content)) {
        matter->perPage = choices;
        matter->firstMatter -= matter->firstMatter % choices;
    } else if (auto* purpose = std::get_if<PurposeView>(&view.content)) {
        purpose->perPage = visit::purposesPerPage(choices);
    }
    return view;
}

VisitView withContent(VisitView::Content content) {
    return {.content = std::move(content),
            .settings = {},
            .place = "云州市政务服务中心 · 1号机",
            .timeOfDay = "10:32",
            .staffCalled = false,
            .idleSecondsLeft = std::nullopt};
}

std::vector<ExampleView> exampleViews() {
    using Identify = IdentifyView::Phase;
    using Printing = PrintingView::Phase;
    using Waiting = WaitingView::Reason;
    using Second = SecondPersonView::Phase;
    using Card = AssistCardView::Whose;
    using Why = ChooseView::Need::Why;
    const auto page2 = [](ChooseView choose) {
        choose.firstItem = 4;
        return choose;
    };
    std::vector<ExampleView> views{
        {"start", withContent(StartView{allWorking()})},
        {"start-unknown", withContent(StartView{})},
        {"start-interrupted", withContent(StartView{.interrupted = visit::InterruptedCopy{3, 1}})},
        {"start-interrupted-whole",
         withContent(StartView{.interrupted = visit::InterruptedCopy{3, 3}})},
        {"start-left", withContent(StartView{.left = {.card = true, .sheet = true}})},
        {"start-limited", withContent(StartView{partlyWorking()})},
        {"identify", withContent(IdentifyView{})},
        {"identify-others-card", withContent(IdentifyView{.othersCardLies = true})},
        {"identify-reading", withContent(IdentifyView{Identify::reading, {}})},
        {"identify-again", withContent(IdentifyView{Identify::askAgain, "card.removed"})},
        {"waiting", withContent(WaitingView{Waiting::searching, {"云州市", "海岳省"}})},
        {"waiting-grants", withContent(WaitingView{Waiting::askingGrants, {"云州市", "海岳省"}})},
        {"choose", withContent(fourLicences())},
        {"choose-more", withContent(manyLicences())},
        {"choose-last", withContent(page2(manyLicences()))},
        {"choose-growing", withContent(growingLicences())},
        {"choose-grown", withContent(grownLicences())},
        {"choose-company", withContent(forCompany({}))},
        {"choose-matter", withContent(forMatter({{"结婚证", Why::notFound}}))},
        {"choose-matter-optional", withContent(forMatter({{"不动产权证书", Why::notFound},
                                                          {"结婚证", Why::notFound, true}}))},
        {"choose-matter-growing", withContent(matterGrowing())},
        {"choose-matter-silent", withContent(matterSilent())},
        {"choose-matter-company", withContent(matterOfCompany())},
        {"matter", withContent(matters(0))},
        {"matter-last", withContent(matters(4))},
        {"find", withContent(nothingTyped())},
        {"find-pinyin", withContent(byPinyin())},
        {"find-strokes", withContent(byStrokes())},
        {"find-digits", withContent(byNumber("9900", {1, 5, 6, 7, 8, 9, 10, 11}))},
        {"find-none", withContent(byNumber("990000202604170001", {}))},
        {"choose-company-expired", withContent(forCompany("grant.expired"))},
        {"choose-company-offline", withContent(withoutCompany("grant.not-fetched"))},
        {"choose-none", withContent(ChooseView{.holderMasked = "𠮷*", .items = {}, .gaps = {}})},
        {"opening", withContent(WaitingView{Waiting::opening, {}})},
        {"look", withContent(licence())},
        {"look-not-valid", withContent(changedLicence())},
        {"look-cannot-tell", withContent(doubtfulLicence())},
        {"purpose", withContent(purposes(std::nullopt))},
        {"purpose-chosen", withContent(purposes(3))},
        {"printing", withContent(PrintingView{Printing::printing, 1, 2})},
        {"printing-reserving", withContent(PrintingView{Printing::reserving, 0, 2})},
        {"printing-jammed", withContent(PrintingView{Printing::jammed, 1, 2})},
        {"printing-cover-open", withContent(PrintingView{Printing::coverOpen, 1, 2})},
        {"printing-needs-help", withContent(PrintingView{Printing::needsHelp, 0, 2})},
        {"printing-printer-away", withContent(PrintingView{Printing::printerAway, 0, 1})},
        {"printing-no-paper", withContent(PrintingView{Printing::needsPaper, 1, 2})},
        {"take", withContent(TakeView{2, {"A7K2-0000-1234", "A7K2-0000-1235"}, false, 20})},
        {"take-card", withContent(TakeView{1, {"A7K2-0000-1234"}, true, 14})},
        {"offer-to-keep", withContent(OfferToKeepView{{"云州市", "海岳省"}})},
        {"kept", withContent(KeptView{"4071 8826 35", KeptView::Slip::out})},
        {"kept-card", withContent(KeptView{"4071 8826 35", KeptView::Slip::out, true})},
        {"kept-no-paper", withContent(KeptView{"4071 8826 35", KeptView::Slip::needsPaper})},
        {"checking-copy", withContent(WaitingView{Waiting::checkingCopy, {"云州市"}})},
        {"keeping", withContent(WaitingView{Waiting::keeping, {}})},
        {"scan", withContent(ScanView{exampleCameraPicture(), {}})},
        {"scan-dark", withContent(ScanView{nullptr, "camera.dark"})},
        {"copy-valid", withContent(genuineCopy())},
        {"copy-not-valid", withContent(copyVerdict(verify::Judgement::notValid, "copy.voided"))},
        {"copy-changed", withContent(changedCopy())},
        {"copy-cannot-tell",
         withContent(copyVerdict(verify::Judgement::cannotTell, "copy.genuine-unasked"))},
        {"trouble", withContent(TroubleView{"authority.unreachable", Remedy::wait, true})},
        {"trouble-expired",
         withContent(TroubleView{"card.expired", Remedy::attendant, true, true})},
        {"trouble-print-again", withContent(TroubleView{.code = "printer.job-failed",
                                                        .remedy = Remedy::attendant,
                                                        .canPrintAgain = true,
                                                        .voidPages = 2})},
        {"trouble-file", withContent(TroubleView{"document.incomplete", Remedy::supplier, true})},
        {"trouble-reader", withContent(TroubleView{"reader.other-sam", Remedy::technician})},
        {"trouble-region",
         withContent(TroubleView{"authority.unknown-region", Remedy::configuration, true})},
        {"trouble-unknown-code", withContent(TroubleView{"odd.code", Remedy::supplier, false})},
        {"trouble-staff-called", staffComing()},
        {"out-of-service", withContent(OutOfServiceView{"cabinet.opened"})},
        {"out-of-service-nobody",
         withContent(OutOfServiceView{"cabinet.on-battery", Remedy::wait, "0990-12345"})},
        {"out-of-service-tampered", withContent(OutOfServiceView{"cabinet.tampered"})},
        {"out-of-service-power", withContent(OutOfServiceView{"cabinet.on-battery", Remedy::wait})},
        {"second-person", withContent(SecondPersonView{})},
        {"second-person-hint",
         withContent(SecondPersonView{Second::asking, "card.read-failed", {}})},
        {"second-person-own", withContent(SecondPersonView{Second::awaitingFirst, {}, {}})},
        {"second-person-not-own",
         withContent(SecondPersonView{Second::awaitingFirst, "card.not-the-first", {}})},
        {"second-person-paper",
         withContent(
             SecondPersonView{Second::paperOnItsWay, {}, PrintingView{Printing::printing, 1, 2}})},
        {"second-person-no-paper",
         withContent(SecondPersonView{
             Second::paperOnItsWay, {}, PrintingView{Printing::needsPaper, 1, 2}})},
        {"second-person-keeping", withContent(SecondPersonView{Second::paperOnItsWay, {}, {}})},
        {"help", withContent(HelpView{.waitMinutes = 5, .secondsLeft = 300})},
        {"help-last-minute", withContent(HelpView{.secondsLeft = 42})},
        {"help-nobody", withContent(HelpView{.onDuty = false,
                                             .backAt = "2026-11-27 09:00",
                                             .hotline = "0990-12345",
                                             .secondsLeft = 300})},
        {"help-no-hotline", withContent(HelpView{.onDuty = false, .secondsLeft = 180})},
        {"help-ticket", withContent(ticketPrinted(KeptView::Slip::out))},
        {"help-ticket-coming", withContent(ticketPrinted(KeptView::Slip::onItsWay))},
        {"help-ticket-no-paper", withContent(ticketPrinted(KeptView::Slip::needsPaper))},
        {"help-printing", withContent(helpWhilePrinting())},
        {"help-came", withContent(staffCame())},
        {"help-card-unknown",
         withContent(
             HelpView{.waitMinutes = 5, .secondsLeft = 300, .problem = "staff.card-unknown"})},
        {"help-card-locked",
         withContent(HelpView{.secondsLeft = 300, .problem = "staff.card-locked"})},
        {"start-staff", withStaff(StartView{allWorking()})},
        {"choose-staff", withStaff(fourLicences())},
        {"look-staff", withStaff(licence())},
        {"look-staff-changed", withStaff(changedLicence())},
        {"look-both", withBoth(licence())},
        {"choose-both", withBoth(fourLicences())},
        {"confirm-print", withStaff(ConfirmPrintView{"营业执照", {"school", "入学"}, 2})},
        {"confirm-print-both",
         withBoth(
             ConfirmPrintView{"中华人民共和国道路运输从业人员从业资格证", {"court", "诉讼"}, 12})},
        {"companion-card", withContent(AssistCardView{})},
        {"companion-card-young", withContent(AssistCardView{.problem = "assist.age-unknown"})},
        {"holder-card", withContent(AssistCardView{Card::holder, false, {}, "欧**䴘"})},
        {"holder-card-reading", withContent(AssistCardView{Card::holder, true, {}, "欧**䴘"})},
        {"holder-card-same",
         withContent(AssistCardView{Card::holder, false, "assist.same-card", "欧**䴘"})},
        {"consent", withContent(ConsentView{"欧**䴘", "单*䶮"})},
        {"consent-long-names",
         withContent(ConsentView{"古***************木", "L******** M**** E***"})},
        {"consenting", withContent(WaitingView{Waiting::consenting, {}})},
        {"choose-helped", helped(fourLicences())},
        {"look-helped", helped(licence())},
        {"take-helped", helped(TakeView{2, {"A7K2-0000-1234", "A7K2-0000-1235"}, false, 20})},
        {"trouble-assist-limit", withContent(TroubleView{"assist.limit", Remedy::attendant, true})},
        {"trouble-assist-declined",
         withContent(TroubleView{"assist.declined", Remedy::citizenAgain, true})},
        {"trouble-assist-minor",
         withContent(TroubleView{"assist.companion-minor", Remedy::attendant, true, true})},
        {"trouble-assist-child",
         withContent(TroubleView{"assist.holder-minor", Remedy::attendant, true, true})},
        {"trouble-assist-storage",
         withContent(TroubleView{"assist.storage", Remedy::technician, true})},
        {"identify-lay-again", withContent(IdentifyView{Identify::layAgain, {}})},
        {"strange-card", withPanel(fourLicences(), visit::Panel::strangeCard)},
        {"idle-question", idle()},
        {"languages", withPanel(StartView{}, visit::Panel::languages)},
        {"settings-panel", withPanel(StartView{}, visit::Panel::settings)},
        {"settings-panel-spoken", settingsAloud(false)},
        {"settings-panel-aloud", settingsAloud(true)},
        {"offer-elder", withPanel(WaitingView{}, visit::Panel::offerElder)},
        {"offer-low-reach", withPanel(fourLicences(), visit::Panel::offerLowReach)},
        {"switches-note", withPanel(StartView{}, visit::Panel::switches)},
    };
    std::ranges::move(exampleStaffViews(), std::back_inserter(views));
    return views;
}

} // namespace kiosk::test
