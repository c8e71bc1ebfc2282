// SPDX-License-Identifier: Apache-2.0
#include "firmware/visit/confirm_copy.h"
#include "firmware/visit/effects.h"

namespace kiosk::visit {

namespace {

/// A lost reply is the normal accident: the same key asks for the same reservation again.
constexpr int kReserveAttempts = 3;

authority::CopyWish wishFor(const command::ReserveCopy& what, std::string key) {
    return {.identifier = what.licence.identifier,
            .purpose = what.purpose,
            .fileDigest = verify::copyDigest(what.opened->file.content),
            .key = std::move(key),
            .grantNumber = what.grantNumber};
}

/// A code that does not hold would be found out on paper only, so it never gets there.
Result<CopyCode> believed(const verify::CopyVerifier& verifier, const Licence& licence,
                          const authority::CopyWish& wish, const CopyCode& code, WallTime now) {
    const auto refused = [](std::string_view why) {
        return fail(ErrorKind::integrity, "copy.code-refused", Remedy::supplier, why);
    };
    const verify::CopySignature signature = verifier.check(code, now);
    if (verify::judgementOf(signature.finding) != verify::Judgement::valid)
        return refused(verify::reasonOf(signature.finding));
    if (code.regionCode != licence.region.code || code.typeCode != licence.typeCode ||
        code.fileDigest != wish.fileDigest || code.purposeKey != wish.purpose.key)
        return refused("made out for another licence or purpose");
    return code;
}

Result<CopyCode> reserve(authority::Authority& authority, const authority::CopyWish& wish,
                         const std::stop_token& stop) {
    for (int attempt = 1;; ++attempt) {
        const auto reserved = authority.reserveCopy(wish, stop);
        if (reserved)
            return reserved->code;
        if (attempt == kReserveAttempts || reserved.error().kind() != ErrorKind::unavailable)
            return std::unexpected(reserved.error());
    }
}

Result<CopyCode> reserveChecked(const Workplace& at, authority::Authority& authority,
                                const command::ReserveCopy& what, const std::string& key,
                                const std::stop_token& stop) {
    const authority::CopyWish wish = wishFor(what, key);
    const CopyCode code = TRY(reserve(authority, wish, stop));
    return believed(at.copyVerifier, what.licence, wish, code, at.clock.wall());
}

} // namespace

void Effects::carryOut(const command::ReserveCopy& what) {
    RegionLink* link = linkOf(at_, what.licence.region.code);
    link->worker.submit([this, visit = visit_, link, what,
                         key = randomUuid(at_.random)](const std::stop_token& stop) {
        const Result<CopyCode> code = reserveChecked(at_, link->authority, what, key, stop);
        at_.loop.post([this, visit, code] {
            if (visit == visit_)
                deliver_(event::CopyReserved{code});
            else if (code) // nobody waits for it any more: it is not left to be found open
                confirmCopy(at_, code->regionCode, code->copyNumber, 0);
        });
    });
}

} // namespace kiosk::visit
