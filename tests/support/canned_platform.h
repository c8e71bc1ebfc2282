// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <filesystem>
#include <string>
#include <thread>

namespace kiosk::tests {

/// A platform on 127.0.0.1 and all other loopback addresses that does what one wants to see: shows
/// any certificate and gives the same answer to everybody, whatever was asked. Serves on a thread
/// of its own until it is destroyed, one connection at a time.
class CannedPlatform {
public:
    enum class Manner {
        tls,  ///< shakes hands, reads a head, answers
        plain ///< answers without TLS
    };
    struct Options {
        std::filesystem::path certFile{};
        std::filesystem::path keyFile{};
        std::filesystem::path clientCa{}; ///< takes none but its certificates; empty: anybody
        std::string answer{};             ///< all of it, head and body
        Manner manner = Manner::tls;
    };

    explicit CannedPlatform(Options options);
    ~CannedPlatform();
    CannedPlatform(const CannedPlatform&) = delete;
    CannedPlatform& operator=(const CannedPlatform&) = delete;

    /// "https://127.0.0.1:40123".
    std::string url(const std::string& host = "127.0.0.1") const;

private:
    void serve();
    void answer(int socket) const;

    Options options_;
    int listener_;
    int port_ = 0;
    std::atomic<bool> ends_ = false;
    std::thread thread_;
};

} // namespace kiosk::tests
