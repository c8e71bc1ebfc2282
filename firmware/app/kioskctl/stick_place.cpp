// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/kioskctl/stick_place.h"

#include <algorithm>

#include <unistd.h>

#include "drivers/stick/usb_stick_port.h"
#include "firmware/base/iso_time.h"
#include "firmware/update/install.h"

namespace kiosk::app {

namespace {

constexpr const char* kInstalledList = "/etc/kiosk/usb_devices.json";

/// A stick that is there already, or a file that stands for one.
class NodePort final : public drivers::StickPort {
public:
    explicit NodePort(std::filesystem::path node) : node_(std::move(node)) {}

    Result<drivers::AdmittedStick> admit() override {
        if (::access(node_.c_str(), R_OK) != 0)
            return fail(ErrorKind::notFound, "stick.none", Remedy::technician, node_.string());
        return drivers::AdmittedStick{node_, ::access(node_.c_str(), W_OK) != 0};
    }
    Result<> letGo() override { return {}; }

private:
    std::filesystem::path node_;
};

/// "2026-11-27T16:32:00Z" → "20261127-163200"
std::string compact(WallTime time) {
    std::string text = isoTime(time);
    std::erase_if(text, [](char c) { return c == '-' || c == ':' || c == 'Z'; });
    std::ranges::replace(text, 'T', '-');
    return text.substr(0, text.find('.'));
}

} // namespace

Result<std::unique_ptr<drivers::StickPort>> stickPort(const Arguments& arguments) {
    if (const auto node = arguments.value("--node"))
        return std::make_unique<NodePort>(*node);
    return std::make_unique<drivers::UsbStickPort>(
        TRY(drivers::AllowList::load(arguments.value("--list").value_or(kInstalledList))));
}

Result<stick::Archive> stickArchive(const Config& config, const JournalQuery& journal,
                                    BundleHolds holds, WallTime now) {
    const std::string kind = holds == BundleHolds::everything ? "kiosk-" : "kiosk-errors-";
    return stick::Archive{kind + compact(now) + ".zip",
                          TRY(packed(bundleOf(config, journal, now, holds), now))};
}

stick::BundleOnStick judgeBundle(const SystemPlaces& places, const std::filesystem::path& end) {
    using stick::Standing;
    stick::BundleOnStick bundle;
    auto rauc = places.rauc();
    const auto facts = rauc.look(end);
    if (!facts)
        return bundle;
    bundle.version = facts->version.text();
    bundle.board = facts->board;
    bundle.standing = Standing::foreign;
    const auto system = places.system();
    if (!system)
        return bundle; // no board of ours runs here
    const auto judged = update::judge(*system, *facts, update::Older::refused);
    if (judged)
        bundle.standing = facts->version == system->version ? Standing::same : Standing::newer;
    else if (judged.error().code() == "update.older")
        bundle.standing = Standing::older;
    else if (judged.error().code() != "update.other-board")
        bundle.standing = Standing::later;
    return bundle;
}

} // namespace kiosk::app
