// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <ctime>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "firmware/base/clock.h"
#include "tests/faults/fault.h"
#include "tests/sandbox/tls_office.h"
#include "tests/support/canned_platform.h"

namespace kiosk::faults {

namespace {

using namespace std::chrono_literals;
using enum health::Service;
using sandbox::TlsOffice;
using sandbox::TlsUse;
using tests::CannedPlatform;
using Plant = std::function<void(Site&, Devices&)>;

/// The first region alone: what is wrong with its platform.
void leaveOne(Site& site) {
    site.config["regions"].erase(1);
}

/// In a network of its own, prepared by these lines, with all that a printer needs on a line.
Plant inNetwork(const std::string& prepared, const std::string& url) {
    return [prepared, url](Site& site, Devices&) {
        site.around.spaces = {"--net", "--mount"};
        site.around.before = "{ mount -t sysfs none /sys && ip link add v0 type veth peer name v1" +
                             prepared + "; }";
        site.config["printer"] = site.config["receiptPrinter"];
        site.config["printer"]["module"] = "escpos-serial";
        site.config.erase("receiptPrinter");
        leaveOne(site);
        site.region()["url"] = url;
    };
}

Plant platformsDo(const std::string& fault) {
    return [fault](Site&, Devices&) {
        const Surroundings& world = surroundings();
        for (const std::string& code : world.platforms.regionCodes())
            world.platforms.setFault(code, fault, {}).value();
    };
}

/// A platform whose certificate was made at that time by the office which the kiosk believes.
Plant certificateOf(std::chrono::hours off, const std::string& host = "127.0.0.1") {
    return [off, host](Site& site, Devices& devices) {
        const auto office =
            TlsOffice::open(surroundings().office(), SystemClock().wall() + off).value();
        const auto own =
            office.identity("made-" + std::to_string(off.count()), TlsUse::server).value();
        auto platform = std::make_shared<CannedPlatform>(CannedPlatform::Options{
            .certFile = own.certFile, .keyFile = own.keyFile, .answer = "HTTP/1.1 500 X\r\n\r\n"});
        leaveOne(site);
        site.region()["url"] = platform->url(host);
        devices.more = platform;
    };
}

/// A port that takes connections and says nothing.
class MutePort {
public:
    MutePort() : listener_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{.sin_family = AF_INET,
                            .sin_port = 0,
                            .sin_addr = {.s_addr = ::htonl(INADDR_LOOPBACK)},
                            .sin_zero = {}};
        socklen_t size = sizeof address;
        auto* at = static_cast<sockaddr*>(static_cast<void*>(&address));
        ::bind(listener_, at, size);
        ::listen(listener_, 16);
        ::getsockname(listener_, at, &size);
        port_ = ::ntohs(address.sin_port);
    }
    ~MutePort() { ::close(listener_); }
    MutePort(const MutePort&) = delete;
    MutePort& operator=(const MutePort&) = delete;

    std::string url() const { return "https://127.0.0.1:" + std::to_string(port_); }

private:
    int listener_;
    int port_ = 0;
};

Plant ownFile(const std::string& key, const std::filesystem::path& file) {
    return [key, file](Site& site, Devices&) {
        leaveOne(site);
        site.region()[key] = file.string();
    };
}

std::vector<Fault> layerFaults() {
    using enum Remedy;
    const std::string named = "https://platform.invalid:8443";
    const std::string wired = " && ip link set v0 up && ip link set v1 up";
    const std::string addressed = wired + " && ip addr add 192.0.2.2/24 dev v0";
    return {
        {"cable pulled", "network.no-link", attendant, {lookUp}, inNetwork("", named)},
        {"no address given",
         "network.no-address",
         configuration,
         {lookUp},
         inNetwork(wired, named)},
        {"name server silent",
         "network.no-name",
         configuration,
         {lookUp},
         inNetwork(addressed, named)},
        {"no gateway",
         "network.no-route",
         configuration,
         {lookUp},
         inNetwork(addressed, "https://198.51.100.1:8443")},
        {"nobody at the platform's address",
         "network.no-connection",
         supplier,
         {lookUp},
         inNetwork(addressed, "https://192.0.2.9:8443")},
        {"platform's port refuses",
         "network.port-refused",
         supplier,
         {lookUp},
         platformsDo("down")},
        {"platform takes the connection and says nothing",
         "tls.no-handshake",
         supplier,
         {lookUp},
         [](Site& site, Devices& devices) {
             auto port = std::make_shared<MutePort>();
             leaveOne(site);
             site.region()["url"] = port->url();
             devices.more = port;
         }},
    };
}

std::vector<Fault> trustFaults() {
    using enum Remedy;
    return {
        {"a foreign certificate",
         "tls.unknown-issuer",
         configuration,
         {lookUp},
         platformsDo("wrongCertificate")},
        {"platform's certificate run out",
         "tls.expired",
         supplier,
         {lookUp},
         certificateOf(-24h * 4000)},
        {"platform's certificate for another host",
         "tls.other-name",
         configuration,
         {lookUp},
         certificateOf(0h, "127.0.0.2")},
        {"platform's certificate from next month",
         "tls.not-yet-valid",
         technician,
         {lookUp},
         certificateOf(24h * 30)},
        {"this kiosk's key is gone",
         "authority.configuration",
         configuration,
         {lookUp},
         ownFile("keyFile", "nowhere.key")},
        {"this kiosk's key is no key",
         "tls.own-files",
         configuration,
         {lookUp},
         [](Site& site, Devices&) {
             leaveOne(site);
             const auto file = site.folder() / "spoilt.key";
             writeFile(file, bytesOf("-----BEGIN PRIVATE KEY-----\n")).value();
             site.region()["keyFile"] = file.string();
         }},
    };
}

std::vector<Fault> serviceFaults() {
    using enum Remedy;
    return {
        {"platform out of service",
         "authority.out-of-service",
         wait,
         {lookUp},
         platformsDo("outOfService")},
        {"platform says no to everything",
         "authority.kiosk-refused",
         configuration,
         {lookUp},
         platformsDo("refused")},
        {"platform's answer is cut in half",
         "authority.garbled",
         supplier,
         {lookUp},
         platformsDo("garbled")},
        {"platform hangs up instead of answering",
         "authority.unreachable",
         wait,
         {lookUp},
         platformsDo("dropBeforeCommit")},
    };
}

} // namespace

std::vector<Fault> networkFaults() {
    std::vector<Fault> all;
    for (auto* faults : {layerFaults, trustFaults, serviceFaults})
        for (Fault& fault : faults())
            all.push_back(std::move(fault));
    return all;
}

} // namespace kiosk::faults
