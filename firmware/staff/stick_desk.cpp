// SPDX-License-Identifier: Apache-2.0
#include "firmware/staff/stick_desk.h"

#include <mutex>
#include <utility>

namespace kiosk::staff {

/// One wish under way, or over.
struct StickDesk::Errand {
    std::mutex mutex; ///< guards all below
    std::optional<stick::Wire> wire;
    bool isOver = false;

    void end() {
        const std::scoped_lock lock(mutex);
        isOver = true;
        if (wire)
            wire->end();
    }
    /// Nothing where it was ended before it began.
    stick::Wire* begin(stick::Wire opened) {
        const std::scoped_lock lock(mutex);
        return isOver ? nullptr : &wire.emplace(std::move(opened));
    }
};

void StickDesk::post(const std::shared_ptr<Errand>& errand, Event event) {
    loop_.post([this, errand, event = std::move(event)] {
        if (errand_ == errand)
            tell_(event);
    });
}

void StickDesk::run(const std::shared_ptr<Errand>& errand, const Asks& asks,
                    const std::function<Event(Error)>& without) {
    auto wire = place_->connect();
    if (!wire)
        return post(errand, without(wire.error()));
    stick::Wire* open = errand->begin(*std::move(wire));
    if (open == nullptr)
        return;
    post(errand, asks(*open, [this, errand](const stick::Progress& progress) -> Result<> {
             post(errand, event::StickMoved{progress});
             return {};
         }));
}

void StickDesk::begin(Asks asks, std::function<Event(Error)> without) {
    end();
    errand_ = std::make_shared<Errand>();
    if (!place_)
        return post(errand_, without({ErrorKind::configuration, "stick.no-desk",
                                      Remedy::configuration, "nothing here may touch a stick"}));
    place_->worker.submit([this, errand = errand_, asks = std::move(asks),
                           without = std::move(without)](const std::stop_token& stop) {
        const std::stop_callback ending(stop, [&errand] { errand->end(); });
        run(errand, asks, without);
    });
}

void StickDesk::end() {
    if (const auto errand = std::exchange(errand_, nullptr))
        errand->end();
}

namespace {

Event notDone(Error error) {
    return event::StickEnded{std::unexpected(std::move(error))};
}

/// What an errand came to, as the machine hears it.
template <typename T>
Event ended(Result<T> came, const auto& as) {
    return came ? Event(event::StickEnded{as(*std::move(came))}) : notDone(came.error());
}

} // namespace

void StickDesk::exportTo(stick::What what) {
    begin(
        [what](stick::Wire& wire, const stick::Tell& tell) {
            return ended(askForExport(wire, what, tell),
                         [](std::string name) { return event::Exported{std::move(name)}; });
        },
        notDone);
}

void StickDesk::look() {
    begin(
        [](stick::Wire& wire, const stick::Tell& tell) {
            return ended(askForBundles(wire, tell), [](std::vector<stick::BundleOnStick> found) {
                return event::BundlesFound{std::move(found)};
            });
        },
        notDone);
}

void StickDesk::copy(const stick::BundleOnStick& bundle, stick::OlderMay older) {
    begin(
        [bundle, older, folder = place_ ? place_->updates : stick::UpdateFolder{}](
            stick::Wire& wire, const stick::Tell& tell) -> Event {
            const auto copied = fetchBundle(wire, bundle, folder, older, tell);
            return copied ? Event(event::StickEnded{event::BundleCopied{}})
                          : notDone(copied.error());
        },
        notDone);
}

/// What cannot be told is an empty history: nothing rests on it.
void StickDesk::askUpdates() {
    begin(
        [](stick::Wire& wire, const stick::Tell&) {
            return Event(
                event::UpdatesTold{askForHistory(wire).value_or(std::vector<update::Event>())});
        },
        [](const Error&) { return Event(event::UpdatesTold{}); });
}

} // namespace kiosk::staff
