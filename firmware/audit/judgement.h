// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/audit/files.h"

namespace kiosk::audit {

/// What is wrong with a record at its first gap.
enum class Fault {
    none,
    altered,   ///< not what the kiosk signed
    otherKey,  ///< signed by another key
    inserted,  ///< lines that do not belong there, or stand there once more
    deleted,   ///< not there
    reordered, ///< another record stands in its place
    replaced,  ///< signed by the kiosk, but not the one that the next record or the head names
    cutOff,    ///< the end is missing
    noHead,    ///< nothing says where the end was
    olderHead, ///< what says where the end was is older than the record
    found      ///< the kiosk itself found its record not whole, and wrote that down
};
std::string_view name(Fault fault); ///< "cut-off"

struct Judgement {
    Fault fault = Fault::none;
    /// The numbers that are concerned; for `reordered` the place, and whose record stands there;
    /// for `inserted` the place twice.
    std::uint64_t from = 0;
    std::uint64_t through = 0;
    std::string found{}; ///< for `found`: what, of kFound

    std::uint64_t count = 0;   ///< lines
    std::uint64_t first = 0;   ///< number of the first record; 0: none
    Tip last{};                ///< of the last one
    std::string since{};       ///< time of the first, as it says
    std::string key{};         ///< name of the one that signs now: the last it was handed over to
    bool isUnfinished = false; ///< the last append was cut, or goes on: no fault

    bool isWhole() const { return fault == Fault::none; }
};

/// A head that was known elsewhere before: in a bundle, or written down by somebody.
struct KnownHead {
    std::uint64_t number = 0;
    std::string digest; ///< or its first digits, kMarkDigits or more
};
/// As many as name a record in the kiosk's health: whoever has no key can sign none for any digits.
inline constexpr std::size_t kMarkDigits = 16;

/// Why a record is not whole: "audit.deleted" and its like (integrity, technician), with the
/// numbers that are concerned; nothing for one that is.
std::optional<Error> errorOf(const Judgement& judgement);

/// Judges each line's place and link, the signature of the last one, which vouches for all that
/// led to it, and the head; at a gap as many signatures as it takes to name the fault. What was
/// taken from the beginning has to be on record; of Reads::newest the beginning is taken as it is.
///
/// Over a change of the key it goes on by what both keys say of it (reign.h), from whichever of
/// them is known.
///
/// Not found can be: a record put back as it was earlier, with its head; that is found with a
/// `known` head from after that time. And one written anew by who has the kiosk's key.
Judgement judge(const Stored& stored, const Known& key, Reads what = Reads::all,
                const std::optional<KnownHead>& known = {});

} // namespace kiosk::audit
