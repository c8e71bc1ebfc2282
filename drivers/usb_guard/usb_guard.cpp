// SPDX-License-Identifier: Apache-2.0
#include "drivers/usb_guard/usb_guard.h"

#include "firmware/base/log.h"

namespace kiosk::drivers {

namespace {

bool isPort(const std::string& at) {
    return at.find('-') != std::string::npos &&
           at.find_first_not_of("0123456789-.") == std::string::npos;
}

Error notAllowed(const UsbDevice& device, std::string_view objection) {
    return {ErrorKind::refused, "device.not-allowed", Remedy::technician,
            textOf(device) + ": " + std::string(objection)};
}

/// "1-1 0781:5567 08/06/50" as one value.
std::string inLog(std::string who) {
    std::ranges::replace(who, ' ', ',');
    return who;
}

} // namespace

Result<> UsbGuard::admit(std::string_view part, const std::string& at) {
    if (at.find("://") != std::string::npos)
        return {}; // on the network: what serves USB printers there opens them, not we
    const std::optional<std::string> behind = isPort(at) ? std::nullopt : usbPortBehind(at);
    const std::optional<std::string> port = isPort(at) ? at : behind;
    bool found = false;
    const std::vector<Seen> all = look();
    for (const auto& [device, judgement] : all) {
        if (port && device.port != *port)
            continue;
        found = true;
        const bool couldBeIt = port || judgement.isFor(part);
        if (couldBeIt && !judgement.isAllowed())
            return std::unexpected(notAllowed(device, judgement.objection));
        if (port && !judgement.isFor(part))
            return std::unexpected(notAllowed(device, "allowed, but not for this"));
    }
    if (behind && !found)
        return std::unexpected(notAllowed({.port = *behind}, "it came or went just now"));
    return {};
}

std::vector<Error> UsbGuard::refused() {
    std::vector<Error> errors;
    const std::vector<Seen> all = look();
    for (const auto& [device, judgement] : all)
        if (!judgement.isAllowed())
            errors.push_back(notAllowed(device, judgement.objection));
    return errors;
}

std::vector<UsbGuard::Seen> UsbGuard::look() {
    const std::scoped_lock lock(mutex_);
    std::vector<Seen> all;
    std::set<std::string> refusedNow;
    for (UsbDevice& device : survey_()) {
        UsbJudgement judgement = list_.judge(device);
        std::vector<std::string>& before = parts_[device.port];
        if (judgement.isAllowed()) {
            before = judgement.parts;
        } else {
            judgement.parts.insert(judgement.parts.end(), before.begin(), before.end());
            const std::string who = textOf(device);
            refusedNow.insert(who);
            if (!logged_.contains(who))
                log::tell<"device.refused">(notAllowed(device, judgement.objection), inLog(who));
        }
        all.push_back({std::move(device), std::move(judgement)});
    }
    logged_ = std::move(refusedNow);
    return all;
}

} // namespace kiosk::drivers
