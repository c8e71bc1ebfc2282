// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/sandbox/region_service.h"

namespace kiosk::sandbox {

/// An HTTP answer, without HTTP.
struct WireAnswer {
    int httpStatus = 200;
    std::string contentType;
    std::string body;
};

/// The JSON dialect's platform side: carries out one call. Any text may come in; what is not the
/// dialect is answered with HTTP 400, an unknown path with 404.
WireAnswer answerCall(RegionService& service, std::string_view path, std::string_view body);

/// An answer that says no by the dialect's own word.
WireAnswer wireRefusal(int status);

} // namespace kiosk::sandbox
