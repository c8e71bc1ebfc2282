// SPDX-License-Identifier: Apache-2.0
#include "firmware/authority/https_channel.h"

#include <algorithm>
#include <cctype>

#include "firmware/authority/late_curl.h"

namespace kiosk::authority {

namespace {

struct FreeEasy {
    void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
struct FreeMulti {
    void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};
struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

/// libcurl wants one initialisation per process, before its first handle.
void initialiseOnce() {
    static const CURLcode done = curl_global_init(CURL_GLOBAL_DEFAULT);
    static_cast<void>(done);
}

struct Received {
    Bytes body;
    std::size_t limit = 0;
    bool tooLarge = false;
};

std::size_t receive(const char* data, std::size_t, std::size_t size, void* target) {
    auto& received = *static_cast<Received*>(target);
    if (received.body.size() + size > received.limit) {
        received.tooLarge = true;
        return 0; // ends the transfer
    }
    const ByteView bytes = bytesOf({data, size});
    received.body.insert(received.body.end(), bytes.begin(), bytes.end());
    return size;
}

/// Why the way out (JsonAuthorityOptions::through) does not lead there.
std::unexpected<Error> egressError(CURL* easy) {
    long reply = 0;
    curl_easy_getinfo(easy, CURLINFO_PROXY_ERROR, &reply);
    const std::string detail = "SOCKS " + std::to_string(reply);
    if (reply == CURLPX_REPLY_HOST_UNREACHABLE)
        return fail(ErrorKind::unavailable, "network.no-name", Remedy::configuration, detail);
    return fail(ErrorKind::unavailable, "authority.unreachable", Remedy::wait, detail);
}

std::unexpected<Error> transportError(CURL* easy, CURLcode code, const Received& received) {
    const char* words = curl_easy_strerror(code);
    if (received.tooLarge)
        return fail(ErrorKind::malformed, "authority.garbled", Remedy::supplier,
                    "answer too large");
    switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
        return fail(ErrorKind::unavailable, "network.no-name", Remedy::configuration, words);
    case CURLE_PROXY:
        return egressError(easy);
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_CERTPROBLEM:
        return fail(ErrorKind::integrity, "authority.untrusted", Remedy::configuration, words);
    default: // libcurl's list, not ours: whatever it is, no answer came
        return fail(ErrorKind::unavailable, "authority.unreachable", Remedy::wait, words);
    }
}

/// "application/json; charset=utf-8" → "application/json".
std::string mediaType(const char* header) {
    std::string type = header == nullptr ? "" : header;
    type.resize(std::min(type.find_first_of("; "), type.size()));
    std::ranges::transform(type, type.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return type;
}

} // namespace

/// One easy handle, run by a multi handle: that one can be woken when a stop is asked for, and it
/// keeps the connection between calls.
struct HttpsChannel::Connection {
    explicit Connection(JsonAuthorityOptions settings) : options(std::move(settings)) {}

    std::mutex mutex;
    JsonAuthorityOptions options;
    std::unique_ptr<curl_slist, FreeList> headers;
    std::unique_ptr<CURLM, FreeMulti> multi;
    std::unique_ptr<CURL, FreeEasy> easy; // goes before the multi handle does

    Result<> make();
    void configure();
    Result<CURLcode> transfer(const std::stop_token& stop);
    Result<CURLcode> runUntilDone(const std::stop_token& stop);
};

/// With the first request, not before: that is when libcurl is opened.
Result<> HttpsChannel::Connection::make() {
    if (easy)
        return {};
    initialiseOnce();
    multi.reset(curl_multi_init());
    // No "Expect: 100-continue": it costs a round trip before the body.
    for (const char* header : {"Content-Type: application/json; charset=utf-8", "Expect:"})
        headers.reset(curl_slist_append(headers.release(), header));
    if (multi && headers)
        easy.reset(curl_easy_init());
    if (!easy)
        return fail(ErrorKind::unavailable, "authority.unreachable", Remedy::wait,
                    "no memory for a connection");
    configure();
    return {};
}

void HttpsChannel::Connection::configure() {
    const auto set = [this](CURLoption option, auto value) {
        curl_easy_setopt(easy.get(), option, value);
    };
    set(CURLOPT_PROTOCOLS_STR, "https");
    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    set(CURLOPT_CAINFO, options.caFile.c_str());
    set(CURLOPT_CAPATH, static_cast<const char*>(nullptr));
    set(CURLOPT_SSLCERT, options.certFile.c_str());
    set(CURLOPT_SSLKEY, options.keyFile.c_str());
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    // Empty: none, whatever the environment says.
    const std::string proxy =
        options.through.empty() ? std::string() : "socks5h://localhost" + options.through.string();
    set(CURLOPT_PROXY, proxy.c_str());
    set(CURLOPT_NOPROXY, "");
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_TCP_KEEPALIVE, 1L);
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options.connectTimeout.count()));
    set(CURLOPT_TIMEOUT_MS, static_cast<long>(options.totalTimeout.count()));
    set(CURLOPT_HTTPHEADER, headers.get());
    set(CURLOPT_WRITEFUNCTION, &receive);
}

Result<CURLcode> HttpsChannel::Connection::transfer(const std::stop_token& stop) {
    curl_multi_add_handle(multi.get(), easy.get());
    auto result = runUntilDone(stop);
    curl_multi_remove_handle(multi.get(), easy.get());
    return result;
}

Result<CURLcode> HttpsChannel::Connection::runUntilDone(const std::stop_token& stop) {
    const std::stop_callback wake(stop, [this] { curl_multi_wakeup(multi.get()); });
    while (!stop.stop_requested()) {
        int running = 0;
        if (curl_multi_perform(multi.get(), &running) != CURLM_OK)
            return CURLE_FAILED_INIT;
        int left = 0;
        const CURLMsg* message = curl_multi_info_read(multi.get(), &left);
        if (message != nullptr && message->msg == CURLMSG_DONE)
            return message->data.result;
        curl_multi_poll(multi.get(), nullptr, 0, 1000, nullptr);
    }
    return fail(ErrorKind::cancelled, "authority.cancelled", Remedy::wait);
}

HttpsChannel::HttpsChannel(JsonAuthorityOptions options)
    : connection_(std::make_unique<Connection>(std::move(options))) {}
HttpsChannel::~HttpsChannel() = default;
HttpsChannel::HttpsChannel(HttpsChannel&&) noexcept = default;
HttpsChannel& HttpsChannel::operator=(HttpsChannel&&) noexcept = default;

Result<HttpAnswer> HttpsChannel::post(const std::string& path, const std::string& body,
                                      std::size_t answerLimit, const std::stop_token& stop) {
    const std::scoped_lock lock(connection_->mutex);
    TRY(connection_->make());
    CURL* easy = connection_->easy.get();
    Received received{.body = {}, .limit = answerLimit};
    const std::string url = connection_->options.url + path;
    curl_easy_setopt(easy, CURLOPT_URL, url.c_str());
    curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
    curl_easy_setopt(easy, CURLOPT_POSTFIELDS, body.c_str());
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &received);
    const CURLcode code = TRY(connection_->transfer(stop));
    if (code != CURLE_OK)
        return transportError(easy, code, received);
    HttpAnswer answer{.body = std::move(received.body)};
    const char* type = nullptr;
    curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &answer.status);
    curl_easy_getinfo(easy, CURLINFO_CONTENT_TYPE, &type);
    answer.contentType = mediaType(type);
    return answer;
}

} // namespace kiosk::authority
