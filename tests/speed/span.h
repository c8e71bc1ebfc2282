// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "firmware/base/result.h"

namespace kiosk::speed {

/// What is measured: runs to its end on the calling thread, as often as asked.
using Action = std::function<Result<>()>;

/// One stretch of a visit. Names follow the visit's trace: "card.decode", "page.preview".
struct Span {
    std::string name;
    std::string what; ///< one line for the reader of the report
    /// Makes everything the action needs; not measured.
    Result<Action> (*prepare)();
};

std::vector<Span> cardSpans();
std::vector<Span> authoritySpans();
std::vector<Span> codeSpans();
std::vector<Span> documentSpans();
std::vector<Span> printSpans();
std::vector<Span> vendorSpans();

} // namespace kiosk::speed
