// SPDX-License-Identifier: Apache-2.0
#include "drivers/auxiliaries/gpio/gpiod_lines.h"

#include <array>
#include <cerrno>
#include <span>

#include <gpiod.h>
#include <poll.h>

#include "drivers/auxiliaries/auxiliaries_trouble.h"

namespace kiosk::drivers::gpio {

namespace {

constexpr const char* kConsumer = "kiosk";
constexpr std::size_t kEdgesAtOnce = 16; ///< as many as the kernel keeps for a line

Error openError(int code, const std::string& what) {
    if (code == EACCES || code == EPERM)
        return {ErrorKind::configuration, "gpio.no-access", Remedy::configuration, what};
    if (code == EBUSY)
        return {ErrorKind::unavailable, "gpio.busy", Remedy::technician, what};
    return {ErrorKind::notFound, "gpio.not-found", Remedy::technician, what};
}

std::string nameOf(const GpioLine& line) {
    return std::string(name(line.part)) + " at " + line.chip + " line " + std::to_string(line.line);
}

std::unexpected<Error> gone() {
    return std::unexpected(asError(AuxiliariesTrouble::gone, "gpio"));
}

/// The kernel stamps edges with the monotonic clock (since Linux 5.7), as ours is.
SteadyTime momentOf(const timespec& stamp) {
    const auto since = std::chrono::seconds(stamp.tv_sec) + std::chrono::nanoseconds(stamp.tv_nsec);
    return SteadyTime(std::chrono::duration_cast<SteadyTime::duration>(since));
}

} // namespace

void GpiodLines::CloseChip::operator()(gpiod_chip* chip) const {
    gpiod_chip_close(chip);
}

Result<std::unique_ptr<GpiodLines>> GpiodLines::open(const GpioProfile& profile) {
    std::unique_ptr<GpiodLines> lines(new GpiodLines);
    for (const GpioLine& wanted : profile)
        TRY(lines->request(wanted));
    return lines;
}

Result<gpiod_chip*> GpiodLines::chip(const std::string& name) {
    auto& chip = chips_[name];
    if (!chip)
        chip.reset(gpiod_chip_open_lookup(name.c_str()));
    if (!chip)
        return std::unexpected(openError(errno, name));
    return chip.get();
}

Result<> GpiodLines::request(const GpioLine& wanted) {
    gpiod_chip* owner = TRY(chip(wanted.chip));
    gpiod_line* line = gpiod_chip_get_line(owner, wanted.line);
    if (line == nullptr)
        return std::unexpected(openError(errno, nameOf(wanted)));
    const int flags =
        wanted.active == GpioLine::Active::low ? GPIOD_LINE_REQUEST_FLAG_ACTIVE_LOW : 0;
    const int failed = isLight(wanted.part)
                           ? gpiod_line_request_output_flags(line, kConsumer, flags, 0)
                           : gpiod_line_request_both_edges_events_flags(line, kConsumer, flags);
    if (failed != 0)
        return std::unexpected(openError(errno, nameOf(wanted)));
    if (!isLight(wanted.part))
        felt_.push_back(lines_.size());
    lines_.push_back(line);
    return {};
}

Result<Level> GpiodLines::level(std::size_t line) {
    const int value = gpiod_line_get_value(lines_[line]);
    if (value < 0)
        return gone();
    return value == 0 ? Level::inactive : Level::active;
}

Result<> GpiodLines::drive(std::size_t line, Level level) {
    if (gpiod_line_set_value(lines_[line], level == Level::active ? 1 : 0) != 0)
        return gone();
    return {};
}

Result<std::vector<Edge>> GpiodLines::waitForEdges(std::chrono::milliseconds time,
                                                   const std::stop_token& stop) {
    std::vector<pollfd> waiting;
    for (const std::size_t line : felt_)
        waiting.push_back({gpiod_line_event_get_fd(lines_[line]), POLLIN | POLLPRI, 0});
    std::vector<Edge> edges;
    static_cast<void>(wait_.wait(waiting, time, stop));
    for (std::size_t at = 0; at < waiting.size(); ++at)
        if ((waiting[at].revents & (POLLIN | POLLPRI)) != 0)
            TRY(readEdges(felt_[at], edges));
        else if (waiting[at].revents != 0)
            return gone();
    return edges;
}

Result<> GpiodLines::readEdges(std::size_t line, std::vector<Edge>& edges) {
    std::array<gpiod_line_event, kEdgesAtOnce> events{};
    const int count = gpiod_line_event_read_multiple(lines_[line], events.data(),
                                                     static_cast<unsigned>(events.size()));
    if (count < 0)
        return gone();
    for (const gpiod_line_event& event : std::span(events).first(static_cast<std::size_t>(count)))
        edges.push_back(
            {line,
             event.event_type == GPIOD_LINE_EVENT_RISING_EDGE ? Level::active : Level::inactive,
             momentOf(event.ts)});
    return {};
}

} // namespace kiosk::drivers::gpio
