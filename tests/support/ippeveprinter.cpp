// SPDX-License-Identifier: Apache-2.0
#include "tests/support/ippeveprinter.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <functional>
#include <thread>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "firmware/base/files.h"

namespace kiosk::tests {

namespace {

namespace fs = std::filesystem;

/// What prints a job for ippeveprinter: it gets the file as its argument and speaks in lines of its
/// own on stderr (ippeveprinter(1), "ATTR:" and "STATE:"). Tests whose document is no real PDF name
/// its pages in a comment.
constexpr const char* kPageCounter = R"(#!/bin/sh
pages=$(sed -n 's/^%%Pages: //p' "$1")
[ -n "$pages" ] || pages=$(pdfinfo "$1" 2>/dev/null | sed -n 's/^Pages: *//p')
[ -n "$pages" ] || pages=1
out=0
page_out() {
    out=$((out + 1))
    echo "ATTR: job-impressions-completed=$out" >&2
}
)";
constexpr const char* kByItself = R"(
while [ $out -lt "$pages" ]; do
    sleep "$PAGE_SECONDS"
    reason=$(cat "$HOLD")
    if [ -n "$reason" ]; then
        echo "STATE: +$reason" >&2
        while [ -s "$HOLD" ]; do sleep 0.05; done
        echo "STATE: -$reason" >&2
    fi
    page_out
done
)";
constexpr const char* kOnCommand = R"(
exec 3<"$COMMANDS"
while [ $out -lt "$pages" ]; do
    read -r word reason <&3 || exit 1
    case $word in
    page) page_out ;;
    reason) echo "STATE: $reason" >&2 ;;
    break) exit 1 ;;
    esac
done
)";

constexpr std::chrono::seconds kPatience{10};

std::unexpected<Error> cannotStart(std::string_view detail) {
    return fail(ErrorKind::unavailable, "printer-rig.start", Remedy::technician, detail);
}

class Socket {
public:
    explicit Socket(int domain) : descriptor_(::socket(domain, SOCK_STREAM | SOCK_CLOEXEC, 0)) {}
    ~Socket() { ::close(descriptor_); }
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;

    template <typename Address>
    bool connectTo(const Address& address) const {
        return descriptor_ >= 0 &&
               ::connect(descriptor_,
                         static_cast<const sockaddr*>(static_cast<const void*>(&address)),
                         sizeof address) == 0;
    }
    int descriptor() const { return descriptor_; }

private:
    int descriptor_;
};

sockaddr_in loopback(int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

int freePort() {
    const Socket socket(AF_INET);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    auto* plain = static_cast<sockaddr*>(static_cast<void*>(&address));
    if (::bind(socket.descriptor(), plain, size) != 0 ||
        ::getsockname(socket.descriptor(), plain, &size) != 0)
        return 0;
    return ntohs(address.sin_port);
}

/// Nothing tells when a program listens but trying.
bool waitUntil(ChildProcess& process, const std::function<bool()>& ready) {
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    while (process.running() && std::chrono::steady_clock::now() < deadline) {
        if (ready())
            return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return false;
}

std::string seconds(std::chrono::milliseconds time) {
    return std::to_string(std::chrono::duration<double>(time).count());
}

} // namespace

IppEvePrinter::IppEvePrinter(Options options) : options_(std::move(options)) {
    if (options_.spool.empty())
        options_.spool = folder_.path() / "spool";
}

IppEvePrinter::~IppEvePrinter() {
    printer_.end();
    bus_.end();
    ::close(commands_); // a print command still waiting for us reads the end, and ends
}

Result<std::unique_ptr<IppEvePrinter>> IppEvePrinter::start(const Options& options) {
    std::unique_ptr<IppEvePrinter> rig(new IppEvePrinter(options));
    fs::create_directories(rig->options_.spool);
    fs::create_directories(rig->folder_.path() / "keys");
    TRY(rig->writePrintCommand());
    TRY(rig->holdPages({}));
    TRY(rig->startBus());
    constexpr int kTries = 5; // somebody may take a port between finding and using it
    for (int i = 0; i < kTries; ++i) {
        rig->port_ = freePort();
        const auto started = rig->startPrinter();
        if (started)
            return rig;
        if (i + 1 == kTries)
            return std::unexpected(started.error());
    }
    return rig;
}

Result<> IppEvePrinter::writePrintCommand() {
    const fs::path pipe = folder_.path() / "commands";
    const fs::path command = folder_.path() / "print";
    if (::mkfifo(pipe.c_str(), S_IRUSR | S_IWUSR) != 0)
        return cannotStart("no pipe for commands");
    commands_ = ::open(pipe.c_str(), O_RDWR | O_CLOEXEC);
    const bool told = options_.pace == Pace::onCommand;
    TRY(writeFile(command, bytesOf(kPageCounter + std::string(told ? kOnCommand : kByItself))));
    fs::permissions(command, fs::perms::owner_exec, fs::perm_options::add);
    return {};
}

Result<> IppEvePrinter::startBus() {
    const std::string socket = (folder_.path() / "bus").string();
    bus_ = TRY(ChildProcess::start({.command = {"dbus-daemon", "--session", "--nofork",
                                                "--nopidfile", "--address=unix:path=" + socket},
                                    .environment = {},
                                    .log = folder_.path() / "bus.log"}));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    socket.copy(address.sun_path, sizeof address.sun_path - 1);
    if (!waitUntil(bus_, [&] { return Socket(AF_UNIX).connectTo(address); }))
        return cannotStart("dbus-daemon does not answer: is the package dbus-daemon installed?");
    return {};
}

Result<> IppEvePrinter::startPrinter(const std::string& model) {
    printer_ = TRY(
        ChildProcess::start({.command = {"/usr/sbin/ippeveprinter",
                                         "-r",
                                         "off",
                                         "-p",
                                         std::to_string(port_),
                                         "-n",
                                         "localhost",
                                         "-d",
                                         options_.spool.string(),
                                         "-k",
                                         "-M",
                                         "Kiosk",
                                         "-m",
                                         model,
                                         "-s",
                                         "10,5",
                                         "-K",
                                         (folder_.path() / "keys").string(),
                                         "-f",
                                         options_.formats,
                                         "-c",
                                         (folder_.path() / "print").string(),
                                         "KioskA4"},
                             .environment = {{"DBUS_SYSTEM_BUS_ADDRESS",
                                              "unix:path=" + (folder_.path() / "bus").string()},
                                             {"COMMANDS", (folder_.path() / "commands").string()},
                                             {"HOLD", (folder_.path() / "hold").string()},
                                             {"PAGE_SECONDS", seconds(options_.pageTime)}},
                             .log = folder_.path() / "printer.log"}));
    if (!waitUntil(printer_, [&] { return Socket(AF_INET).connectTo(loopback(port_)); }))
        return cannotStart("ippeveprinter does not answer: is its package installed?");
    return putSheets(250);
}

std::string IppEvePrinter::uri() const {
    const bool encrypted = options_.security == Options::Security::tls;
    return (encrypted ? "ipps://localhost:" : "ipp://localhost:") + std::to_string(port_) +
           "/ipp/print";
}

fs::path IppEvePrinter::certificate() const {
    return folder_.path() / "keys" / "localhost.crt";
}

std::vector<fs::path> IppEvePrinter::printed() const {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(options_.spool))
        if (entry.is_regular_file() && entry.path().extension() != ".prn") // the command's stdout
            files.push_back(entry.path());
    std::ranges::sort(files, {}, [](const fs::path& file) { return fs::last_write_time(file); });
    return files;
}

Result<> IppEvePrinter::putSheets(int sheets) {
    return loadMedia("iso_a4_210x297mm", sheets);
}

Result<> IppEvePrinter::loadMedia(const std::string& media, int sheets) {
    // The second tray, for photographs, must not be empty: one empty tray is enough for "out".
    return submitForm("/media?size1=" + media +
                      "&type1=stationery&level1=" + std::to_string(sheets) +
                      "&size2=na_index-4x6_4x6in&type2=photographic-glossy&level2=-2");
}

Result<> IppEvePrinter::setTonerPercent(int percent) {
    const std::string level = std::to_string(percent);
    return submitForm("/supplies?supply0=25&supply1=" + level + "&supply2=" + level +
                      "&supply3=" + level + "&supply4=" + level);
}

Result<> IppEvePrinter::holdPages(const std::string& reason) {
    return writeFile(folder_.path() / "hold", bytesOf(reason));
}

Result<> IppEvePrinter::submitForm(const std::string& pathAndQuery) const {
    const Socket socket(AF_INET);
    const std::string request = "GET " + pathAndQuery +
                                " HTTP/1.1\r\nHost: localhost:" + std::to_string(port_) +
                                "\r\n\r\n";
    if (!socket.connectTo(loopback(port_)) ||
        ::send(socket.descriptor(), request.data(), request.size(), MSG_NOSIGNAL) < 0)
        return cannotStart("its web page does not answer");
    ::shutdown(socket.descriptor(), SHUT_WR); // else it waits half a minute for another request
    std::string answer;
    std::array<char, 4096> chunk{};
    ssize_t count = 0;
    while ((count = ::recv(socket.descriptor(), chunk.data(), chunk.size(), 0)) > 0)
        answer.append(chunk.data(), static_cast<std::size_t>(count));
    if (!answer.starts_with("HTTP/1.1 200"))
        return cannotStart("its web form was refused");
    return {};
}

void IppEvePrinter::pageOut() {
    tell("page");
}

void IppEvePrinter::addReason(const std::string& reason) {
    tell("reason +" + reason);
}

void IppEvePrinter::clearReason(const std::string& reason) {
    tell("reason -" + reason);
}

void IppEvePrinter::breakJob() {
    tell("break");
}

void IppEvePrinter::tell(const std::string& line) const {
    const std::string whole = line + "\n";
    (void)!::write(commands_, whole.data(), whole.size());
}

void IppEvePrinter::cutPower() {
    printer_.kill();
    tell("break"); // for its print command, which does not die with it
    // A command that was just being started holds the printer's port until it is.
    const auto deadline = std::chrono::steady_clock::now() + kPatience;
    while (Socket(AF_INET).connectTo(loopback(port_)) &&
           std::chrono::steady_clock::now() < deadline)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
}

Result<> IppEvePrinter::powerOn(const std::string& model) {
    return startPrinter(model);
}

} // namespace kiosk::tests
