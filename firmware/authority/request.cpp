// SPDX-License-Identifier: Apache-2.0
#include "firmware/authority/request.h"

#include <array>

namespace kiosk::authority {

std::string_view name(Operation operation) {
    switch (operation) {
    case Operation::retrieveLater:
        return "retrieve-later";
    case Operation::reportError:
        return "report-error";
    case Operation::confirmCopy:
        return "confirm-copy";
    }
    return "retrieve-later";
}

Result<Operation> operationNamed(std::string_view word) {
    constexpr std::array kAll{Operation::retrieveLater, Operation::reportError,
                              Operation::confirmCopy};
    for (const Operation operation : kAll) {
        if (name(operation) == word)
            return operation;
    }
    return fail(ErrorKind::malformed, "request.unknown-operation", Remedy::supplier);
}

} // namespace kiosk::authority
