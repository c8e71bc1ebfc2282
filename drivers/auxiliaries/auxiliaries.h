// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

#include "drivers/device/device.h"

namespace kiosk::drivers {

/// What hangs around the devices of a kiosk. Words of XFS4IoT: Auxiliaries for what is felt, Lights
/// for what is lit. A cabinet may lack any of them.
enum class Part {
    cardLight,   ///< guide light at the card reader
    paperLight,  ///< guide light where sheets come out
    callLamp,    ///< seen by staff from afar
    cabinetDoor, ///< the service door; not the drawer that paper is loaded through
    tamperSensor,
    powerSupply, ///< mains, backed by a battery
    headset,     ///< the socket for the citizen's own ("enhancedAudioSensor")
    callKey,     ///< tactile key that calls staff ("operatorCallButton")
};
inline constexpr std::size_t kPartCount = 8;

/// Lights, "flashRate". Slow is one flash in two seconds, quick two in one: both under the three a
/// second that may hurt (WCAG 2.3.1).
enum class FlashRate { off, slow, quick, continuous };

/// Auxiliaries.Status, "cabinetDoor".
enum class CabinetDoor { closed, open };
/// "tamperSensor": on from the moment somebody tampers until a technician puts it back.
enum class TamperSensor { off, on };
/// "ups": mains, "engaged", or "engaged" and "low".
enum class PowerSupply { mains, battery, batteryLow };
/// "enhancedAudioSensor".
enum class Headset { notPresent, present };
/// "operatorCallButton": on while it is pressed.
enum class CallKey { off, on };

/// What a cabinet with its driver can do. The conformance kit holds the driver to it.
struct AuxiliariesCapabilities {
    std::vector<Part> parts; ///< those it has, in the order of the enum, each once

    bool has(Part part) const;
    bool operator==(const AuxiliariesCapabilities&) const = default;
};

/// How everything that is felt stands. What a cabinet lacks stays at rest, as it is here.
struct CabinetState {
    CabinetDoor door = CabinetDoor::closed;
    TamperSensor tamper = TamperSensor::off;
    PowerSupply power = PowerSupply::mains;
    Headset headset = Headset::notPresent;
    CallKey callKey = CallKey::off;

    bool operator==(const CabinetState&) const = default;
};

/// One part that changed, and how all of them stood right after it.
struct CabinetChange {
    Part part;
    CabinetState state;

    bool operator==(const CabinetChange&) const = default;
};

/// What led from one state to the other, part by part in the order of the enum.
std::vector<CabinetChange> changesBetween(const CabinetState& before, const CabinetState& after);

/// "cabinetDoor": as in profiles, protocols and reports.
std::string_view name(Part part);
std::optional<Part> partNamed(std::string_view name);
bool isLight(Part part);

std::string_view name(FlashRate rate);
std::string_view name(CabinetDoor door);
std::string_view name(TamperSensor sensor);
std::string_view name(PowerSupply supply);
std::string_view name(Headset headset);
std::string_view name(CallKey key);

/// Lights, door, tamper switch, power supply, headset socket and call key as one device (D11).
///
/// Errors (auxiliaries_trouble.h): "auxiliaries.gone" cannot be reached · "auxiliaries.silent" no
/// sign of life · "auxiliaries.restarted" by itself, and knows nothing any more ·
/// "auxiliaries.garbled" (all: technician) · "auxiliaries.refused" (supplier): answered no ·
/// "auxiliaries.no-such-light" (configuration): this cabinet has none · "auxiliaries.cancelled"
/// (wait): the stop token asked.
class Auxiliaries : public Device {
public:
    static constexpr std::chrono::milliseconds kLongestCall{5000};

    /// Do not change while it is open.
    virtual AuxiliariesCapabilities capabilities() const = 0;
    /// Lights or darkens. It goes on by itself until the next set(), reset() or the end of the
    /// device, which leave everything dark. At most 1 s.
    virtual Result<> set(Part light, FlashRate rate, std::stop_token stop) = 0;
    /// Waits at most 1 s for the next change; nothing where there was none. Changes come one at a
    /// time and in order; of several of one part none is left out, so that a key pressed shortly is
    /// told. One just opened or reset tells no changes: it is asked for its state().
    virtual Result<std::optional<CabinetChange>> next(std::stop_token stop) = 0;
    /// For its counters (drivers/device/tally.h): a change that was told.
    static bool isUse(const std::optional<CabinetChange>& change) { return change.has_value(); }
    /// As all stood when it was opened or reset, with the changes since that next() has told. At
    /// most 1 s.
    virtual Result<CabinetState> state(std::stop_token stop) = 0;
};

} // namespace kiosk::drivers
