// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/issuing/faces/layout.h"

namespace kiosk::sandbox {

/// Names of tags are names of XML elements: what stands in brackets is left out.
void LicencePage::tag(std::string_view name, unsigned first) {
    PageTag tag{.name = std::string(name.substr(0, name.find("（"))), .objects = {}};
    for (unsigned id = first; id < values.nextId(); ++id)
        tag.objects.push_back(id);
    if (!tag.objects.empty())
        tags.push_back(std::move(tag));
}

LicencePage setLicence(const LicenceFace& face) {
    switch (face.layout) {
    case LicenceFace::Layout::businessLicence:
        return setBusinessLicence(face);
    case LicenceFace::Layout::residencePermit:
        return setResidencePermit(face);
    case LicenceFace::Layout::drivingLicence:
        return setDrivingLicence(face);
    case LicenceFace::Layout::marriageCertificate:
        return setMarriageCertificate(face);
    case LicenceFace::Layout::propertyCertificate:
        return setPropertyCertificate(face);
    case LicenceFace::Layout::foodPermit:
        return setFoodPermit(face);
    case LicenceFace::Layout::plain:
        return setPlain(face);
    }
    return setPlain(face);
}

} // namespace kiosk::sandbox
