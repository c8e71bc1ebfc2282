// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/visit/visit_words.h"

namespace kiosk::visit::tests {

std::shared_ptr<const typing::Table> characters() {
    static const auto table = typing::Table::open(typing::tableFile()).value();
    return table;
}

Surroundings surroundings() {
    return {.regions = {kYunzhou, kHaining},
            .purposes = {{"school", "子女入学"}, {"bank", "银行开户"}},
            .matters = {{.key = "school-entry",
                         .text = "入学报名",
                         .purposeKey = "school",
                         .needs = {{"居住证", {std::string(21, '1')}}}},
                        {.key = "company-account",
                         .text = "企业开户",
                         .purposeKey = "bank",
                         .holder = Holder::Kind::enterprise,
                         .needs = {{"营业执照", {std::string(21, '5')}}}}},
            .place = "云州市政务服务中心",
            .today = std::chrono::year(2026) / 11 / 25,
            .freshPickupNumber = "0123456789",
            .typing = characters()};
}

drivers::IdCard card() {
    return {
        .name = "单𠮷䶮", .birth = std::chrono::year(1985) / 1 / 1, .number = "990101198501010010"};
}

drivers::IdCard otherCard() {
    return {.name = "欧阳䴙䴘",
            .birth = std::chrono::year(1978) / 11 / 30,
            .number = "980101197811300183"};
}

Companion companion() {
    return {otherCard().name, otherCard().number};
}

Holder holder() {
    return {Holder::Kind::person, card().name, card().number, Holder::Certificate::residentIdCard};
}

Licence licence(Region region, LicenceState state) {
    return {.identifier = "1.2.156.3005.2.x." + region.code,
            .typeName = "居住证",
            .number = "990101198501010010",
            .holder = holder(),
            .region = std::move(region),
            .issuer = "云州市公安局",
            .state = state};
}

SharedLicence opened(verify::Judgement judgement, std::size_t pages) {
    auto licence = std::make_shared<OpenedLicence>();
    licence->verdict.judgement = judgement;
    licence->pages.resize(pages, std::make_shared<document::Picture>());
    licence->coveredPages.resize(pages, std::make_shared<document::Picture>());
    return licence;
}

Found found(std::size_t licences) {
    return {.holder = holder(), .licences = std::vector(licences, licence())};
}

Grant grant() {
    return {
        .number = "G990000-2026-0001",
        .regionCode = "990000",
        .enterprise = {Holder::Kind::enterprise, "云州市浮梦文化有限公司", "91990101MA9900001X"},
        .bearer = holder(),
        .from = std::chrono::year(2026) / 1 / 1,
        .until = std::chrono::year(2027) / 5 / 31};
}

Found actingFor(std::vector<std::string> objections) {
    Found result = found();
    for (std::string& objection : objections) {
        HeldGrant held{grant(), std::move(objection), {}};
        held.grant.number += std::to_string(result.grants.size());
        if (held.objection.empty()) {
            held.licences = {result.licences.size()};
            result.licences.push_back(licence());
            result.licences.back().holder = held.grant.enterprise;
        }
        result.grants.push_back(std::move(held));
    }
    return result;
}

Error unreachable() {
    return {ErrorKind::unavailable, "authority.unreachable", Remedy::wait};
}

state::Printing printing(std::size_t pages, int copies) {
    return {.found = found(),
            .opened = opened(verify::Judgement::valid, pages),
            .purpose = surroundings().purposes[0],
            .copies = copies,
            .copyNumbers = {"A7K2-93QX-0001"},
            .stage = state::Printing::Stage::following,
            .jobId = 7,
            .progress = {.pages = static_cast<int>(pages)}};
}

std::vector<State> personalStates() {
    Found gaps = found();
    gaps.gaps.push_back({kHaining, unreachable()});
    Found nothing{.holder = holder(), .gaps = gaps.gaps};
    Found asked = nothing;
    asked.pending = {kYunzhou};
    Found companies = actingFor({{}, {}});
    return {state::Searching{Found{.holder = holder(), .pending = {kYunzhou}}},
            state::Searching{asked},
            state::Choose{gaps},
            state::Choose{nothing},
            state::Choose{companies, 0, {}, 0},
            state::Choose{found(kItemsPerPage + 1)},
            state::Find{found(kItemsPerPage + 1)},
            state::ChooseMatter{found()},
            state::AskingGrants{found(), {kYunzhou}},
            state::Opening{found(), 0},
            state::Look{found(), 0, opened()},
            state::ChoosePurpose{found(), 0, opened(), 0},
            state::ConfirmPrint{{found(), 0, opened(), 0}},
            printing(),
            state::Interrupted{printing(), "A7K2-93QX-0001", unreachable(), true},
            state::Take{found(), {"A7K2"}, 1, 9},
            state::OfferToKeep{nothing},
            state::OfferToKeep{gaps},
            state::Keeping{"0123456789", holder().code},
            state::Kept{"0123456789", printing::PrintPhase::printing, 9, holder().code}};
}

std::vector<State> everyState() {
    std::vector<State> states{
        state::Start{},
        state::Identify{},
        state::Scan{},
        state::CheckingCopy{{"990000", "A7K2-93QX-0001"}},
        state::CopyVerdict{},
        state::Trouble{unreachable(), true, true},
        state::CompanionCard{},
        state::HolderCard{companion()},
        state::Consent{companion(), holder(), state::Consent::Stage::checking},
        state::Consent{companion(), holder(), state::Consent::Stage::asking},
        state::Consent{companion(), holder(), state::Consent::Stage::recording},
        state::OutOfService{{ErrorKind::device, "cabinet.opened", Remedy::technician}}};
    for (State& state : personalStates()) {
        states.push_back(state);
        states.emplace_back(state::SecondPerson{layAside(std::move(state))});
    }
    for (std::size_t i = 0, count = states.size(); i < count; ++i)
        if (!std::holds_alternative<state::OutOfService>(states[i]))
            states.emplace_back(state::Help{layAside(states[i]), kHelpSeconds});
    return states;
}

} // namespace kiosk::visit::tests
