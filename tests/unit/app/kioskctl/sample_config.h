// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>

namespace kiosk::app {

/// The configuration of a kiosk without devices, of one region that nobody can reach: tests change
/// what they are about.
inline nlohmann::json sampleConfig() {
    const nlohmann::json none{{"module", "none"}};
    return {{"place", "here"},
            {"assets", KIOSK_SOURCE_DIR "/assets"},
            {"state", "state"},
            {"trust", "trust"},
            {"board", {{"widthPx", 1080}, {"heightPx", 1920}, {"pixelsPerMm", 4.0}}},
            {"cardReader", none},
            {"printer", none},
            {"camera", none},
            {"regions", nlohmann::json::array({{{"code", "990000"},
                                                {"name", "云州市"},
                                                {"url", "https://localhost:1"},
                                                {"caFile", "ca.pem"},
                                                {"certFile", "kiosk.pem"},
                                                {"keyFile", "kiosk.key"},
                                                {"envelopeKeyFile", "envelope.pem"}}})}};
}

} // namespace kiosk::app
