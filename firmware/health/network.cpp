// SPDX-License-Identifier: Apache-2.0
#include "firmware/health/network.h"

#include <algorithm>

namespace kiosk::health {

namespace {

using Layers = std::array<std::optional<bool>, kLayers>;

std::optional<bool>& at(Layers& layers, Layer layer) {
    return layers[static_cast<std::size_t>(layer)];
}

bool anyAnswered(const std::vector<Region>& regions) {
    return std::ranges::any_of(
        regions, [](const Region& region) { return region.answers && !region.answers->fault; });
}

bool anyFault(const std::vector<Region>& regions, std::string_view code) {
    return std::ranges::any_of(regions, [code](const Region& region) {
        return region.answers && region.answers->fault && region.answers->fault->code() == code;
    });
}

/// Something came back from a platform that is trusted, though not what was asked for.
bool anySpoke(const std::vector<Region>& regions) {
    constexpr std::array<std::string_view, 5> kSpoken{
        "authority.out-of-service", "authority.refused", "authority.kiosk-refused",
        "authority.garbled", "authority.not-found"};
    return std::ranges::any_of(
        kSpoken, [&regions](std::string_view code) { return anyFault(regions, code); });
}

/// What the regions' answers say of the layers they came through.
void heedRegions(Layers& layers, const std::vector<Region>& regions) {
    const bool answered = anyAnswered(regions);
    const bool spoke = answered || anySpoke(regions);
    const bool untrusted = anyFault(regions, "authority.untrusted");
    if (spoke || untrusted)
        for (const Layer layer : {Layer::link, Layer::address, Layer::name})
            at(layers, layer) = true;
    else if (anyFault(regions, "network.no-name"))
        at(layers, Layer::name) = false;
    if (spoke)
        at(layers, Layer::tls) = true;
    else if (untrusted)
        at(layers, Layer::tls) = false;
    if (answered)
        at(layers, Layer::service) = true;
    else if (spoke || anyFault(regions, "authority.unreachable"))
        at(layers, Layer::service) = false;
}

} // namespace

std::array<std::optional<bool>, kLayers> layersOf(const NetworkSeen& seen) {
    Layers layers{seen.link, seen.address, seen.names};
    heedRegions(layers, seen.regions);
    if (seen.clock)
        at(layers, Layer::time) = seen.clock == ClockWord::plausible;
    const auto broken = std::ranges::find(layers.begin(), layers.end() - 1, std::optional(false));
    if (broken < layers.end() - 1)
        std::fill(broken + 1, layers.end() - 1, std::nullopt);
    return layers;
}

ClockWord clockWordOf(WallTime now, WallTime certain) {
    constexpr auto kSlack = std::chrono::days(1);
    constexpr auto kLife = std::chrono::years(20);
    if (now < certain - kSlack)
        return ClockWord::behind;
    return now > certain + kLife ? ClockWord::ahead : ClockWord::plausible;
}

} // namespace kiosk::health
