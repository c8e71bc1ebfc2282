// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/player.h"

#include <algorithm>

#include "firmware/licence/copy_code.h"

namespace kiosk::bench {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds kBetweenLooks = 100ms;
constexpr int kSecondsForATarget = 10;
constexpr int kSecondsForDelivery = 90;

constexpr std::string_view kLastSheet = "last-sheet";
constexpr std::string_view kLastSheetChanged = "last-sheet-changed";
constexpr std::string_view kLastSheetElsewhere = "last-sheet-elsewhere";

std::unexpected<Error> failed(const std::string& detail) {
    return fail(ErrorKind::refused, "scenario.failed", Remedy::supplier, detail);
}

std::optional<std::string> missing(const play::See& see, const Glance& glance) {
    if (!see.screen.empty() && glance.screen != see.screen)
        return "screen '" + see.screen + "' expected, '" + glance.screen + "' is shown";
    for (const std::string& text : see.text)
        if (!glance.shows(text))
            return "'" + text + "' is not shown on '" + glance.screen + "'";
    for (const std::string& text : see.absent)
        if (glance.shows(text))
            return "'" + text + "' is shown on '" + glance.screen + "'";
    for (const std::string& id : see.nodes)
        if (glance.target(id) == nullptr)
            return "nothing called '" + id + "' on '" + glance.screen + "'";
    return std::nullopt;
}

std::vector<PrintedSheet> withCodes(std::vector<PrintedSheet> sheets) {
    std::erase_if(sheets, [](const PrintedSheet& sheet) { return sheet.codeText.empty(); });
    return sheets;
}

} // namespace

Result<Report> Player::play(const Scenario& scenario) {
    report_ = {};
    takeScreens_.clear();
    for (std::size_t i = 0; i < scenario.plays.size(); ++i) {
        const auto begin = std::chrono::steady_clock::now();
        if (Result<> done = doStep(scenario.plays[i]); !done)
            return std::unexpected(
                std::move(done.error())
                    .during("step " + std::to_string(i + 1) + " " + scenario.lines[i]));
        const Glance glance = stage_.look();
        remember(glance);
        report_.steps.push_back({scenario.lines[i], glance.screen,
                                 std::chrono::duration_cast<std::chrono::milliseconds>(
                                     std::chrono::steady_clock::now() - begin)});
        watch_(report_.steps.back());
    }
    TRY(checkOutcome(scenario.outcome));
    return report_;
}

void Player::remember(const Glance& glance) {
    if (glance.screen == "kept")
        report_.held = true;
    if (glance.screen == "take")
        takeScreens_.push_back(glance);
}

Result<> Player::doStep(const Play& what) {
    struct Doer {
        Player& player;
        Stage& stage;

        Result<> operator()(const play::Touch& p) const { return player.touch(p); }
        Result<> operator()(const play::See& p) const { return player.waitUntilSeen(p); }
        Result<> operator()(const play::LayCard& p) const {
            return stage.layCard(p.person, p.card);
        }
        Result<> operator()(const play::Happen& p) const { return stage.happen(p.what); }
        Result<> operator()(const play::SetFault& p) const {
            return stage.setFault(p.region, p.fault, p.times);
        }
        Result<> operator()(const play::ShowCode& p) const { return player.showCode(p); }
        Result<> operator()(const play::BreakRead& p) const { return stage.breakNextRead(p.how); }
        Result<> operator()(const play::Wait& p) const {
            for (int i = 0; i < p.seconds; ++i)
                TRY(stage.pass(1s));
            return {};
        }
    };
    return std::visit(Doer{*this, stage_}, what);
}

Result<> Player::touch(const play::Touch& touch) {
    TRY(waitUntilSeen({.nodes = {touch.node}, .withinSeconds = kSecondsForATarget}));
    const Glance glance = stage_.look();
    const SeenNode* target = glance.target(touch.node);
    return stage_.touch(target == nullptr ? touch.node : target->id);
}

Result<> Player::waitUntilSeen(const play::See& see) {
    const int looks = see.withinSeconds * static_cast<int>(1s / kBetweenLooks);
    std::optional<std::string> lacks;
    for (int i = 0; i <= looks; ++i) {
        const Glance glance = stage_.look();
        remember(glance);
        lacks = missing(see, glance);
        if (!lacks)
            return {};
        TRY(stage_.pass(kBetweenLooks));
    }
    return failed(*lacks);
}

Result<> Player::showCode(const play::ShowCode& show) {
    if (!show.text.starts_with(kLastSheet))
        return stage_.showCode(show.text);
    const std::vector<PrintedSheet> sheets = withCodes(TRY(stage_.sheets()));
    if (sheets.empty())
        return failed("there is no sheet whose code could be shown");
    CopyCode code = TRY(parseCopyCode(sheets.back().codeText));
    if (show.text == kLastSheetChanged)
        code.purposeKey = code.purposeKey == "court" ? "travel" : "court";
    if (show.text == kLastSheetElsewhere) {
        code.regionCode = "970000";
        code.signerKey = {};
    }
    return stage_.showCode(toText(code));
}

Result<> Player::checkOutcome(const Outcome& wanted) {
    if (wanted.sheets || wanted.codesReadBack)
        report_.sheets = TRY(stage_.sheets());
    const std::vector<PrintedSheet> copies = withCodes(report_.sheets);
    if (wanted.sheets && static_cast<int>(copies.size()) != *wanted.sheets)
        return failed(std::to_string(copies.size()) + " copies came out, not " +
                      std::to_string(*wanted.sheets));
    if (const int slips = TRY(stage_.slips()); wanted.slips && slips != *wanted.slips)
        return failed(std::to_string(slips) + " slips came out, not " +
                      std::to_string(*wanted.slips));
    if (wanted.codesReadBack)
        for (const PrintedSheet& copy : copies) {
            const Result<CopyCode> code = parseCopyCode(copy.codeText);
            const auto showsIt = [&](const Glance& take) { return take.shows(code->copyNumber); };
            if (!code || std::ranges::none_of(takeScreens_, showsIt))
                return failed("a sheet's code does not read back to a copy number on the screen");
        }
    if (wanted.held && *wanted.held != report_.held)
        return failed(report_.held ? "a request was kept" : "no request was kept");
    if (!wanted.delivered)
        return {};
    for (int second = 0;; ++second) {
        const Stage::Delivered delivered = TRY(stage_.delivered());
        if (delivered.requests == *wanted.delivered) {
            if (delivered.mostForOneKey > wanted.executionsPerKey.value_or(1))
                return failed("a request was executed more than once");
            return {};
        }
        if (second == kSecondsForDelivery)
            return failed(std::to_string(delivered.requests) + " requests were delivered, not " +
                          std::to_string(*wanted.delivered));
        TRY(stage_.pass(1s));
    }
}

} // namespace kiosk::bench
