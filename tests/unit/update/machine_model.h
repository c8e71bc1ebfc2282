// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "firmware/update/install.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::test {

/// Thrown where power goes.
struct PowerGone {};

/// Where in an installation power goes: at the n-th moment of it.
using Moment = int;
inline constexpr Moment kMoments = 4; ///< before, during and after writing, and when all is done

/// What lies in a slot.
struct Contents {
    std::string version;
    bool whole = true; ///< what the loader and dm-verity take
    bool works = true; ///< its kiosk passes its own test
};

/// A bundle as a file that exists nowhere else.
struct Offer {
    std::string board = "board-1";
    Contents contents;
    bool trusted = true;   ///< signed by somebody the kiosk believes
    bool damaged = false;  ///< its content is not what was signed
    std::string exchanged; ///< for this version, once it has been judged
};

/// A kiosk's machine without a machine: two slots, a loader that goes by the real file as
/// board/image.d/grub.cfg does, and what writes bundles. Power goes when it is told to.
class MachineModel final : public update::BundleProgram {
public:
    explicit MachineModel(Contents both);

    /// Power comes: the loader starts a slot, which works, or ends again until another one's turn
    /// comes. Where nothing starts for `kLongestTrying` tries, nothing.
    std::optional<update::Slot> powerOn();
    static constexpr int kLongestTrying = 50;
    /// Power comes and goes before anything was proven.
    void blip();

    /// Installs it from the slot that runs; `cut` is when power goes.
    Result<update::BundleFacts> install(const Offer& offer, update::Older older,
                                        std::optional<Moment> cut = {});

    const Contents& in(update::Slot slot) const { return contents_.at(slot); }
    update::System system() const;
    update::Slots slots() const;

private:
    Result<update::BundleFacts> look(const std::filesystem::path& bundle) override;
    Result<> write(const std::filesystem::path& bundle) override;
    Result<update::Version> written(update::Slot slot) override;

    /// As grub.cfg; the slot it hands over to, or nothing where both were used up.
    std::optional<update::Slot> load();
    void pass(Moment moment) const;

    tests::TemporaryFolder folder_;
    std::filesystem::path file_ = folder_.path() / "grubenv";
    std::map<update::Slot, Contents> contents_;
    std::map<update::Slot, std::string> record_;
    update::Slot running_ = update::Slot::a;
    Offer offer_;
    std::optional<Moment> cut_;
};

} // namespace kiosk::test
