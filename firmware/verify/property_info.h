// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kiosk::verify {

/// The package path of Signature.xml that a seal's propertyInfo names, as Package has paths: the
/// text itself, or `Entry` of the JSON object one vendor writes. Nothing where it names none.
std::optional<std::string> signedPathIn(std::string_view propertyInfo);

} // namespace kiosk::verify
