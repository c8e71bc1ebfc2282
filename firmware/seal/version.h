// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>

#include "firmware/seal/der.h"

namespace kiosk::seal {

/// Reads a structure's version. Error "seal.version" for none of the `known`: a later version may
/// mean something else by the same members, and outside of what is signed anybody may write one.
Result<int> knownVersion(DerReader& structure, std::initializer_list<int> known);

} // namespace kiosk::seal
