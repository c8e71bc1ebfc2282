// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/licence/copy_code.h"
#include "firmware/licence/licence.h"

namespace kiosk {

/// That a person may use an enterprise's licences, for some of its licences, some purposes and some
/// time: the word of the region where the enterprise is registered, signed with SM2 and SM3 by the
/// key that signs its codes of copies. As text, a line for each member:
///
///   LG1
///   number=G990000-2026-0001
///   region=990000
///   role=agent
///   enterprise=91990101MA9900001X 云州市浮梦文化有限公司
///   bearer=990101199003071123 林云舒
///   types=11990000MB0000001X001          (or *)
///   purposes=bank school                 (or *)
///   from=2026-01-01
///   until=2027-05-31
///   signer=‹12 hexadecimal digits›
///   signature=‹128 hexadecimal digits›
///
/// Signed is the text before the line of the signature, as it stands. Personal data: held in memory
/// during a visit and nowhere else.
struct Grant {
    /// 法定代表人, 负责人, 经办人.
    enum class Role { legalRepresentative, manager, agent };

    std::string number;     ///< 8 to 32 characters of 0-9 A-Z and '-'; says nothing by itself
    std::string regionCode; ///< six digits
    Role role = Role::agent;
    Holder enterprise{Holder::Kind::enterprise, {}, {}};
    Holder bearer;                        ///< who may act: name and number
    std::vector<std::string> typeCodes;   ///< of the licences it covers; none: all
    std::vector<std::string> purposeKeys; ///< it covers; none: all
    Date from{};
    Date until{};                    ///< its last day
    CopyCode::SignerKey signerKey{}; ///< whose signature it is
    CopyCode::Signature signature{};

    bool operator==(const Grant&) const = default;
};

/// "legal-representative": in the text and in keys of texts.
std::string_view name(Grant::Role role);

bool coversType(const Grant& grant, std::string_view typeCode);
bool coversPurpose(const Grant& grant, std::string_view purposeKey);

std::string toText(const Grant& grant);

/// What the signature stands for: the grant's text without it.
std::string signedText(const Grant& grant);

/// Reads, does not believe. Accepts exactly what toText() writes. Errors: "grant.garbled"
/// (malformed, supplier).
Result<Grant> parseGrant(std::string_view text);

} // namespace kiosk
