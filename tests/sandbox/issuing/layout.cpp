// SPDX-License-Identifier: Apache-2.0
#include "tests/sandbox/issuing/layout.h"

#include "tests/sandbox/issuing/dates.h"

namespace kiosk::sandbox {

LicencePage setLicence(const LicenceFace& face) {
    switch (face.layout) {
    case LicenceFace::Layout::businessLicence:
    case LicenceFace::Layout::residencePermit:
    case LicenceFace::Layout::drivingLicence:
    case LicenceFace::Layout::marriageCertificate:
    case LicenceFace::Layout::plain:
        return setPlain(face);
    }
    return setPlain(face);
}

std::string validityText(const Licence& licence) {
    const std::string from = faceDate(licence.issuedOn);
    return from + "至" + (licence.expiresOn ? faceDate(*licence.expiresOn) : "长期");
}

} // namespace kiosk::sandbox
