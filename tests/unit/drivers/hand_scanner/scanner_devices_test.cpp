// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <unistd.h>

#include "drivers/code_reader/hand_scanner/evdev_scanner.h"
#include "drivers/code_reader/hand_scanner/serial_scanner.h"
#include "drivers/code_reader/hand_scanner/simulated_scanner.h"
#include "tests/unit/drivers/hand_scanner/typed_keys.h"

using namespace kiosk;
using drivers::CodeSource;
using tests::typed;

namespace {

const std::string kText = "LK1:990000:A7K2-9QXM-0042:7F";

/// "code" or the error's code; "nothing" when none came.
std::string nextOf(CodeSource& source, std::stop_token stop = {}) {
    const auto next = source.next(std::move(stop));
    if (!next)
        return next.error().code();
    return *next ? (*next)->text : "nothing";
}

/// A scanner's wire: what goes into `far` the driver reads.
struct Keys {
    int far = -1;
    std::unique_ptr<CodeSource> source;

    Keys() {
        std::array<int, 2> ends{};
        REQUIRE(::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) == 0);
        far = ends[1];
        source = drivers::evdevScannerOn(Descriptor(ends[0]), {});
    }
    ~Keys() { pull(); }
    Keys(const Keys&) = delete;
    Keys& operator=(const Keys&) = delete;

    void pull() {
        if (far >= 0)
            ::close(std::exchange(far, -1));
    }
    void send(const std::vector<input_event>& events) const {
        const std::size_t size = events.size() * sizeof(input_event);
        REQUIRE(::write(far, events.data(), size) == static_cast<ssize_t>(size));
    }
};

/// A pseudo-terminal: `far` is the scanner's end.
struct Line {
    int far = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    std::unique_ptr<CodeSource> source;

    Line() {
        ::grantpt(far);
        ::unlockpt(far);
        source = drivers::openSerialScanner(::ptsname(far), 9600).value();
    }
    ~Line() { pull(); }
    Line(const Line&) = delete;
    Line& operator=(const Line&) = delete;

    void pull() {
        if (far >= 0)
            ::close(std::exchange(far, -1));
    }
    void send(std::string_view text) const {
        REQUIRE(::write(far, text.data(), text.size()) == static_cast<ssize_t>(text.size()));
    }
};

std::stop_token stopped() {
    std::stop_source source;
    source.request_stop();
    return source.get_token();
}

} // namespace

TEST_CASE("D10 codes typed in one go come one by one") {
    const Keys keys;
    keys.send(typed(kText + "\nsecond\n"));
    CHECK(nextOf(*keys.source) == kText);
    CHECK(nextOf(*keys.source) == "second");
}

TEST_CASE("D10 events the system dropped spoil the code they belong to") {
    const Keys keys;
    keys.send(typed("LK1:99"));
    input_event dropped{};
    dropped.type = EV_SYN;
    dropped.code = SYN_DROPPED;
    keys.send({dropped});
    keys.send(typed("0000\n" + kText + "\n", 1007));
    CHECK(nextOf(*keys.source) == kText);
}

TEST_CASE("D10 a scanner pulled out in a code is gone, and nothing of the code is told") {
    Keys keys;
    keys.send(typed("LK1:99"));
    keys.pull();
    CHECK(nextOf(*keys.source) == "scanner.gone");
}

TEST_CASE("D1 waiting for a scanner ends when it is asked to") {
    const Keys keys;
    const Line line;
    CHECK(nextOf(*keys.source, stopped()) == "scanner.cancelled");
    CHECK(nextOf(*line.source, stopped()) == "scanner.cancelled");
}

TEST_CASE("D1 a node that is no scanner, or is not there, is named") {
    const auto code = [](const char* node) {
        return drivers::openEvdevScanner(node).error().code();
    };
    CHECK(code("/dev/null") == "scanner.not-a-scanner");
    CHECK(code("/dev/input/no-such-node") == "scanner.gone");
}

TEST_CASE("D10 a serial scanner's codes come one by one") {
    const Line line;
    line.send(kText + "\r\nsecond\r\n");
    CHECK(nextOf(*line.source) == kText);
    CHECK(nextOf(*line.source) == "second");
}

TEST_CASE("D10 a serial scanner pulled out is gone") {
    Line line;
    line.send("LK1:99");
    line.pull();
    CHECK(nextOf(*line.source) == "scanner.gone");
}

TEST_CASE("D13 the simulated scanner reads what is held before it") {
    drivers::SimulatedScanner scanner;
    CHECK(nextOf(scanner) == "nothing");
    scanner.scan(kText);
    CHECK(nextOf(scanner) == kText);
    scanner.setCable(drivers::SimulatedScanner::Cable::pulled);
    CHECK(nextOf(scanner) == "scanner.gone");
}
