// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/effects.h"

#include "firmware/base/log.h"

namespace kiosk::visit {

void Effects::run(const Command& command) {
    std::visit([this](const auto& what) { carryOut(what); }, command);
}

void Effects::answer(std::uint64_t visit, Event event) {
    at_.loop.post([this, visit, event = std::move(event)] {
        if (visit == visit_)
            deliver_(event);
    });
}

void Effects::carryOut(const command::StartCamera&) {
    camera_.start();
}

void Effects::carryOut(const command::StopCamera&) {
    camera_.stop();
}

void Effects::carryOut(const command::CallStaff&) {
    log::tell<"visit.staff-called">();
}

void Effects::carryOut(const command::StaffCame& came) {
    log::tell<"visit.staff-came">(came.role);
}

void Effects::carryOut(const command::StaffBeside& beside) {
    log::tell<"visit.staff-beside">(beside.role);
    at_.record(audit::entry<"staff.beside">(beside.role));
}

void Effects::carryOut(const command::StaffGone&) {
    log::tell<"visit.staff-gone">();
}

void Effects::carryOut(const command::EndVisit&) {
    ++visit_;
    watchingForCard_ = false;
    at_.readerWorker.cancelAll();
    camera_.stop();
}

} // namespace kiosk::visit
