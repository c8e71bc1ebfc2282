// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <thread>

namespace kiosk::tests {

/// An IPP response put together byte by byte (RFC 8010 section 3), right or wrong as a test likes.
class FakeIppReply {
public:
    enum class Tag : std::uint8_t {
        operationGroup = 0x01,
        jobGroup = 0x02,
        printerGroup = 0x04,
        unsupportedGroup = 0x05,
        integer = 0x21,
        boolean = 0x22,
        enumeration = 0x23,
        keyword = 0x44,
        charset = 0x47,
        language = 0x48,
        mimeType = 0x49,
    };
    /// `request` is the body being answered: its request id is repeated.
    FakeIppReply(const std::string& request, std::uint16_t status);

    FakeIppReply& group(Tag tag);
    FakeIppReply& text(Tag tag, const std::string& name, const std::string& value);
    FakeIppReply& number(Tag tag, const std::string& name, std::int32_t value);

    std::string body() const;
    std::string http() const; ///< body() in a 200 answer

private:
    std::string bytes_;
};

/// A printer's socket on this machine that answers each connection's one request as it is told.
/// For answers no real printer would give; for a real one see IppEvePrinter.
class FakeIppServer {
public:
    /// From a request's body to the bytes sent back before the connection is closed; nothing: stay
    /// mute until the other side leaves. Called on the server's thread.
    using Answer = std::function<std::optional<std::string>(const std::string& request)>;

    explicit FakeIppServer(Answer answer);
    ~FakeIppServer();
    FakeIppServer(const FakeIppServer&) = delete;
    FakeIppServer& operator=(const FakeIppServer&) = delete;

    std::string uri() const;
    int requests() const { return requests_; } ///< received whole

private:
    void serve(const std::stop_token& stop);
    void answerOne(int connection);

    Answer answer_;
    int listener_ = -1;
    int port_ = 0;
    std::atomic<int> requests_ = 0;
    std::jthread thread_;
};

} // namespace kiosk::tests
