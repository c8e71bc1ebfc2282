// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>

#include "screens/speech/synthesizer.h"

namespace kiosk::speech {

/// One of the cabinet's ways to sound.
struct OutletChoice {
    std::string device;       ///< as SDL lists it; empty: the system's usual one
    double fullScaleDb = 100; ///< sound level of full scale, measured at the cabinet

    bool operator==(const OutletChoice&) const = default;
};

/// Both. Where they are one device behind a jack, the jack decides which of them sounds, and
/// whoever uses this follows its switch.
struct OutletChoices {
    std::optional<OutletChoice> headset; ///< nothing: the cabinet has none, and none of it sounds
    std::optional<OutletChoice> loudspeaker;
};

/// What samples are multiplied by: `gainDb` above the usual sound level, never beyond full scale.
double scaleFor(double gainDb, double fullScaleDb);

/// Sound by SDL. A device is open only while something is said. Main thread.
class Outlets final : public Outlet {
public:
    explicit Outlets(OutletChoices choices);
    ~Outlets() override;

    /// Errors: "sound.unavailable" (technician), where one of those chosen cannot be opened.
    Result<> check();

    void play(Channel channel, const Pcm& sound, double gainDb) override;
    void stop() override;
    void rest() override;

private:
    class Device;
    const std::optional<OutletChoice>& choice(Channel channel) const;

    OutletChoices choices_;
    std::map<std::string, Device> devices_; ///< by name: both channels may share one
};

} // namespace kiosk::speech
