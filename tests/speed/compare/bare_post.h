// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "firmware/base/result.h"

namespace kiosk::speed {

/// The least that hands a request to an IPP printer on this machine ("ipp://127.0.0.1:8631/…"):
/// connects, posts the body, hears the answer to its end. Error "speed.no-printer".
Result<> postBare(const std::string& uri, const std::string& body);

} // namespace kiosk::speed
