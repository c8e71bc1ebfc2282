// SPDX-License-Identifier: Apache-2.0
#include "drivers/printer/ipp/ipp_client.h"

#include <array>

namespace kiosk::drivers::ipp {

namespace {

constexpr auto kPrinterAttributes = std::to_array<const char*>(
    {"printer-state", "printer-state-reasons", "printer-is-accepting-jobs",
     "printer-impressions-completed", "document-format-supported", "printer-make-and-model",
     "printer-device-id", "printer-firmware-string-version", "media-ready", "printer-input-tray",
     "printer-supply", "pwg-raster-document-resolution-supported",
     "pwg-raster-document-type-supported"});
constexpr auto kJobAttributes = std::to_array<const char*>(
    {"job-state", "job-state-reasons", "job-impressions-completed", "job-media-sheets-completed"});

Message newRequest(ipp_op_t operation, const PrinterAddress& address) {
    Message request(ippNewRequest(operation)); // sets charset and language
    ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nullptr,
                 address.uri.c_str());
    return request;
}

void addUser(ipp_t* request) {
    ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nullptr,
                 "kiosk");
}

template <std::size_t n>
void askFor(ipp_t* request, const std::array<const char*, n>& names) {
    ippAddStrings(request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes",
                  static_cast<int>(n), nullptr, names.data());
}

std::optional<int> number(ipp_t* response, const char* name, ipp_tag_t tag) {
    ipp_attribute_t* attribute = ippFindAttribute(response, name, tag);
    if (attribute == nullptr)
        return std::nullopt;
    return ippGetInteger(attribute, 0);
}

std::vector<int> numbers(ipp_t* response, const char* name, ipp_tag_t tag) {
    std::vector<int> found;
    for (ipp_attribute_t* attribute = ippFindAttribute(response, name, tag); attribute != nullptr;
         attribute = ippFindNextAttribute(response, name, tag))
        found.push_back(ippGetInteger(attribute, 0));
    return found;
}

std::vector<std::string> words(ipp_t* response, const char* name) {
    ipp_attribute_t* attribute = ippFindAttribute(response, name, IPP_TAG_ZERO);
    std::vector<std::string> found;
    for (int i = 0; attribute != nullptr && i < ippGetCount(attribute); ++i)
        if (const char* word = ippGetString(attribute, i, nullptr))
            found.emplace_back(word);
    return found;
}

/// Texts that travel as octets.
std::vector<std::string> octets(ipp_t* response, const char* name) {
    ipp_attribute_t* attribute = ippFindAttribute(response, name, IPP_TAG_STRING);
    std::vector<std::string> found;
    for (int i = 0; attribute != nullptr && i < ippGetCount(attribute); ++i) {
        int size = 0;
        const auto* text = static_cast<const char*>(ippGetOctetString(attribute, i, &size));
        if (text != nullptr)
            found.emplace_back(text, static_cast<std::size_t>(size));
    }
    return found;
}

/// Dots an inch, of those densities that are the same both ways.
std::vector<int> densities(ipp_t* response, const char* name) {
    ipp_attribute_t* attribute = ippFindAttribute(response, name, IPP_TAG_RESOLUTION);
    std::vector<int> found;
    for (int i = 0; attribute != nullptr && i < ippGetCount(attribute); ++i) {
        int down = 0;
        ipp_res_t unit = IPP_RES_PER_INCH;
        const int across = ippGetResolution(attribute, i, &down, &unit);
        if (unit == IPP_RES_PER_INCH && across == down && across > 0)
            found.push_back(across);
    }
    return found;
}

std::string word(ipp_t* response, const char* name) {
    const auto all = words(response, name);
    return all.empty() ? std::string() : all.front();
}

std::vector<std::string> unsupportedNames(ipp_t* response) {
    std::vector<std::string> names;
    for (ipp_attribute_t* attribute = ippFirstAttribute(response); attribute != nullptr;
         attribute = ippNextAttribute(response))
        if (ippGetGroupTag(attribute) == IPP_TAG_UNSUPPORTED_GROUP &&
            ippGetName(attribute) != nullptr)
            names.emplace_back(ippGetName(attribute));
    return names;
}

std::unexpected<Error> missing(std::string_view attribute) {
    return fail(ErrorKind::malformed, "printer.malformed-answer", Remedy::supplier,
                std::string(attribute) + " is missing");
}

/// exchange(), with the response's status code turned into an error.
Result<Message> ask(Subject subject, const PrinterAddress& address, ipp_t* request,
                    ByteView document, const ExchangeLimits& limits, const std::stop_token& stop) {
    Message response = TRY(exchange(address, request, document, limits, stop));
    const ipp_status_t status = ippGetStatusCode(response.get());
    if (status >= IPP_STATUS_ERROR_BAD_REQUEST)
        return std::unexpected(
            toError(subject, status, ippErrorString(status), unsupportedNames(response.get())));
    return response;
}

} // namespace

Result<PrinterAnswer> IppClient::printer(const std::stop_token& stop) const {
    const Message request = newRequest(IPP_OP_GET_PRINTER_ATTRIBUTES, address_);
    addUser(request.get());
    askFor(request.get(), kPrinterAttributes);
    const Message response = TRY(ask(Subject::printer, address_, request.get(), {}, query_, stop));
    const auto state = number(response.get(), "printer-state", IPP_TAG_ENUM);
    if (!state)
        return missing("printer-state");
    ipp_attribute_t* accepting =
        ippFindAttribute(response.get(), "printer-is-accepting-jobs", IPP_TAG_BOOLEAN);
    return PrinterAnswer{
        .state = *state,
        .reasons = words(response.get(), "printer-state-reasons"),
        .acceptingJobs = accepting == nullptr || ippGetBoolean(accepting, 0) != 0,
        .impressionsCompleted =
            number(response.get(), "printer-impressions-completed", IPP_TAG_INTEGER),
        .formats = words(response.get(), "document-format-supported"),
        .mediaReady = words(response.get(), "media-ready"),
        .inputTrays = octets(response.get(), "printer-input-tray"),
        .supplies = octets(response.get(), "printer-supply"),
        .rasterDensities = densities(response.get(), "pwg-raster-document-resolution-supported"),
        .rasterTypes = words(response.get(), "pwg-raster-document-type-supported"),
        .model = word(response.get(), "printer-make-and-model"),
        .deviceId = word(response.get(), "printer-device-id"),
        .firmware = word(response.get(), "printer-firmware-string-version")};
}

Result<JobAnswer> IppClient::job(int id, const std::stop_token& stop) const {
    const Message request = newRequest(IPP_OP_GET_JOB_ATTRIBUTES, address_);
    ippAddInteger(request.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", id);
    addUser(request.get());
    askFor(request.get(), kJobAttributes);
    const Message response = TRY(ask(Subject::job, address_, request.get(), {}, query_, stop));
    const auto state = number(response.get(), "job-state", IPP_TAG_ENUM);
    if (!state)
        return missing("job-state");
    return JobAnswer{.state = *state,
                     .reasons = words(response.get(), "job-state-reasons"),
                     .impressionsCompleted =
                         number(response.get(), "job-impressions-completed", IPP_TAG_INTEGER),
                     .sheetsCompleted =
                         number(response.get(), "job-media-sheets-completed", IPP_TAG_INTEGER)};
}

Result<> IppClient::cancel(int id, const std::stop_token& stop) const {
    const Message request = newRequest(IPP_OP_CANCEL_JOB, address_);
    ippAddInteger(request.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", id);
    addUser(request.get());
    TRY(ask(Subject::job, address_, request.get(), {}, query_, stop));
    return {};
}

Result<std::vector<int>> IppClient::heldJobs(const std::stop_token& stop) const {
    const Message request = newRequest(IPP_OP_GET_JOBS, address_);
    ipp_t* ipp = request.get();
    addUser(ipp);
    ippAddInteger(ipp, IPP_TAG_OPERATION, IPP_TAG_INTEGER, "limit", kMostHeldJobs);
    askFor(ipp, std::to_array<const char*>({"job-id"}));
    ippAddString(ipp, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "which-jobs", nullptr, "not-completed");
    ippAddBoolean(ipp, IPP_TAG_OPERATION, "my-jobs", 1);
    const Message response = TRY(ask(Subject::printer, address_, ipp, {}, query_, stop));
    return numbers(response.get(), "job-id", IPP_TAG_INTEGER);
}

Result<int> IppClient::print(const PrintDocument& document, const Content& content,
                             const std::stop_token& stop) const {
    const Message request = newRequest(IPP_OP_PRINT_JOB, address_);
    ipp_t* ipp = request.get();
    addUser(ipp);
    ippAddString(ipp, IPP_TAG_OPERATION, IPP_TAG_NAME, "job-name", nullptr,
                 document.jobName.c_str());
    ippAddString(ipp, IPP_TAG_OPERATION, IPP_TAG_MIMETYPE, "document-format", nullptr,
                 name(content.format).data());
    ippAddInteger(ipp, IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-impressions", document.pages);
    // Said always: many printers fall back to US Letter, and to two-sided.
    ippAddString(ipp, IPP_TAG_JOB, IPP_TAG_KEYWORD, "media", nullptr, "iso_a4_210x297mm");
    ippAddString(ipp, IPP_TAG_JOB, IPP_TAG_KEYWORD, "sides", nullptr, "one-sided");
    ippAddInteger(ipp, IPP_TAG_JOB, IPP_TAG_INTEGER, "copies", 1);
    const Message response = TRY(ask(Subject::printer, address_, ipp, content.bytes, print_, stop));
    const auto id = number(response.get(), "job-id", IPP_TAG_INTEGER);
    if (!id)
        return missing("job-id");
    return *id;
}

} // namespace kiosk::drivers::ipp
