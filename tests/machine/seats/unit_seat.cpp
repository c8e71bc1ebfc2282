// SPDX-License-Identifier: Apache-2.0
#include "tests/machine/seats/unit_seat.h"

#include <thread>

#include <sys/stat.h>
#include <unistd.h>

#include "firmware/base/files.h"
#include "firmware/staff/staff_register.h"
#include "tests/bench/kiosk_setup.h"
#include "tests/bench/staff_cards.h"
#include "tests/machine/devices/connected_camera.h"
#include "tests/machine/seats/patience.h"

namespace kiosk::machine {

namespace {

using namespace std::chrono_literals;

const std::filesystem::path kSite = "/data/site";
const std::filesystem::path kState = "/data/kiosk";
/// As the bench knows kiosks: beside their state lies the staff card.
const std::filesystem::path kStaffFolder = "/run/bench/kiosk";
const std::filesystem::path kReady = "/run/bench/ready"; ///< bench.service waits for it
const std::filesystem::path kObserved = "/run/kiosk/observed";
const std::filesystem::path kAssets = "/usr/share/kiosk/assets"; ///< the image's
constexpr auto kStartPatience = 600s;
constexpr auto kBetweenLooks = 200ms;

/// A register that came with the disk.
const std::filesystem::path kSiteRegister = kSite / "staff.json";

bench::StaffRegisters registers() {
    return std::filesystem::exists(kSiteRegister) ? bench::StaffRegisters::sites
                                                  : bench::StaffRegisters::kiosks;
}

/// What root wrote into the kiosk's folder becomes the kiosk's.
Result<> giveToKiosk(const std::filesystem::path& file) {
    struct stat folder{};
    if (::stat(kState.c_str(), &folder) != 0 ||
        ::chown(file.c_str(), folder.st_uid, folder.st_gid) != 0)
        return fail(ErrorKind::unavailable, "bench.not-the-kiosks", Remedy::technician,
                    file.filename().string());
    return {};
}

} // namespace

std::filesystem::path UnitSeat::sandboxFolder() const {
    return kSite / "sandbox";
}

Result<> UnitSeat::begin(const Surroundings& surroundings) {
    std::filesystem::create_directories(kStaffFolder);
    std::filesystem::create_directory_symlink(kState, kStaffFolder / "state");
    glass_ = TRY(TouchGlass::plug(kWidthPx, kHeightPx));
    const std::string configuration =
        bench::configurationOf({.assets = kAssets,
                                .state = kState,
                                .staffCards = bench::staffCardFile(kStaffFolder),
                                .staffRegister = registers() == bench::StaffRegisters::sites
                                                     ? kSiteRegister.filename().string()
                                                     : std::string{},
                                .regionsFile = surroundings.regionsFile,
                                .trust = surroundings.trust,
                                .printerUri = surroundings.printerUri,
                                .cameraPath = ConnectedCamera::kPath,
                                .receiptPrinter = "escpos-usb",
                                .widthPx = kWidthPx,
                                .fileTime = kFileTime});
    TRY(writeFile(kSite / "kiosk.json", bytesOf(configuration)));
    TRY(writeFile(kReady, {}));
    const auto deadline = std::chrono::steady_clock::now() + kStartPatience;
    while (look().screen.empty()) {
        if (std::chrono::steady_clock::now() > deadline)
            return fail(ErrorKind::timedOut, "bench.kiosk-silent", Remedy::technician,
                        "the image's kiosk shows nothing");
        std::this_thread::sleep_for(kBetweenLooks);
    }
    return {};
}

bench::Glance UnitSeat::look() const {
    const Result<Bytes> observation = readFile(kObserved / "tree.json");
    return observation ? bench::parseGlance(toText(*observation)) : bench::Glance{};
}

Result<> UnitSeat::tap(int x, int y) {
    std::this_thread::sleep_for(kBetweenPresses);
    TRY(glass_->press(x, y));
    std::this_thread::sleep_for(kHold);
    return glass_->letGo();
}

std::optional<Result<>> UnitSeat::happenToStaffCard(bench::Happening what) {
    const auto happened = bench::happenToStaffCard(kStaffFolder, what, registers());
    if (!happened || !*happened || what == bench::Happening::staffCardLifted)
        return happened;
    std::vector files{bench::staffCardFile(kStaffFolder)};
    if (registers() == bench::StaffRegisters::kiosks)
        files.push_back(kState / staff::kRegisterFileName);
    for (const auto& file : files)
        if (const Result<> given = giveToKiosk(file); !given)
            return given;
    return happened;
}

std::filesystem::path UnitSeat::pictures() const {
    return kObserved;
}

} // namespace kiosk::machine
