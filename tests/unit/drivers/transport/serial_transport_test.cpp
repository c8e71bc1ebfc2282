// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdlib>
#include <fstream>
#include <thread>

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <sys/resource.h>
#include <termios.h>
#include <unistd.h>

#include "drivers/transport/serial_transport.h"

using namespace kiosk;
using namespace kiosk::drivers;
using namespace std::chrono_literals;

namespace {

/// A pseudo-terminal: `far` is the device's end.
struct Line {
    int far = ::posix_openpt(O_RDWR | O_NOCTTY);
    std::string path;

    Line() {
        ::grantpt(far);
        ::unlockpt(far);
        path = ::ptsname(far);
    }
    ~Line() { cut(); }
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;

    void cut() {
        if (far >= 0)
            ::close(std::exchange(far, -1));
    }
    std::string heard() const {
        std::array<char, 64> buffer{};
        const ssize_t count = ::read(far, buffer.data(), buffer.size());
        return {buffer.data(), static_cast<std::size_t>(std::max<ssize_t>(count, 0))};
    }
};

std::string codeOpening(const std::string& path, unsigned baud = 115200) {
    const auto line = SerialTransport::open(path, baud);
    return line ? "" : line.error().code();
}

/// Whether one of our threads sleeps right now, as the kernel says.
bool sleeps(pid_t thread) {
    std::ifstream file("/proc/self/task/" + std::to_string(thread) + "/stat");
    std::string stat;
    std::getline(file, stat);
    const std::size_t name = stat.rfind(") ");
    return name != std::string::npos && stat[name + 2] == 'S';
}

} // namespace

TEST_CASE("D1 a serial line carries every byte value unchanged, both ways") {
    const Line line;
    const auto serial = SerialTransport::open(line.path, 115200).value();
    const std::string awkward("\r\n\x03\x04\x11\x13\x1a\x7f\xff\0a", 11);
    REQUIRE(serial->write(bytesOf(awkward), 100ms, {}));
    CHECK(line.heard() == awkward);
    REQUIRE(::write(line.far, awkward.data(), awkward.size()) == 11);
    CHECK(toText(serial->read(100ms, {}).value()) == awkward);
}

TEST_CASE("D1 a serial line is set to the speed asked for") {
    const Line line;
    const auto serial = SerialTransport::open(line.path, 57600).value();
    termios settings{};
    ::tcgetattr(line.far, &settings);
    CHECK(::cfgetispeed(&settings) == B57600);
    CHECK((settings.c_cflag & CSIZE) == CS8);
    CHECK((settings.c_cflag & (PARENB | CSTOPB | CRTSCTS)) == 0);
}

TEST_CASE("D1 a silent line is silent, a cut one gone") {
    Line line;
    const auto serial = SerialTransport::open(line.path, 115200).value();
    CHECK(serial->read(1ms, {}).error() == LinkTrouble::silent);
    line.cut();
    CHECK(serial->read(100ms, {}).error() == LinkTrouble::gone);
    CHECK(serial->write(bytesOf("a"), 100ms, {}).error() == LinkTrouble::gone);
}

TEST_CASE("D1 a stop asked for ends waiting at a serial line") {
    const Line line;
    const auto serial = SerialTransport::open(line.path, 115200).value();
    std::stop_source stop;
    stop.request_stop();
    CHECK(serial->read(10s, stop.get_token()).error() == LinkTrouble::cancelled);
}

TEST_CASE("D1 a stop asked for while a serial line is waited at ends it") {
    const Line line;
    const auto serial = SerialTransport::open(line.path, 115200).value();
    std::stop_source stop;
    const std::jthread asker([&stop, waiter = ::gettid()] {
        while (!sleeps(waiter))
            std::this_thread::yield();
        stop.request_stop();
    });
    CHECK(serial->read(10s, stop.get_token()).error() == LinkTrouble::cancelled);
    CHECK(serial->read(1ms, {}).error() == LinkTrouble::silent); // the next wait is its own
}

TEST_CASE("a silent serial line wakes nobody until the time is over") {
    const Line line;
    const auto serial = SerialTransport::open(line.path, 115200).value();
    const auto timesAsleep = [] {
        rusage used{};
        ::getrusage(RUSAGE_THREAD, &used);
        return used.ru_nvcsw;
    };
    const auto before = timesAsleep();
    CHECK(serial->read(400ms, {}).error() == LinkTrouble::silent);
    CHECK(timesAsleep() - before <= 3);
}

TEST_CASE("D12 opening a serial line says what is wrong with it") {
    const Line line;
    CHECK(codeOpening("/dev/no-such-line") == "serial.not-found");
    CHECK(codeOpening("/dev/null") == "serial.not-a-line");
    CHECK(codeOpening(line.path, 1200) == "serial.speed");
    CHECK(codeOpening(line.path).empty());
    CHECK(codeOpening(line.path).empty()); // and again, after it was closed
}
