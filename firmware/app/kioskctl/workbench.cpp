// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kioskctl/workbench.h"

#include <nlohmann/json.hpp>

#include "drivers/code_reader/code_search.h"
#include "firmware/app/kioskctl/device_command.h"
#include "firmware/app/paper_texts.h"
#include "firmware/reading/confined_reader.h"
#include "firmware/visit/print_aside.h"

namespace kiosk::app {

namespace {

using printing::CopyState;

/// Two at one device is none: what the other is told would not be understood.
Result<> nobodyRuns(const Config& config) {
    const auto told = askRunningKiosk(config, {{"ask", "visit"}});
    if (told)
        return fail(ErrorKind::refused, "service.kiosk-runs", Remedy::technician,
                    "the kiosk has its devices open: use its page of tests, or end it first");
    if (told.error().code() != "service.no-kiosk")
        return std::unexpected(told.error());
    return {};
}

/// What became of a copy that was under way when the kiosk ended, its start finds out by the
/// printer's life counter, and tells the region: no page may move that counter before.
Result<> nothingUnsettled(const printing::PageLedger& ledger) {
    const std::vector<printing::LedgerEntry> copies = TRY(ledger.list());
    for (const printing::LedgerEntry& copy : copies)
        if (copy.state == CopyState::committed || copy.state == CopyState::sent ||
            copy.state == CopyState::unknown)
            return fail(
                ErrorKind::unavailable, "ledger.unsettled", Remedy::technician,
                "a copy was under way when the kiosk ended: start it once, it settles that");
    return {};
}

template <typename D>
drivers::CallLimits limits() {
    return {.longest = D::kLongestCall};
}

} // namespace

Result<std::unique_ptr<Workbench>> Workbench::open(const Config& config) {
    TRY(nobodyRuns(config));
    const GuardedModules modules = TRY(GuardedModules::of(config));
    return std::unique_ptr<Workbench>(new Workbench(config, modules));
}

Workbench::Workbench(const Config& config, const GuardedModules& modules)
    : config_(config),
      readCode_([search = std::make_shared<drivers::CodeSearch>()](const drivers::Frame& frame) {
          return search->look(frame);
      }),
      reader_(modules.cardReader(), clock_, limits<drivers::CardReader>(), Place::cardReader),
      printer_(modules.printer(), clock_, limits<drivers::Printer>(), Place::printer),
      camera_(modules.camera(), clock_, limits<drivers::Camera>(), Place::camera),
      testPlace_{.loop = loop_,
                 .reader = reader_,
                 .readerWorker = readerWorker_,
                 .camera = {loop_, camera_, cameraWorker_, codeWorker_, readCode_},
                 .printer = {care_, printerWorker_},
                 .printPage = [this](const std::stop_token& stop) { return printPage(stop); }} {
    loop_.setWaker([this] { sleep_.wake(); });
}

Pace Workbench::pace() {
    return {clock_, [this](std::chrono::milliseconds time) { sleep_.atMost(time); }};
}

/// As the kiosk prints it; its pages are the kiosk's own (S4).
Result<int> Workbench::printPage(const std::stop_token& stop) {
    printing::PageLedger ledger =
        TRY(printing::PageLedger::open(config_.state / printing::kLedgerFileName));
    const kit::Catalogue catalogue = TRY(kit::Catalogue::load(config_.assets / "texts"));
    document::Sheet sheet =
        TRY(staff::testPage(paperTextsOf(catalogue), config_.place, clock_.wall()));
    const auto documents = std::make_shared<reading::ConfinedReader>(
        reading::readerProgram(), verify::TrustList{}, reading::ConfinedReader::Spare::none,
        reading::patienceOf(config_.board.fileTime));
    return visit::printAside(
        {care_, ledger, documents, clock_},
        [&ledger](const std::stop_token&) { return nothingUnsettled(ledger); }, std::move(sheet),
        std::string(staff::kTestPageName), stop);
}

void Workbench::Sleep::wake() {
    {
        const std::scoped_lock lock(mutex_);
        isWoken_ = true;
    }
    woken_.notify_one();
}

void Workbench::Sleep::atMost(std::chrono::milliseconds time) {
    std::unique_lock lock(mutex_);
    woken_.wait_for(lock, time, [this] { return isWoken_; });
    isWoken_ = false;
}

} // namespace kiosk::app
