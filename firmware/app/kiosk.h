// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <memory>
#include <mutex>
#include <vector>

#include "drivers/device/device_watch.h"
#include "firmware/app/key_note.h"
#include "firmware/app/technician/service_desk.h"
#include "firmware/audit/desk.h"
#include "firmware/counters/counter_book.h"
#include "firmware/ending/history.h"
#include "firmware/health/footprint.h"
#include "firmware/staff/staff_mode.h"
#include "firmware/visit/assist_day.h"
#include "firmware/visit/cabinet_watch.h"
#include "firmware/visit/deliveries.h"
#include "firmware/visit/left_watch.h"
#include "firmware/visit/recovery.h"
#include "firmware/visit/scanner_watch.h"
#include "firmware/visit/service_watch.h"
#include "firmware/visit/visit.h"

namespace kiosk::app {

/// Where calls into drivers are made: on the workers, or so that one that hangs can be given up.
enum class DriverCalls { onWorkers, withinLimits };

/// What a kiosk is made of, real or on a bench.
struct KioskParts {
    drivers::Slot<drivers::CardReader>::Open cardReader;
    drivers::Slot<drivers::Printer>::Open printer;
    drivers::Slot<drivers::Printer>::Open receiptPrinter; ///< empty: slips come out as sheets
    drivers::Slot<drivers::Camera>::Open camera;
    drivers::Slot<drivers::Auxiliaries>::Open auxiliaries; ///< empty where there are none
    drivers::Slot<drivers::CodeSource>::Open codeScanner;  ///< empty where the cabinet has none
    drivers::Slot<drivers::StaffCards>::Open staffCards;   ///< empty: no staff mode
    DriverCalls driverCalls = DriverCalls::onWorkers;
    /// Hot-plug; where there is none devices are looked for instead.
    std::function<std::unique_ptr<drivers::DeviceWatch>(drivers::DeviceWatch::Tell)> watchDevices{};
    std::shared_ptr<parts::PartsBook> partsBook{}; ///< none on a bench
    std::vector<std::shared_ptr<authority::Authority>> authorities;
    std::shared_ptr<reading::Reader> documents;
    verify::TrustList trust;     ///< of which copies' codes are judged by
    health::Trust trustHealth{}; ///< what is known of it
    std::vector<Purpose> purposes;
    std::vector<Matter> matters{};
    std::filesystem::path state;           ///< folder of outbox, ledger and counters
    std::filesystem::path staffRegister{}; ///< whose cards open staff mode
    ending::History endings{};             ///< how the runs before this one ended, newest first
    std::string place;
    bool acceptsSocialSecurityCards = false;          ///< as proof of who somebody is
    visit::StaffDuty staff{};                         ///< who can be called
    int holdersPerCompanion = assist::kHoldersPerDay; ///< whom somebody may help a day (R5)
    visit::PaperTexts paperTexts;
    /// What is told of a cause on paper, by its code; none on a bench.
    std::function<std::string(std::string_view code)> causeWords{};
    std::shared_ptr<const typing::Table> typing{}; ///< none: long lists are leafed through only
    std::function<std::unique_ptr<Worker>()> makeWorker;
    /// To what may touch memory sticks, for one wish; empty: nothing here may.
    std::function<Result<stick::Wire>()> connectToSticks{};
    /// Why the configuration's file was refused, where the last good one serves.
    std::optional<Error> refusedConfiguration{};
    /// The signed answer to a challenge (S3); empty on a bench. On a worker.
    std::function<Result<std::string>(const handout::Challenge&)> prove{};
    /// What the process holds, for a soak.
    std::function<health::Footprint()> footprint = [] { return health::footprintOf("/"); };
};

/// One kiosk: devices, regions, stores, workers and the visit between them. Made and used on the
/// loop's thread; ends its threads before anything they use. `loop`, `clock` and `random` outlive
/// it.
class Kiosk {
public:
    /// Errors: those of the stores. A device or region that is missing is no error: the start
    /// screen says so and the rest goes on (U11).
    static Result<std::unique_ptr<Kiosk>> assemble(KioskParts parts, EventLoop& loop,
                                                   const Clock& clock, RandomSource& random,
                                                   const std::function<void()>& changed);
    ~Kiosk();
    Kiosk(const Kiosk&) = delete;
    Kiosk& operator=(const Kiosk&) = delete;

    /// Begins to use devices, stores and regions: to be called once, when the first picture is on
    /// the glass, which that would only delay, and before the first touch.
    void begin();

    visit::Visit& visit() { return *visit_; }
    /// What somebody did at the glass: for the staff while their mode is on, but for what changes
    /// the screen, which is the visit's at all times.
    void touch(const visit::Touch& touch);
    /// What the screens are made from: the staff's own, where there is one, in this frame.
    visit::VisitView view() const;
    std::optional<staff::StaffView> staffView() const;
    /// What a technician may ask of this kiosk and tell it: on any thread while the kiosk lives.
    ServiceDesk serviceDesk();
    /// Puts it on the kiosk's record (S2), soon; from any thread while the kiosk lives.
    void record(audit::Entry entry) { audit_.tell(std::move(entry)); }

private:
    struct Stores {
        outbox::Outbox outbox;
        printing::PageLedger ledger;
    };
    Kiosk(KioskParts parts, Stores stores, EventLoop& loop, const Clock& clock,
          RandomSource& random, const std::function<void()>& changed);

    void heed(const drivers::DeviceNews& news);
    void heed(const drivers::CabinetState& cabinet);
    template <typename D>
    DevicePlace placeOf(const std::string& part, drivers::Slot<D>& slot);
    std::unique_ptr<staff::StaffMode> openStaffMode(const std::function<void()>& changed);
    void staffComes(const Result<staff::Role>& role);
    std::vector<DevicePlace> devicePlaces();
    std::optional<staff::PartsPlace> partsPlace();
    std::optional<staff::StickPlace> stickPlace();
    staff::HealthPlace healthPlace();
    bool nobodyServed() const;
    void noteServing();
    void visitChanged();
    std::shared_ptr<counters::CounterBook> openCounters(EventLoop& loop, const Clock& clock);
    void keepCountersSoon();
    Worker& newWorker();
    std::vector<visit::RegionLink> links();
    std::optional<visit::PrinterDesk> receiptDesk();

    KioskParts parts_;
    Stores stores_;
    std::shared_ptr<counters::CounterBook> counters_; ///< the slots count into it
    verify::CopyVerifier copyVerifier_;
    verify::GrantVerifier grantVerifier_;
    drivers::Slot<drivers::CardReader> reader_;
    drivers::Slot<drivers::Printer> printer_;
    printing::PrinterCare printerCare_{printer_};
    drivers::Slot<drivers::Printer> receiptPrinter_;
    printing::PrinterCare receiptCare_{receiptPrinter_};
    drivers::Slot<drivers::Camera> camera_;
    drivers::Slot<drivers::Auxiliaries> auxiliaries_;
    drivers::Slot<drivers::CodeSource> codeScanner_;
    drivers::Slot<drivers::StaffCards> staffCards_;
    std::unique_ptr<Worker> auditWorker_; ///< ends after the others, which tell the desk
    std::shared_ptr<KeyNote> keyNote_ = std::make_shared<KeyNote>();
    audit::Desk audit_;
    std::vector<std::unique_ptr<Worker>> workers_;
    Worker& machineWorker_; ///< for what the machine says of itself
    visit::Workplace workplace_;
    std::unique_ptr<visit::Visit> visit_;
    /// For other threads: the loop's last word of it.
    struct CabinetNote {
        std::mutex mutex;
        std::optional<drivers::CabinetState> state;

        std::optional<health::Outcome> outcome();
    };
    std::shared_ptr<CabinetNote> cabinetNote_ = std::make_shared<CabinetNote>();
    /// For other threads: somebody is served, or the staff are at work.
    std::shared_ptr<std::atomic<bool>> serving_ = std::make_shared<std::atomic<bool>>(false);
    std::unique_ptr<visit::CabinetWatch> cabinet_; ///< none where there are no auxiliaries
    std::unique_ptr<visit::LeftWatch> left_;
    std::unique_ptr<visit::ServiceWatch> watch_;
    std::unique_ptr<visit::ScannerWatch> scannerWatch_;
    std::unique_ptr<visit::Recovery> recovery_;
    std::unique_ptr<visit::Deliveries> deliveries_;
    std::unique_ptr<visit::AssistDay> assistDay_;
    std::unique_ptr<staff::StaffMode> staff_; ///< none where there is no reader for staff cards
    std::unique_ptr<drivers::DeviceWatch> hotPlug_; ///< last: its thread uses what is above
};

} // namespace kiosk::app
