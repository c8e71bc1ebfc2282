// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "tests/conformance/recording/playback.h"
#include "tests/conformance/recording/replay.h"
#include "tests/support/sample_card.h"

using namespace kiosk;
using namespace kiosk::tests;
using drivers::LinkTrouble;
using namespace std::chrono_literals;

namespace {

const std::string kHead = "kiosk usb recording 1\n"
                          "device 0400 c35a\n"
                          "interface 0 0 ff 00 00\n"
                          "pipe 01 64\n"
                          "pipe 81 64\n";

Playback playbackOf(const std::string& lines) {
    return Playback(parseRecording(kHead + lines).value());
}

Bytes hex(std::string_view text) {
    return fromHex(text).value();
}

} // namespace

TEST_CASE("D13 a recording is read as it was written") {
    const std::string text = kHead + "call open\n"
                                     "3 out 01 done aaaa96\n"
                                     "4 in 81 timeout\n"
                                     "5 in 81 done 01 (300 bytes withheld) 02\n"
                                     "5 in 81 stall\n"
                                     "6 ask 00 0000 0100 done 0004\n"
                                     "7 tell 02 0000 0000 broken\n"
                                     "8 in 81 gone\n"
                                     "9 in 81 cancelled\n"
                                     "gave reader.gone\n";
    CHECK(textOf(parseRecording(text).value()) == text);
}

TEST_CASE("D13 a text that is no recording is refused at the line where it is none") {
    const auto lineOf = [](const std::string& text) {
        const auto recording = parseRecording(text);
        return recording ? "read" : recording.error().detail();
    };
    CHECK(lineOf("") == "no head");
    CHECK(lineOf("another file\n") == "line 1");
    CHECK(lineOf(kHead) == "read");
    for (const char* line :
         {"x in 81 done", "1 up 81 done", "1 in 181 done", "1 in 81 well", "1 in 81 done 0",
          "1 in 81 done zz", "1 in 81 done (0 bytes withheld)", "1 in 81 done (9 bytes kept)",
          "1 in 81 done (99999999 bytes withheld)", "1 ask 00 0000 done", "call", ""})
        CHECK(lineOf(kHead + line + "\n") == "line 6");
}

TEST_CASE("D13 a playback answers as recorded and notices another byte") {
    auto playback = playbackOf("1 out 01 done aabbcc\n2 in 81 done 0102\n");
    CHECK(playback.write(1, hex("aabbcc")));
    CHECK(playback.read(0x81, 64, 1ms) == hex("0102"));
    CHECK(playback.over());
    auto other = playbackOf("1 out 01 done aabbcc\n2 in 81 done 0102\n");
    CHECK(other.write(1, hex("aabbcd")) == std::unexpected(LinkTrouble::gone));
    CHECK(other.over().error().detail() ==
          "after 0 recorded events the driver sent aabbcd, which was not sent then");
}

TEST_CASE("D13 a playback notices what is left out, sent too much or to another pipe") {
    auto shorter = playbackOf("1 out 01 done aabb\n2 out 01 done cc\n");
    CHECK(shorter.write(1, hex("aabb")));
    CHECK(shorter.over().error().detail().find("left out what comes next: 2 out 01 done cc") !=
          std::string::npos);
    auto longer = playbackOf("1 out 01 done aabb\n");
    CHECK_FALSE(longer.write(1, hex("aabbcc")));
    CHECK_FALSE(longer.over());
    auto elsewhere = playbackOf("1 out 01 done aabb\n");
    CHECK_FALSE(elsewhere.write(2, hex("aabb")));
    auto request = playbackOf("1 ask 01 0000 0000 done 18\n");
    CHECK_FALSE(request.ask({.request = 0}, 1));
    CHECK_FALSE(request.over());
}

TEST_CASE("D13 a playback lets time, patience and the size of pieces vary") {
    const std::string lines = "10 out 01 done aabb\n"
                              "30 in 81 timeout\n"
                              "50 in 81 timeout\n"
                              "60 in 81 done 010203\n"
                              "90 in 81 timeout\n"
                              "91 out 01 done cc\n";
    auto hasty = playbackOf(lines);
    CHECK(hasty.write(1, hex("aa")));
    CHECK(hasty.write(1, hex("bb")));
    for (int look = 0; look < 2; ++look)
        CHECK(hasty.read(0x81, 64, 20ms) == std::unexpected(LinkTrouble::silent));
    CHECK(hasty.read(0x81, 2, 20ms) == hex("0102"));
    CHECK(hasty.read(0x81, 64, 20ms) == hex("03"));
    for (int look = 0; look < 5; ++look)
        CHECK(hasty.read(0x81, 64, 20ms) == std::unexpected(LinkTrouble::silent));
    CHECK(hasty.write(1, hex("cc")));
    CHECK(hasty.over());
    auto patient = playbackOf(lines);
    CHECK(patient.write(1, hex("aabb")));
    CHECK(patient.read(0x81, 64, 900ms) == hex("010203"));
    CHECK(patient.write(1, hex("cc")));
    CHECK(patient.over());
}

TEST_CASE("D13 a playback does not wait for a driver that asks without end") {
    auto playback = playbackOf("1 out 01 done aabb\n");
    int looks = 0;
    while (playback.read(0x81, 64, 20ms) == std::unexpected(LinkTrouble::silent))
        ++looks;
    CHECK(looks == 10000);
    CHECK_FALSE(playback.over());
}

TEST_CASE("D13 of a device that is gone a driver may ask less, or something else") {
    auto playback = playbackOf("1 in 81 gone\n2 in 81 gone\n3 out 01 gone aabb\n");
    CHECK(playback.read(0x81, 64, 1ms) == std::unexpected(LinkTrouble::gone));
    CHECK(playback.write(1, hex("cc")) == std::unexpected(LinkTrouble::gone));
    CHECK(playback.over());
    CHECK_FALSE(playbackOf("1 in 81 gone\n").over());
}

TEST_CASE("D13 after an unplug every call of a playback finds nobody") {
    auto playback = playbackOf("1 in 81 gone\n");
    for (int look = 0; look < 3; ++look)
        CHECK(playback.read(0x81, 64, 1ms) == std::unexpected(LinkTrouble::gone));
    CHECK(playback.write(1, hex("00")) == std::unexpected(LinkTrouble::gone));
    CHECK(playback.over());
}

TEST_CASE("D13 withheld bytes match any that are sent and come back as zeros") {
    auto playback = playbackOf("1 out 01 done 1d (2 bytes withheld) 0a\n"
                               "2 in 81 done 01 (2 bytes withheld)\n");
    CHECK(playback.write(1, hex("1dffee0a")));
    CHECK(playback.read(0x81, 64, 1ms) == hex("010000"));
    CHECK(playback.over());
}
