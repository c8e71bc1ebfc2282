// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "firmware/authority/authority.h"
#include "firmware/verify/copy_verifier.h"

namespace kiosk::visit {

/// Two facts about a printed copy, each from its own source: what its code proves by itself, and
/// what its region says of it today.
struct CopyAnswer {
    verify::CopySignature signature;
    /// Nothing where the region was not asked: the code is proven wrong, or it names a region this
    /// kiosk does not know.
    std::optional<Result<authority::CopyRecord>> record;
    WallTime askedAt{};
};

/// A judgement with the text key that says why.
struct CopyJudgement {
    verify::Judgement judgement = verify::Judgement::cannotTell;
    std::string reason;
};

/// Green only for a copy that was printed, of a licence that is valid now.
CopyJudgement judge(const authority::CopyRecord& record);

/// What the region's answer means; no answer is never green. A number the region does not know is
/// its own word, too.
CopyJudgement judgeState(const CopyAnswer& answer);

/// Both facts together: one that is proven wrong decides, then one that is in doubt; green takes
/// both.
CopyJudgement judge(const CopyAnswer& answer);

} // namespace kiosk::visit
