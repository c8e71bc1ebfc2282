// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "firmware/audit/line.h"

namespace kiosk::audit {

/// From which line on which key signs.
struct Reign {
    std::size_t from = 0; ///< index of its first line
    Known key;
};

/// A record goes from one key to another by two lines: the last of the one that was says which
/// point follows ("key.handed-over"), the first of the one that follows says from which
/// ("key.taken-over"). Both are signed, each by its own, so that whoever knows either of the two
/// knows the other: from the one that was, forwards; from the one that is, back. A key that was
/// handed over to and did not begin follows nobody.
///
/// The keys of these lines, the first from line 0 on; `key` is one of them. Where the lines tell of
/// no handover from or to `key` it is `key` alone.
std::vector<Reign> reignsOf(const std::vector<std::string>& lines, const Known& key);

/// The key before this one, where the line hands over to the key with `point`, or is by `known` and
/// takes over. Of a line that is neither, or not signed so, nothing. `heads` tell the point of one
/// that hands over.
std::optional<Known> keyBefore(const Line& line, const Signer& signer, const Known& known,
                               const std::vector<std::string>& heads);

/// "to" of a line that hands over and "from" of one that takes over; empty for every other.
Bytes handedTo(const nlohmann::json& told);
Bytes takenFrom(const nlohmann::json& told);

} // namespace kiosk::audit
