// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <memory>

#include "drivers/auxiliaries/simulated/simulated_auxiliaries.h"
#include "drivers/card_reader/card_reader.h"
#include "drivers/printer/simulated/simulated_printer.h"
#include "firmware/authority/authority.h"
#include "firmware/base/random.h"
#include "firmware/reading/reader.h"
#include "firmware/visit/visit.h"
#include "tests/bench/stage.h"
#include "tests/sandbox/region_service.h"
#include "tests/support/manual_clock.h"
#include "tests/support/receipt_printer_model.h"

namespace kiosk::kit {
struct Node;
} // namespace kiosk::kit

namespace kiosk::bench {

/// A kiosk and its world in this process: simulated devices behind the real interfaces, two regions
/// with the sandbox's own logic, real seals, real drawing, and a clock that only this stage moves.
/// A day takes as long as its work.
class VirtualStage final : public Stage {
public:
    /// Where slips come out: of a receipt printer, or as sheets where a kiosk has none.
    enum class Slips { roll, sheets };
    struct Options {
        std::uint64_t seed = 1; ///< the same one replays the same life
        /// It winds down longer than the next number takes.
        drivers::SimulatedPrinterOptions printer{.pageTime = std::chrono::milliseconds(1500),
                                                 .windDown = std::chrono::milliseconds(4000)};
        Slips slips = Slips::roll;
        visit::StaffDuty staff{};
        // Parts of the test's own, made anew with each start. Empty: the bench's.
        std::function<std::unique_ptr<reading::Reader>()> documents = {};
        /// Around the bench's printer, and around its link to a region.
        std::function<std::shared_ptr<drivers::Printer>(std::shared_ptr<drivers::Printer>)>
            printerDriver = {};
        std::function<std::shared_ptr<authority::Authority>(std::shared_ptr<authority::Authority>)>
            regionLink = {};
    };
    /// `assets` is the folder of that name.
    static Result<std::unique_ptr<VirtualStage>> open(const std::filesystem::path& assets,
                                                      Options options);
    ~VirtualStage() override;

    Glance look() override;
    Result<> pass(std::chrono::milliseconds time) override;
    Result<> touch(const std::string& nodeId) override;
    Result<> happen(Happening what) override;
    Result<> layCard(const std::string& person, Card card) override;
    Result<> setFault(const std::string& regionCode, const std::string& fault,
                      std::optional<int> times) override;
    Result<> showCode(const std::string& text) override;
    Result<> breakNextRead(const std::string& how) override;
    Result<std::vector<PrintedSheet>> sheets() override;
    Result<int> slips() override;
    Result<Delivered> delivered() override;

    /// What the regions hand out as licence files from now on.
    enum class Documents { sealed, notAPackage, contentChanged };
    void setDocuments(Documents documents);
    /// What they write into the codes of copies from now on.
    enum class Codes { signedAsAsked, changedAfterSigning, forAnotherPurpose };
    void setCodes(Codes codes);

    /// The reader the kiosk opens from its next start on, instead of the simulated one.
    using OpenReader = std::function<Result<std::shared_ptr<drivers::CardReader>>()>;
    void setReader(OpenReader open);
    /// Is shown each screen the moment it could be drawn, also those that are gone at the next
    /// look.
    void watchScreens(std::function<void(const kit::Node&)> watcher);
    /// Things the kiosk's loop did so far, when time had passed: what it woke up for.
    std::size_t thingsDone() const;
    /// The time of this world, for wires that take some.
    tests::ManualClock& clock();

    /// For what no scenario has a word for: cables, lost replies, and what came out.
    drivers::SimulatedPrinter& printer();
    tests::ReceiptPrinterModel& receiptPrinter();
    /// What the regions know of the copies they gave numbers to.
    Result<std::vector<sandbox::Copy>> copies();
    drivers::SimulatedAuxiliaries& cabinet();
    /// What is drawn now, and the visit it is drawn from, for hands of the test's own: whatever
    /// they do, pass() lets it happen. The kiosk lives.
    const kit::Node& screen();
    visit::Visit& visit();
    /// What the screen is made from. The kiosk lives.
    visit::VisitView view() const;
    /// The kiosk's answer to a technician's program, as through its socket. The kiosk lives.
    std::string askDesk(std::string_view question);
    /// Where everything that lasts lies: outbox, ledger, regions. For tests that search it.
    const std::filesystem::path& folder() const;

private:
    struct World;
    struct Machine;
    explicit VirtualStage(std::unique_ptr<World> world);
    Result<> startKiosk();

    std::unique_ptr<World> world_;
    std::unique_ptr<Machine> machine_; ///< nothing while it is dead
};

} // namespace kiosk::bench
