// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <memory>

#include "drivers/card_reader/card_reader.h"
#include "drivers/printer/simulated/simulated_printer.h"
#include "firmware/base/random.h"
#include "tests/bench/stage.h"
#include "tests/support/manual_clock.h"

namespace kiosk::kit {
struct Node;
} // namespace kiosk::kit

namespace kiosk::bench {

/// A kiosk and its world in this process: simulated devices behind the real interfaces, two regions
/// with the sandbox's own logic, real seals, real drawing, and a clock that only this stage moves.
/// A day takes as long as its work.
class VirtualStage final : public Stage {
public:
    /// `assets` is the folder of that name. The same seed replays the same life.
    static Result<std::unique_ptr<VirtualStage>> open(const std::filesystem::path& assets,
                                                      std::uint64_t seed = 1);
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
    /// The time of this world, for wires that take some.
    tests::ManualClock& clock();

    /// For what no scenario has a word for: cables, lost replies, and what came out.
    drivers::SimulatedPrinter& printer();
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
