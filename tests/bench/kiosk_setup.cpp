// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/kiosk_setup.h"

#include <nlohmann/json.hpp>

namespace kiosk::bench {

namespace {

constexpr double kWidthMm = 1080 / (102 / 25.4); // of the glass

} // namespace

std::string configurationOf(const KioskSetup& setup) {
    nlohmann::json config{
        {"place", "云州市政务服务中心 · 1号机"},
        {"assets", setup.assets.string()},
        {"state", setup.state.string()},
        {"trust", setup.trust.string()},
        {"board",
         {{"widthPx", setup.widthPx},
          {"heightPx", setup.widthPx * 16 / 9},
          {"pixelsPerMm", setup.widthPx / kWidthMm},
          {"fileSeconds", setup.fileTime.count()}}},
        {"cardReader", {{"module", "sam-usb"}}},
        {"printer", {{"module", "ipp"}, {"at", setup.printerUri}}},
        {"camera", {{"module", "v4l2"}, {"at", setup.cameraPath}}},
        {"staffCards", {{"module", "card-file"}, {"at", setup.staffCards.string()}}},
        {"regions", setup.regionsFile.string()}};
    if (!setup.receiptPrinter.empty())
        config["receiptPrinter"] = {{"module", setup.receiptPrinter}};
    if (!setup.staffRegister.empty())
        config["staffRegister"] = setup.staffRegister;
    return config.dump(2);
}

} // namespace kiosk::bench
