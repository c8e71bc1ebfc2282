// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tests/sandbox/issuing/faces/layout.h"

namespace kiosk::sandbox {

/// Label and value as they stand on a face.
using Field = std::pair<std::string, std::string>;

/// The face's own value under this label, or "".
std::string fieldValue(const LicenceFace& face, std::string_view label);
/// The face's fields whose labels are not among these.
std::vector<Field> otherFields(const LicenceFace& face,
                               const std::vector<std::string_view>& labels);

/// "2026年03月18日至长期".
std::string validityText(const Licence& licence);

/// All holders' names on one line: "林云舒、江辞".
std::string holderNames(const LicenceFace& face);

/// What a citizen number tells (GB 11643): nothing for other codes.
std::optional<std::string> sexIn(std::string_view citizenNumber);
std::optional<std::string> birthDateIn(std::string_view citizenNumber);

/// A column of labelled values: labels are spaced to one width, values wrap under each other.
struct Column {
    double labelX = 0;
    double valueX = 0;
    double valueWidth = 0;
    double lineHeight = 8;
    double gap = 4; ///< between fields
    TextStyle label;
    TextStyle value;
    double labelWidth = 0; ///< labels shorter than this are spaced out to it

    /// Sets a field whose first baseline is given; returns the next field's.
    double set(LicencePage& page, double baseline, const Field& field) const;
    double set(LicencePage& page, double baseline, const std::vector<Field>& fields) const;
};

/// The licence identifier in small print.
void setIdentifier(LicencePage& page, double x, double baseline, Align align,
                   const Licence& licence);

/// The issuer above its date with the seal across both, its middle at (x, y): so placed, neither
/// meets the seal's own lettering.
void setSealedIssuer(LicencePage& page, double x, double y, const Licence& licence);

} // namespace kiosk::sandbox
