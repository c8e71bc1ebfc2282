// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/sandbox/issuing/faces/page_writer.h"
#include "tests/sandbox/issuing/issuer.h"

namespace kiosk::sandbox {

/// A name for some of a page's objects, as CustomTags give it.
struct PageTag {
    std::string name;
    std::vector<unsigned> objects;
};

/// A licence set on its page: the fixed artwork apart from what was filled in, as real licences
/// have it, and the middle of the seal.
struct LicencePage {
    PageWriter artwork;
    PageWriter values;
    std::vector<PageTag> tags;
    double sealX = 0; ///< millimetres
    double sealY = 0;

    explicit LicencePage(SizeMm size)
        : artwork(size, kFirstObjectId), values(size, kFirstObjectId + kArtworkIds) {}

    /// Names what was written to `values` since its object number was `first`.
    void tag(std::string_view name, unsigned first);

    /// More objects than any artwork here has.
    static constexpr unsigned kArtworkIds = 10'000;
};

/// Sets a face in the layout it names.
LicencePage setLicence(const LicenceFace& face);

LicencePage setBusinessLicence(const LicenceFace& face);
LicencePage setResidencePermit(const LicenceFace& face);
LicencePage setDrivingLicence(const LicenceFace& face);
LicencePage setMarriageCertificate(const LicenceFace& face);
LicencePage setPropertyCertificate(const LicenceFace& face);
LicencePage setFoodPermit(const LicenceFace& face);
LicencePage setPlain(const LicenceFace& face);

} // namespace kiosk::sandbox
