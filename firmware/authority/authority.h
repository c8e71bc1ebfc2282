// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stop_token>
#include <string>
#include <vector>

#include "firmware/authority/request.h"
#include "firmware/base/clock.h"
#include "firmware/licence/copy_code.h"
#include "firmware/licence/grant.h"
#include "firmware/licence/licence.h"

namespace kiosk::authority {

/// A licence type the authority can look up (GB/T 36902 catalogue).
struct CatalogueEntry {
    std::string typeCode;
    std::string typeName;
    Holder::Kind holderKind = Holder::Kind::person;
};

/// A grant as its region hands it out: nobody has judged it yet.
struct GrantEntry {
    Grant grant;
    bool isRevoked = false; ///< the region's word of today
};

/// A licence whose file is wanted.
struct FileWish {
    std::string identifier;
    Purpose purpose;
    std::string grantNumber = {}; ///< of an enterprise's licence: by which grant
};

/// A copy the kiosk wants to print.
struct CopyWish {
    std::string identifier; ///< of the licence
    Purpose purpose;
    CopyCode::FileDigest fileDigest{}; ///< of the file that is to be printed, as it was fetched
    std::string key;                   ///< the same key gives the same reservation
    /// Of an enterprise's licence: by which grant. The region knows whom and what it names, and
    /// keeps it with the copy.
    std::string grantNumber = {};
};

/// The right to print one copy: the authority counts copies, the kiosk never does (reliability: no
/// reservation, no print).
struct CopyReservation {
    CopyCode code; ///< with the copy's number; whoever prints it checks its signature before
    WallTime expiresAt{};
};

/// What the authority says of a printed copy whose code was read back.
struct CopyRecord {
    enum class State { reserved, printed, voided, unknown };

    State state = State::unknown;
    std::string licenceTypeName;
    std::string holderMasked; ///< masked by the authority; the full name is not sent
    std::string purpose;
    LicenceState licenceState = LicenceState::unknown;
    WallTime printedAt{}; ///< the epoch while it is not printed
};

std::string_view name(CopyRecord::State state);

/// One region's licence platform, whatever its dialect. Calls block up to the adapter's deadlines
/// and are made on the network worker. Errors:
///
///   code                        kind         remedy         meaning
///   "authority.unreachable"     unavailable  wait           no connection, or no answer in time
///   "network.no-name"           unavailable  configuration  its name cannot be looked up
///   "authority.untrusted"       integrity    configuration  not this region's certificate
///   "authority.refused"         refused      citizenAgain   understood and said no; detail: code
///   "authority.not-found"       notFound     citizenAgain   no such licence or copy
///   "authority.out-of-service"  unavailable  wait           HTTP 5xx or the platform's own word
///   "authority.garbled"         malformed    supplier       an answer outside its own format
///   "authority.cancelled"       cancelled    wait           the stop token was used
///   "grant.missing"             refused      attendant      no such grant for this enterprise
///   "grant.revoked"             refused      attendant      it was withdrawn
///   "grant.expired"             refused      attendant      not begun yet, or over
///   "grant.not-covered"         refused      attendant      not for this licence or purpose
///   "grant.company-unknown"     refused      attendant      no such enterprise here
///
/// A lost reply leaves the effect unknown; repeating a call with the same key is always safe.
class Authority {
public:
    virtual ~Authority() = default;

    virtual const Region& region() const = 0;
    virtual Result<std::vector<CatalogueEntry>> catalogue(std::stop_token stop) = 0;
    /// None held is an empty list, a success; it is not the same as no answer (R3).
    virtual Result<std::vector<Licence>> search(const Holder& holder, std::stop_token stop) = 0;
    /// The enterprises this person may act for; none is an empty list. Personal data.
    virtual Result<std::vector<GrantEntry>> grants(const Holder& person, std::stop_token stop) = 0;
    /// The licences of its enterprise that a grant of this region covers.
    virtual Result<std::vector<Licence>> searchBy(const Grant& grant, std::stop_token stop) = 0;
    virtual Result<LicenceFile> fetch(const FileWish& wish, std::stop_token stop) = 0;
    virtual Result<LicenceState> status(const std::string& identifier, std::stop_token stop) = 0;
    virtual Result<CopyReservation> reserveCopy(const CopyWish& wish, std::stop_token stop) = 0;
    /// `pages` that came out; 0 voids the number. Saying the same again is safe.
    virtual Result<> confirmCopy(const std::string& copyNumber, int pages,
                                 std::stop_token stop) = 0;
    virtual Result<CopyRecord> checkCopy(const std::string& copyNumber, std::stop_token stop) = 0;

    /// Seals a wish to this region, without the network and from any thread. From here on the kiosk
    /// itself cannot read it. Errors: "envelope.key" (configuration).
    virtual Result<SealedRequest> seal(const Request& request) const = 0;
    /// Delivers a sealed request; executed once per key however often it is sent.
    virtual Result<> submit(const SealedRequest& request, std::stop_token stop) = 0;
};

} // namespace kiosk::authority
