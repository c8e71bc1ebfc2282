// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/audit/judgement.h"

namespace kiosk::audit {

/// How much is kept: at 400 bytes a record 80,000 of them, 450 a day for half a year
/// (网络安全法 art. 21).
struct Bounds {
    std::size_t segmentBytes = std::size_t{1} << 20;
    std::size_t mostSegments = 32;
};

/// The kiosk's record of what matters to whoever supervises it, to be added to only (S2). Each
/// record names the one before by its digest and is signed; the last one's number and digest stand
/// apart, signed too (Head). What is judged of it: judgement.h.
///
/// A record is on the disk when append() returns. Power that goes meanwhile leaves it whole or
/// absent, and never what could be taken for a forgery. Several processes may append: each waits
/// for the others. One thread at a time for each of this type. Errors: "audit.not-written"
/// (storage, technician), "audit.not-begun" (notFound, technician) where the kiosk itself has to
/// begin it, and the signer's.
class Record {
public:
    /// `folder` is made with the first record.
    Record(std::filesystem::path folder, Writer writer, Signer signer, Known known,
           Bounds bounds = {});

    /// Where the record ends now. Where it is not as it was left that is recorded first: nothing
    /// that was done to it gets lost by going on.
    Result<Tip> append(const Entry& entry, WallTime at) const;

    /// Goes on with a record that the key before handed over to this one, as append() does before
    /// anything else (reign.h).
    Result<Tip> takeOver(WallTime at) const;

    /// A quick look at head and newest records. Errors: readFolder()'s.
    Result<Judgement> look() const;

private:
    struct State;
    Result<State> stateOf(const Files& files) const;
    Result<> mend(const Files& files, const State& state) const;
    Result<> beginWith(const Files& files, State& state, WallTime at) const;
    Result<> makeRoom(const Files& files, Tip& tip, WallTime at) const;
    Result<> write(const Files& files, Tip& tip, const Entry& entry, WallTime at) const;
    Result<> writeHead(const Files& files, const Tip& tip) const;

    std::filesystem::path folder_;
    Writer writer_;
    Signer signer_;
    Known known_;
    Bounds bounds_;
};

} // namespace kiosk::audit
