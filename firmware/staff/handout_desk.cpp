// SPDX-License-Identifier: Apache-2.0
#include "firmware/staff/handout_desk.h"

#include <nlohmann/json.hpp>

#include "firmware/handout/code_picture.h"
#include "firmware/health/report.h"
#include "firmware/staff/page_trouble.h"
#include "firmware/visit/print_aside.h"

namespace kiosk::staff {

namespace {

using printing::PrintPhase;

constexpr std::chrono::milliseconds kBetweenLooks{400};
constexpr std::chrono::seconds kPatience{60};
constexpr int kPixelsPerModule = 6;

Result<event::MadeHandout> made(const health::Health& health, const std::filesystem::path& state) {
    const auto key = TRY(handout::DeviceKey::openOrMake(state / handout::kKeyFileName));
    event::MadeHandout made{std::make_shared<handout::Handout>(
                                TRY(handout::handoutOf(health::reportOf(health).dump(), key))),
                            {}};
    for (const std::string& text : made.handout->codes.texts)
        made.pictures.push_back(
            std::make_shared<document::Picture>(TRY(handout::codePicture(text, kPixelsPerModule))));
    return made;
}

std::unexpected<Error> noProof() {
    return fail(ErrorKind::unavailable, "handout.no-proof", Remedy::supplier);
}

/// Of handout::prove()'s answer.
Result<event::MadeProof> proofFrom(const std::string& answer) {
    const auto told = nlohmann::json::parse(answer, nullptr, false);
    try {
        event::MadeProof made{told.at("proof").at("key").get<std::string>(), {}};
        for (const auto& code : told.at("codes"))
            made.pictures.push_back(std::make_shared<document::Picture>(
                TRY(handout::codePicture(code.get<std::string>(), kPixelsPerModule))));
        return made;
    } catch (const nlohmann::json::exception&) {
        return noProof();
    }
}

Result<event::MadeProof> proved(const StaffPlace& place, const std::string& text) {
    const auto challenge = handout::Challenge::of(text);
    if (!challenge || !place.prove)
        return noProof();
    return proofFrom(TRY(place.prove(*challenge)));
}

constexpr const char* kJobName = "readiness";

Result<int> printNoticeOnRoll(printing::PrinterCare& printer, const document::Notice& notice,
                              const std::stop_token& stop) {
    const auto draw = [notice](int width, int dotsPerInch) {
        return document::drawNoticeStrip(notice, width, dotsPerInch);
    };
    return visit::printOnRoll(printer, draw, kJobName, stop);
}

Result<int> printNoticeOnSheets(visit::Workplace& at, const document::Notice& notice,
                                const std::stop_token& stop) {
    return visit::printAside(at, TRY(document::composeNotice(notice)), kJobName, stop);
}

} // namespace

void HandoutDesk::post(Event event) {
    place_.at.loop.post([this, event = std::move(event)] { tell_(event); });
}

void HandoutDesk::make(const health::Health& health) {
    place_.worker.submit([this, health](const std::stop_token&) {
        post(event::HandoutMade{made(health, place_.state)});
    });
}

void HandoutDesk::prove(const std::string& challenge) {
    place_.worker.submit([this, challenge](const std::stop_token&) {
        post(event::Proved{challenge, proved(place_, challenge)});
    });
}

void HandoutDesk::save(std::shared_ptr<const handout::Handout> handout) {
    place_.worker.submit([this, handout = std::move(handout)](const std::stop_token&) {
        post(event::HandoutSaved{handout::writeFiles(*handout, place_.state)});
    });
}

visit::PrinterDesk HandoutDesk::printerDesk() const {
    return place_.at.receipts.value_or(
        visit::PrinterDesk{place_.at.printer, place_.at.printerWorker});
}

/// In the first language: whoever mends the kiosk may not be who stands before it.
document::Notice HandoutDesk::notice(const handout::Handout& handout) const {
    const handout::PaperWords words{
        .text =
            [this](std::string_view key, std::initializer_list<std::string_view> values) {
                return place_.at.paperTexts(visit::Language{}, key, values);
            },
        .cause = place_.causeWords};
    return handout::noticeOf(handout, place_.at.place, words);
}

void HandoutDesk::print(std::shared_ptr<const handout::Handout> handout) {
    const visit::PrinterDesk desk = printerDesk();
    desk.worker.submit([this, desk, handout = std::move(handout)](const std::stop_token& stop) {
        const document::Notice told = notice(*handout);
        const Result<int> id = place_.at.receipts ? printNoticeOnRoll(desk.printer, told, stop)
                                                  : printNoticeOnSheets(place_.at, told, stop);
        if (!id)
            return post(event::HandoutPrinted{std::unexpected(id.error())});
        place_.at.loop.post([this, desk, id = *id] {
            follow({desk, id, {}, place_.at.clock.steady() + kPatience});
        });
    });
}

void HandoutDesk::follow(const Job& job) {
    place_.at.loop.after(kBetweenLooks, [this, job] {
        job.desk.worker.submit([this, job](const std::stop_token& stop) {
            Job next = job;
            const auto progress = job.desk.printer.progress({job.id, job.progress.pages}, stop);
            const auto status = job.desk.printer.status(stop);
            next.progress = progress && status ? printing::advance(job.progress, *progress, *status)
                                               : printing::giveUp(job.progress);
            place_.at.loop.post([this, next] { moved(next); });
        });
    });
}

void HandoutDesk::moved(const Job& job) {
    const PrintPhase phase = job.progress.phase;
    if (phase == PrintPhase::printing && place_.at.clock.steady() < job.patienceEnds)
        return follow(job);
    if (phase != PrintPhase::done) {
        clearAway(job); // nothing is to come out once somebody loads paper
        return tell_(event::HandoutPrinted{std::unexpected(troubleAt(phase))});
    }
    job.desk.worker.submit([job](const std::stop_token&) { job.desk.printer.finished(job.id); });
    tell_(event::HandoutPrinted{});
}

void HandoutDesk::clearAway(const Job& job) {
    job.desk.worker.submit([job](const std::stop_token& stop) {
        job.desk.printer.letGo(job.id);
        static_cast<void>(job.desk.printer.tidy(stop)); // else before the next page
    });
}

} // namespace kiosk::staff
