// SPDX-License-Identifier: Apache-2.0
#include "firmware/stick/desk.h"

#include <nlohmann/json.hpp>

#include "firmware/seal/running_digest.h"
#include "firmware/stick/words.h"

namespace kiosk::stick {

namespace {

using nlohmann::json;
using Holds = DeskPlace::Holds;

constexpr std::chrono::seconds kPatienceWithKiosk{5};

Tell tellOn(Wire& wire) {
    return [&wire](const Progress& progress) { return wire.say({{"progress", toJson(progress)}}); };
}

Result<json> exportNow(DeskPlace& place, Wire& wire, const json& wish) {
    const bool errorsOnly = wish.value("errorsOnly", json()) == json(true);
    const Tell tell = tellOn(wire);
    TRY(tell({.stage = Progress::Stage::gathering}));
    const Archive archive = TRY(place.archive(errorsOnly ? Holds::errorsOnly : Holds::everything));
    TRY(putOntoStick(place.port, archive, tell));
    return json{{"file", archive.name}};
}

Result<json> look(DeskPlace& place, Wire& wire) {
    const auto bundles = TRY(lookForBundles(place.port, place.judge, place.room, tellOn(wire)));
    json all = json::array();
    for (const BundleOnStick& bundle : bundles)
        all.push_back(toJson(bundle));
    return json{{"bundles", std::move(all)}};
}

Result<json> giveNow(DeskPlace& place, Wire& wire, const json& wish) {
    seal::RunningDigest digest(seal::DigestAlgorithm::sha256);
    const Sink sink = [&](ByteView bytes) -> Result<> {
        digest.add(bytes);
        TRY(wire.say({{"piece", bytes.size()}}));
        return wire.give(bytes);
    };
    TRY(giveBundle(place.port, textIn(wish, "file"), sink, tellOn(wire)));
    return json{{"sha256", toHex(digest.end())}};
}

json historyOf(const DeskPlace& place) {
    json events = json::array();
    for (const update::Event& event : place.history())
        events.push_back(toJson(event));
    return {{"events", std::move(events)}};
}

Result<json> carryOut(DeskPlace& place, Wire& wire, const json& wish) {
    const std::string what = textIn(wish, "wish");
    if (what == "export")
        return exportNow(place, wire, wish);
    if (what == "look")
        return look(place, wire);
    if (what == "give")
        return giveNow(place, wire, wish);
    if (what == "history")
        return historyOf(place);
    return fail(ErrorKind::unavailable, "stick.no-answer", Remedy::technician,
                "there is no such wish");
}

} // namespace

Result<> serveOne(DeskPlace& place, Wire& wire) {
    const json wish = TRY(wire.hear(kPatienceWithKiosk));
    const auto done = carryOut(place, wire, wish);
    return done ? wire.say({{"done", *done}}) : wire.say({{"error", toJson(done.error())}});
}

} // namespace kiosk::stick
