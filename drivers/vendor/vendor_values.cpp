// SPDX-License-Identifier: Apache-2.0
#include "drivers/vendor/vendor_values.h"

#include <algorithm>

#include "firmware/base/text.h"

namespace kiosk::drivers::vendor {

namespace {

constexpr std::array kKinds{ErrorKind::notFound,    ErrorKind::unavailable, ErrorKind::timedOut,
                            ErrorKind::cancelled,   ErrorKind::refused,     ErrorKind::malformed,
                            ErrorKind::unsupported, ErrorKind::integrity,   ErrorKind::device};

constexpr std::array kRemedies{Remedy::citizenAgain,  Remedy::attendant, Remedy::technician,
                               Remedy::configuration, Remedy::supplier,  Remedy::wait};

bool isCode(std::string_view text) {
    constexpr std::string_view kCharacters = "abcdefghijklmnopqrstuvwxyz0123456789-.";
    return text.find('.') != std::string_view::npos &&
           text.find_first_not_of(kCharacters) == std::string_view::npos;
}

Result<Error> errorFrom(const kiosk_error& error) {
    const auto kind = TRY(valueOf(kKinds, error.kind, "kind"));
    const auto remedy = TRY(valueOf(kRemedies, error.remedy, "remedy"));
    const auto code = TRY(textOf(error.code, "code"));
    const auto detail = TRY(textOf(error.detail, "detail"));
    if (!isCode(code))
        return wrong("vendor.bad-text", "code");
    return Error(kind, code, remedy, detail);
}

} // namespace

std::unexpected<Error> wrong(std::string_view code, std::string_view detail) {
    return fail(ErrorKind::malformed, code, Remedy::supplier, detail);
}

Result<std::string> textIn(std::span<const char> room, std::string_view what) {
    const auto end = std::ranges::find(room, '\0');
    std::string text(room.begin(), end);
    if (end == room.end() || !isValidUtf8(text))
        return wrong("vendor.bad-text", what);
    return text;
}

Result<bool> yesOrNo(std::int32_t value, std::string_view what) {
    if (value != 0 && value != 1)
        return wrong("vendor.bad-enum", std::string(what) + " " + std::to_string(value));
    return value == 1;
}

kiosk_error inVendorsWords(const Error& error) {
    auto told = sized<kiosk_error>();
    const auto kind = std::ranges::find(kKinds, error.kind());
    told.kind = kind == kKinds.end() ? std::int32_t{KIOSK_KIND_DEVICE}
                                     : static_cast<std::int32_t>(kind - kKinds.begin()) + 1;
    told.remedy = static_cast<std::int32_t>(std::ranges::find(kRemedies, error.remedy()) -
                                            kRemedies.begin()) +
                  1;
    std::ranges::copy(error.code().substr(0, sizeof(told.code) - 1), told.code);
    std::string detail = error.detail().substr(0, sizeof(told.detail) - 1);
    while (!isValidUtf8(detail))
        detail.pop_back(); // half a character at its end
    std::ranges::copy(detail, told.detail);
    return told;
}

Result<> answered(std::int32_t result, const kiosk_error& error) {
    if (result == KIOSK_OK)
        return {};
    if (result != KIOSK_FAILED)
        return wrong("vendor.bad-result", std::to_string(result));
    const auto told = errorFrom(error);
    if (!told)
        return wrong("vendor.bad-error", told.error().code() + ": " + told.error().detail());
    return std::unexpected(*told);
}

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    for (const std::string_view line : split(text, '\n'))
        if (!line.empty())
            lines.emplace_back(line);
    return lines;
}

} // namespace kiosk::drivers::vendor
