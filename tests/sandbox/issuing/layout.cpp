// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/issuing/layout.h"

namespace kiosk::sandbox {

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
    case LicenceFace::Layout::plain:
        return setPlain(face);
    }
    return setPlain(face);
}

} // namespace kiosk::sandbox
