// SPDX-License-Identifier: Apache-2.0
#include "tests/machine/seats/unit_seat.h"

#include <thread>

#include "firmware/base/files.h"
#include "tests/bench/kiosk_setup.h"
#include "tests/machine/devices/connected_camera.h"
#include "tests/machine/seats/patience.h"

namespace kiosk::machine {

namespace {

using namespace std::chrono_literals;

const std::filesystem::path kSite = "/data/site";
const std::filesystem::path kState = "/data/kiosk";
const std::filesystem::path kReady = "/run/bench/ready"; ///< bench.service waits for it
const std::filesystem::path kObserved = "/run/kiosk/observed";
const std::filesystem::path kAssets = "/usr/share/kiosk/assets"; ///< the image's
constexpr auto kStartPatience = 600s;
constexpr auto kBetweenLooks = 200ms;

} // namespace

std::filesystem::path UnitSeat::sandboxFolder() const {
    return kSite / "sandbox";
}

Result<> UnitSeat::begin(const Surroundings& surroundings) {
    glass_ = TRY(TouchGlass::plug(kWidthPx, kHeightPx));
    const std::string configuration =
        bench::configurationOf({.assets = kAssets,
                                .state = kState,
                                .staffCards = kState / "card",
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

std::filesystem::path UnitSeat::pictures() const {
    return kObserved;
}

} // namespace kiosk::machine
