// SPDX-License-Identifier: Apache-2.0
#include "drivers/code_reader/hand_scanner/simulated_scanner.h"

namespace kiosk::drivers {

void SimulatedScanner::scan(std::string text) {
    const std::scoped_lock lock(mutex_);
    if (text.size() <= kLongestCode)
        scanned_.push_back({std::move(text)});
}

void SimulatedScanner::setCable(Cable cable) {
    const std::scoped_lock lock(mutex_);
    cable_ = cable;
    scanned_.clear();
}

DeviceIdentity SimulatedScanner::identity() const {
    return {.module = "simulated",
            .model = "Simulated scanner",
            .serial = "",
            .firmware = "",
            .port = "memory"};
}

Result<> SimulatedScanner::attached() const {
    if (cable_ == Cable::pulled)
        return fail(ErrorKind::notFound, "scanner.gone", Remedy::technician);
    return {};
}

Result<> SimulatedScanner::reset(std::stop_token) {
    const std::scoped_lock lock(mutex_);
    scanned_.clear();
    return attached();
}

Result<std::optional<Code>> SimulatedScanner::next(std::stop_token stop) {
    const std::scoped_lock lock(mutex_);
    TRY(attached());
    if (stop.stop_requested())
        return fail(ErrorKind::cancelled, "scanner.cancelled", Remedy::wait);
    if (scanned_.empty())
        return std::nullopt;
    Code code = std::move(scanned_.front());
    scanned_.pop_front();
    return code;
}

} // namespace kiosk::drivers
