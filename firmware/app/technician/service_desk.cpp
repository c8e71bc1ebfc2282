// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/technician/service_desk.h"

#include <nlohmann/json.hpp>

#include "firmware/app/technician/service_json.h"
#include "firmware/base/log.h"
#include "firmware/health/open_metrics.h"
#include "firmware/health/report.h"

namespace kiosk::app {

namespace {

using nlohmann::json;

std::string textIn(const json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string doneOr(const Result<>& done) {
    return oneLine(done ? json{{"done", true}} : json{{"error", toJson(done.error())}});
}

} // namespace

std::string ServiceDesk::answer(std::string_view question) {
    const json asked = json::parse(question, nullptr, false);
    if (asked.is_object()) {
        if (textIn(asked, "ask") == "devices")
            return devices();
        if (textIn(asked, "ask") == "health" && health_)
            return oneLine(health::reportOf(health_()));
        if (textIn(asked, "ask") == "metrics" && health_)
            return oneLine({{"metrics", health::openMetricsOf(health_())}});
        if (textIn(asked, "ask") == "proof" && prove_)
            return proof(textIn(asked, "challenge"));
        if (textIn(asked, "ask") == "visit" && isServing_)
            return oneLine({{"serving", isServing_()}});
        if (textIn(asked, "do") == "retry")
            return doneOr(retry(textIn(asked, "part")));
        if (textIn(asked, "do") == "accept")
            return doneOr(accept(textIn(asked, "part")));
        if (textIn(asked, "do") == "acceptPages")
            return doneOr(acceptPages());
    }
    return doneOr(fail(ErrorKind::unsupported, "service.question", Remedy::technician));
}

Result<> ServiceDesk::retry(const std::string& part) {
    bool found = false;
    for (const DevicePlace& place : places_) {
        if (!part.empty() && part != place.part)
            continue;
        found = true;
        log::tell<"device.worth-a-try">(place.part);
        place.startAfresh();
    }
    if (!found)
        return fail(ErrorKind::notFound, "service.no-part", Remedy::technician, part);
    return {};
}

Result<> ServiceDesk::accept(const std::string& part) {
    if (!parts_)
        return fail(ErrorKind::notFound, "parts.not-seen", Remedy::technician, part);
    TRY(parts_->accept(part, clock_.wall()));
    if (record_)
        record_(audit::entry<"parts.accepted">(part));
    return retry(part);
}

Result<> ServiceDesk::acceptPages() const {
    log::tell<"printer.strange-pages-explained">(pages_.count());
    pages_.accept();
    return {};
}

std::string ServiceDesk::proof(std::string_view text) const {
    const auto challenge = handout::Challenge::of(text);
    if (!challenge)
        return doneOr(fail(ErrorKind::malformed, "service.challenge", Remedy::citizenAgain,
                           "16 to 64 letters, digits and hyphens"));
    const auto proven = prove_(*challenge);
    return proven ? *proven : doneOr(std::unexpected(proven.error()));
}

std::string ServiceDesk::devices() const {
    json told{
        {"devices", json::array()}, {"parts", json::array()}, {"strangePages", pages_.count()}};
    for (const DevicePlace& place : places_)
        told["devices"].push_back(toJson(place.part, place.report(), clock_.steady()));
    if (parts_)
        for (const parts::PartReport& report : parts_->report())
            told["parts"].push_back(toJson(report));
    return oneLine(told);
}

} // namespace kiosk::app
