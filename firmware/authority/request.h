// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "firmware/base/bytes.h"
#include "firmware/licence/licence.h"

namespace kiosk::authority {

/// What the kiosk may carry out later for somebody.
enum class Operation { retrieveLater, reportError, confirmCopy };

std::string_view name(Operation operation);
/// Nothing is known by another name: "request.unknown-operation" (supplier).
Result<Operation> operationNamed(std::string_view name);

/// A wish the kiosk carries out later for somebody: an intent, never a document. Plain personal
/// data: lives in memory until it is sealed, never on a disk.
struct Request {
    std::string key; ///< UUID, the idempotency key from capture to server
    Operation operation = Operation::retrieveLater;
    std::string holderCode;
    std::string holderName;
    std::optional<Holder::Certificate> holderCertificate; ///< what holderCode stands on
    std::string pickupNumber; ///< ten random digits on the slip; means nothing by itself
    std::string note;         ///< purpose key or reported field
    std::string copyNumber;   ///< confirmCopy: which copy …
    int pages = 0;            ///< … and how many of its pages came out; 0 voids it

    bool operator==(const Request&) const = default;
};

/// The same wish as it is stored and sent: nobody but the region it is sealed to can read it.
/// What stands outside the envelope says nothing about a person.
struct SealedRequest {
    std::string key;
    Operation operation = Operation::retrieveLater;
    Bytes envelope;

    bool operator==(const SealedRequest&) const = default;
};

} // namespace kiosk::authority
