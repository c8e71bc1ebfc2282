// SPDX-License-Identifier: Apache-2.0
#include "firmware/verify/verdict.h"

namespace kiosk::verify {

std::string_view name(Judgement judgement) {
    switch (judgement) {
    case Judgement::valid:
        return "valid";
    case Judgement::notValid:
        return "notValid";
    case Judgement::cannotTell:
        return "cannotTell";
    }
    return "";
}

std::string_view name(LayerState state) {
    switch (state) {
    case LayerState::ok:
        return "ok";
    case LayerState::failed:
        return "failed";
    case LayerState::unknown:
        return "unknown";
    }
    return "";
}

std::string_view name(Reason::Severity severity) {
    switch (severity) {
    case Reason::Severity::note:
        return "note";
    case Reason::Severity::doubt:
        return "doubt";
    case Reason::Severity::fault:
        return "fault";
    }
    return "";
}

} // namespace kiosk::verify
