// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "firmware/base/result.h"
#include "firmware/stick/progress.h"
#include "firmware/update/history.h"

namespace kiosk::stick {

/// What is said on the wire between the kiosk and the desk that may touch sticks; nothing where it
/// is no such thing.
///
///     {"wish": "export", "errorsOnly": true}       {"wish": "look"}
///     {"wish": "give", "file": "kiosk.raucb"}      {"wish": "history"}
///
///     {"progress": {"stage": "writing", "percent": 40, "needs": 1000, "free": 5000}}
///     {"piece": 4096}, and so many bytes behind it
///     {"error": {"kind": "storage", "code": "stick.full", "remedy": "technician", "detail": "…"}}
///     {"done": {"file": "…", "bundles": […], "sha256": "…", "events": […]}}
nlohmann::json toJson(const Progress& progress);
nlohmann::json toJson(const BundleOnStick& bundle);
nlohmann::json toJson(const Error& error);
nlohmann::json toJson(const update::Event& event);

std::optional<Progress> progressIn(const nlohmann::json& told);
std::optional<BundleOnStick> bundleIn(const nlohmann::json& told);
std::optional<Error> errorIn(const nlohmann::json& told);
std::optional<update::Event> eventIn(const nlohmann::json& told);

/// Of a member that should be a text; empty where it is none.
std::string textIn(const nlohmann::json& told, const char* member);

} // namespace kiosk::stick
