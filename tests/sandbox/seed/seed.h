// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "firmware/authority/authority.h"
#include "tests/sandbox/issuing/issuer.h"

namespace kiosk::sandbox {

/// The two invented regions.
inline constexpr std::string_view kYunzhou = "990000";
inline constexpr std::string_view kHaining = "980000";
std::vector<Region> regions();

/// Every invented person, in a fixed order; several names need rare characters. The numbers carry
/// right check digits, in divisions that do not exist. The first person holds four licences, one of
/// them expired; the second person's driving licence is revoked. First the citizens, then one
/// person for each other certificate and form of number, and one whose name has a character that
/// no font draws.
std::vector<Holder> people();
inline constexpr std::size_t kCitizens = 14;
/// The invented enterprises.
std::vector<Holder> enterprises();

/// The types both regions know (GB/T 36902).
std::vector<authority::CatalogueEntry> licenceTypes();

/// Everything a region has issued. Identifiers follow GB/T 36904 with the right check character.
/// Stored states are the issuer's decisions; "expired" follows from the date when somebody asks.
std::vector<LicenceFace> licencesOf(const Region& region);

} // namespace kiosk::sandbox
