// SPDX-License-Identifier: Apache-2.0
#include "drivers/printer/ipp/ipp_exchange.h"

#include <algorithm>
#include <array>

#include "firmware/base/clock.h"

namespace kiosk::drivers::ipp {

namespace {

using namespace std::chrono_literals;

struct ConnectionCloser {
    void operator()(http_t* http) const { httpClose(http); }
};
using Connection = std::unique_ptr<http_t, ConnectionCloser>;

/// How long the calls under way may still wait. libcups asks every kWaitSlice.
struct Patience {
    SteadyTime deadline;
    std::stop_token stop;

    bool isOver() const { return stop.stop_requested() || SystemClock().steady() >= deadline; }
};
constexpr double kWaitSliceSeconds = 0.1;

int mayWaitOn(http_t*, void* patience) {
    return static_cast<const Patience*>(patience)->isOver() ? 0 : 1;
}

std::unexpected<Error> silent(std::string_view detail) {
    return fail(ErrorKind::timedOut, "printer.silent", Remedy::technician, detail);
}

std::unexpected<Error> malformed(std::string_view detail) {
    return fail(ErrorKind::malformed, "printer.malformed-answer", Remedy::supplier, detail);
}

/// SHA-256 of the certificate the other side has shown, in hex; empty where it has shown none.
std::string fingerprintOf(http_t* http) {
    cups_array_t* chain = nullptr;
    if (httpCopyCredentials(http, &chain) != 0)
        return {};
    const std::unique_ptr<cups_array_t, void (*)(cups_array_t*)> owned(
        chain, [](cups_array_t* all) { httpFreeCredentials(all); });
    const auto* own = static_cast<const http_credential_t*>(cupsArrayFirst(chain));
    std::array<unsigned char, 32> hash{};
    if (own == nullptr ||
        cupsHashData("sha2-256", own->data, own->datalen, hash.data(), hash.size()) < 0)
        return {};
    return toHex(std::as_bytes(std::span(hash)));
}

Result<Connection> connect(const PrinterAddress& address, const ExchangeLimits& limits,
                           Patience& patience) {
    const auto security = address.security == PrinterAddress::Security::tls
                              ? HTTP_ENCRYPTION_ALWAYS
                              : HTTP_ENCRYPTION_IF_REQUESTED;
    const auto wait = std::min(limits.connect, limits.total);
    const std::string& host = address.through.empty() ? address.host : address.through;
    Connection http(httpConnect2(host.c_str(), address.port, nullptr, AF_UNSPEC, security, 1,
                                 static_cast<int>(wait.count()), nullptr));
    if (!http)
        return fail(ErrorKind::unavailable, "printer.gone", Remedy::technician, "cannot connect");
    if (address.security == PrinterAddress::Security::tls &&
        fingerprintOf(http.get()) != address.certificate)
        return fail(ErrorKind::integrity, "printer.untrusted", Remedy::technician,
                    "shows another certificate than the configured one");
    if (patience.stop.stop_requested())
        return fail(ErrorKind::cancelled, "printer.stopped", Remedy::wait);
    httpSetTimeout(http.get(), kWaitSliceSeconds, mayWaitOn, &patience);
    return http;
}

bool sendHead(http_t* http, const PrinterAddress& address, ipp_t* request, std::size_t bodySize) {
    httpClearFields(http);
    httpSetField(http, HTTP_FIELD_CONTENT_TYPE, "application/ipp");
    httpSetLength(http, ippLength(request) + bodySize);
    if (httpPost(http, address.resource.c_str()) != 0)
        return false;
    ipp_state_t state = IPP_STATE_IDLE;
    while (state != IPP_STATE_DATA && state != IPP_STATE_ERROR)
        state = ippWrite(http, request);
    return state == IPP_STATE_DATA;
}

bool sendBody(http_t* http, ByteView document, const Patience& patience) {
    constexpr std::size_t kChunk = 16U << 10;
    while (!document.empty() && !patience.isOver()) {
        const ByteView chunk = document.first(std::min(kChunk, document.size()));
        const auto* text = static_cast<const char*>(static_cast<const void*>(chunk.data()));
        if (httpWrite2(http, text, chunk.size()) < 0)
            return false;
        document = document.subspan(chunk.size());
    }
    return document.empty() && httpFlushWrite(http) >= 0;
}

Result<http_status_t> readStatus(http_t* http, const Patience& patience) {
    http_status_t status = HTTP_STATUS_CONTINUE;
    while (status == HTTP_STATUS_CONTINUE && !patience.isOver())
        status = httpUpdate(http);
    if (status == HTTP_STATUS_CONTINUE || status == HTTP_STATUS_ERROR)
        return silent("no HTTP answer");
    return status;
}

/// Only a client error says for sure that the document went nowhere.
std::unexpected<Error> httpError(http_status_t status) {
    const std::string detail = "HTTP " + std::to_string(static_cast<int>(status));
    if (status >= HTTP_STATUS_BAD_REQUEST && status < HTTP_STATUS_SERVER_ERROR)
        return fail(ErrorKind::refused, "printer.refused", Remedy::technician, detail);
    return silent(detail);
}

Result<Message> readMessage(http_t* http, const Patience& patience) {
    Message response(ippNew());
    ipp_state_t state = IPP_STATE_IDLE;
    while (state != IPP_STATE_DATA) {
        state = ippRead(http, response.get());
        if (patience.isOver())
            return silent("the answer did not end");
        if (state == IPP_STATE_ERROR)
            return malformed("not an IPP message");
    }
    return response;
}

} // namespace

namespace {

std::unexpected<Error> addressError(std::string_view detail) {
    return fail(ErrorKind::configuration, "printer.address", Remedy::configuration, detail);
}

/// "#sha256=HEX" behind the address; lower case, or nothing where it is anything else.
std::string pinFrom(std::string_view fragment) {
    constexpr std::string_view kMark = "#sha256=";
    constexpr std::size_t kSha256Size = 32;
    if (!fragment.starts_with(kMark))
        return {};
    const auto bytes = fromHex(fragment.substr(kMark.size()));
    return bytes && bytes->size() == kSha256Size ? toHex(*bytes) : std::string();
}

} // namespace

Result<PrinterAddress> parseAddress(std::string_view uri) {
    std::array<char, 16> scheme{};
    std::array<char, 256> user{};
    std::array<char, 256> host{};
    std::array<char, 1024> resource{};
    int port = 0;
    const std::size_t mark = std::min(uri.find('#'), uri.size());
    const std::string text(uri.substr(0, mark));
    const http_uri_status_t status = httpSeparateURI(
        HTTP_URI_CODING_ALL, text.c_str(), scheme.data(), scheme.size(), user.data(), user.size(),
        host.data(), host.size(), &port, resource.data(), resource.size());
    const std::string_view name(scheme.data());
    if (status < HTTP_URI_STATUS_OK || (name != "ipp" && name != "ipps") || host[0] == '\0')
        return addressError("not an ipp:// or ipps:// address");
    using enum PrinterAddress::Security;
    PrinterAddress address{.host = host.data(),
                           .port = port,
                           .resource = resource.data(),
                           .security = name == "ipps" ? tls : plain,
                           .certificate = pinFrom(uri.substr(mark))};
    if (address.security == tls && address.certificate.empty())
        return addressError("ipps:// needs the printer's certificate: #sha256=…");
    address.uri =
        std::string(name) + "://" + address.host + ":" + std::to_string(port) + address.resource;
    return address;
}

Result<Message> exchange(const PrinterAddress& address, ipp_t* request, ByteView document,
                         const ExchangeLimits& limits, const std::stop_token& stop) {
    Patience patience{.deadline = SystemClock().steady() + limits.total, .stop = stop};
    const Connection http = TRY(connect(address, limits, patience));
    // A printer that says no may answer, and close, before it has read everything: look for the
    // answer also after a failed write.
    const bool sent = sendHead(http.get(), address, request, document.size()) &&
                      sendBody(http.get(), document, patience);
    const http_status_t status = TRY(readStatus(http.get(), patience));
    if (status != HTTP_STATUS_OK)
        return httpError(status);
    Message response = TRY(readMessage(http.get(), patience));
    if (ippGetRequestId(response.get()) != ippGetRequestId(request))
        return malformed("an answer to another request");
    if (!sent && ippGetStatusCode(response.get()) < IPP_STATUS_ERROR_BAD_REQUEST)
        return silent("accepted a document it did not receive whole");
    return response;
}

} // namespace kiosk::drivers::ipp
