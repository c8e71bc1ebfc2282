// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "firmware/base/bytes.h"

namespace kiosk {

using Date = std::chrono::year_month_day;

/// Who holds a licence. `code` is the number on a person's certificate or, for an enterprise, the
/// unified social credit code (GB 32100). Personal data: lives in a visit's states and nowhere
/// else.
struct Holder {
    enum class Kind { person, enterprise };
    /// What a person is known by. The first two carry a citizen number (GB 11643).
    enum class Certificate { residentIdCard, hkMacaoTaiwanPermit, permanentResidenceCard };

    Kind kind = Kind::person;
    std::string name; ///< UTF-8, as the source wrote it: Chinese where the person has such a name
    std::string code;
    std::optional<Certificate> certificate = {}; ///< of a person, where it is known
    std::string latinName = {}; ///< on a foreigner's card beside the Chinese name; not asked for

    bool operator==(const Holder&) const = default;
};

/// A region that issues licences: its GB/T 2260 division code and its name as shown.
struct Region {
    std::string code; ///< "990000"
    std::string name; ///< "云州市"

    bool operator==(const Region&) const = default;
};

/// What the issuer says of the licence today. `unknown` is never usable.
enum class LicenceState {
    valid,
    suspended,
    withdrawn,
    cancelled,
    revoked,
    expired,
    superseded,
    unknown
};

std::string_view name(LicenceState state);

/// One licence a region holds for somebody: the entry of a search, not the file.
/// Names follow GB/T 36903 (metadata of electronic licences).
struct Licence {
    std::string identifier; ///< GB/T 36904, "1.2.156.3005.2.…"
    std::string typeCode;   ///< 21 characters
    std::string typeName;   ///< "营业执照"
    std::string number;     ///< the number printed on it; personal data where it is the citizen's
    Holder holder;
    Region region;
    std::string issuer;
    Date issuedOn{};
    std::optional<Date> expiresOn; ///< nothing: open-ended (长期)
    LicenceState state = LicenceState::unknown;

    bool operator==(const Licence&) const = default;
};

/// The licence as a file, exactly as received.
struct LicenceFile {
    enum class Format { ofd, pdf };

    std::string identifier;
    Format format = Format::ofd;
    Bytes content;
};

/// What a copy is for. Travels with every call to an authority and stands on the sheet.
struct Purpose {
    std::string key;  ///< "school", as in assets/texts: the screens' name for it
    std::string text; ///< "子女入学", at most 200 characters: what the sheet and the authority see
};

} // namespace kiosk
