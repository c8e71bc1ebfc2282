// SPDX-License-Identifier: Apache-2.0
#include "firmware/staff/soak.h"

#include <array>

namespace kiosk::staff {

namespace {

using drivers::Camera;

/// Whether a card lies there is asked, and which one is not.
Result<> askReader(const SoakPlace& place, const std::stop_token& stop) {
    static_cast<void>(TRY(place.at.reader.use(stop, &drivers::CardReader::findCard)));
    return {};
}

/// Paper that is out is a state and no failure: whoever begins a soak sees it on another page.
Result<> askPrinter(const SoakPlace& place, const std::stop_token& stop) {
    static_cast<void>(TRY(place.at.printer.printer.status(stop)));
    return {};
}

/// A frame that comes late or damaged is waited for, as the citizens' pages do.
Result<> takeFrames(drivers::Slot<Camera>& camera, const std::stop_token& stop) {
    std::optional<Error> late;
    for (int taken = 0; taken < Soak::kFrames; ++taken) {
        const auto frame = camera.use(stop, &Camera::grab);
        if (frame)
            late.reset();
        else if (frame.error().remedy() != Remedy::wait)
            return std::unexpected(frame.error());
        else
            late = frame.error();
    }
    if (late)
        return std::unexpected(*late);
    return {};
}

Result<> useCamera(const SoakPlace& place, const std::stop_token& stop) {
    drivers::Slot<Camera>& camera = place.at.camera.camera;
    TRY(camera.use(stop, &Camera::start));
    const Result<> taken = takeFrames(camera, stop);
    const Result<> off = camera.use(stop, [](Camera& it, const std::stop_token&) -> Result<> {
        it.stop();
        return {};
    });
    return taken ? off : taken;
}

} // namespace

/// What is done with one part, on its worker.
struct Soak::Errand {
    SoakPart part;
    int everyRounds = 1;
    Worker& (*worker)(const SoakPlace& place);
    std::optional<health::Cause> (*run)(const SoakPlace& place, const std::stop_token& stop);
};

namespace {

std::optional<health::Cause> causeOf(const Result<>& came) {
    return came ? std::nullopt : std::optional(health::Cause(came.error()));
}

} // namespace

std::span<const Soak::Errand> Soak::errands() {
    static constexpr std::array kErrands{
        Errand{SoakPart::cardReader, 1,
               [](const SoakPlace& place) -> Worker& { return place.at.readerWorker; },
               [](const SoakPlace& place, const std::stop_token& stop) {
                   return causeOf(askReader(place, stop));
               }},
        Errand{SoakPart::camera, 1,
               [](const SoakPlace& place) -> Worker& { return place.at.camera.cameraWorker; },
               [](const SoakPlace& place, const std::stop_token& stop) {
                   return causeOf(useCamera(place, stop));
               }},
        Errand{SoakPart::printer, 1,
               [](const SoakPlace& place) -> Worker& { return place.at.printer.worker; },
               [](const SoakPlace& place, const std::stop_token& stop) {
                   return causeOf(askPrinter(place, stop));
               }},
        Errand{SoakPart::store, kRoundsPerWrite,
               [](const SoakPlace& place) -> Worker& { return place.worker; },
               [](const SoakPlace& place, const std::stop_token&) { return place.store().fault; }},
    };
    return kErrands;
}

void Soak::begin(std::chrono::minutes time) {
    ++turn_;
    meter_.emplace(time);
    began_ = place_.clock.steady();
    round();
}

void Soak::end(SoakEnd why) {
    if (meter_)
        finish(why);
}

void Soak::round() {
    run(0);
}

void Soak::run(std::size_t at) {
    if (at == errands().size())
        return rest();
    const Errand& errand = errands()[at];
    if (meter_->report().rounds % errand.everyRounds != 0)
        return run(at + 1);
    errand.worker(place_).submit([this, at, turn = turn_, &errand](const std::stop_token& stop) {
        const auto fault = errand.run(place_, stop);
        place_.at.loop.post([this, at, turn, part = errand.part, fault] {
            if (turn != turn_)
                return;
            if (fault)
                meter_->failed(part, *fault);
            run(at + 1);
        });
    });
}

void Soak::rest() {
    meter_->roundOver(place_.footprint(), lasted());
    if (lasted() >= meter_->report().planned)
        return finish(SoakEnd::time);
    tellSoon(meter_->report());
    place_.at.loop.after(kBetweenRounds, [this, turn = turn_] {
        if (turn == turn_)
            round();
    });
}

void Soak::finish(SoakEnd why) {
    ++turn_;
    const SoakReport report = meter_->end(why, lasted());
    meter_.reset();
    tellSoon(report);
}

/// Not from within: whoever hears of it may begin or end one.
void Soak::tellSoon(SoakReport report) {
    place_.at.loop.post([this, report = std::move(report)] { tell_(report); });
}

std::chrono::seconds Soak::lasted() const {
    return std::chrono::duration_cast<std::chrono::seconds>(place_.clock.steady() - began_);
}

} // namespace kiosk::staff
