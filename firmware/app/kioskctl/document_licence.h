// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "firmware/licence/metadata/metadata.h"

namespace kiosk::app {

/// What a file says of itself as a licence, as JSON. Names and numbers are masked and the type's
/// own fields only named: a report is read by technicians.
nlohmann::json licenceJson(const LicenceMetadata& metadata);

/// Everything odd about it today: code, field, severity.
nlohmann::json qualityJson(const LicenceMetadata& metadata);

} // namespace kiosk::app
