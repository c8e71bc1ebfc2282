// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <mutex>
#include <stop_token>

#include "firmware/authority/json_authority.h"

namespace kiosk::authority {

/// What a platform sent back, not judged yet.
struct HttpAnswer {
    long status = 0;
    std::string contentType; ///< lower case, without parameters
    Bytes body;
};

/// POSTs to one platform over one kept connection (libcurl). Errors are the transport's part of
/// those of Authority: unreachable, untrusted, garbled (too large), cancelled.
class HttpsChannel {
public:
    /// The envelope key among the options is not used here. Nothing is opened before the first
    /// request; the files named are read when a connection is made.
    explicit HttpsChannel(JsonAuthorityOptions options);
    ~HttpsChannel();
    HttpsChannel(HttpsChannel&&) noexcept;
    HttpsChannel& operator=(HttpsChannel&&) noexcept;

    /// `path` begins with '/'. Takes at most the options' total time.
    Result<HttpAnswer> post(const std::string& path, const std::string& body,
                            std::size_t answerLimit, const std::stop_token& stop);

private:
    struct Connection;
    std::unique_ptr<Connection> connection_;
};

} // namespace kiosk::authority
