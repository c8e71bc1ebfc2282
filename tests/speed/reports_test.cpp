// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

namespace {

struct Answer {
    int status = 0;
    std::string text;
};

/// Runs the benchmark program with these words and takes what it prints.
Answer speed(const std::string& words) {
    const std::string command = KIOSK_BINARY_DIR "/bin/speed " + words + " 2>/dev/null";
    FILE* pipe = ::popen(command.c_str(), "r");
    REQUIRE(pipe != nullptr);
    Answer answer;
    std::array<char, 4096> piece{};
    while (const std::size_t size = std::fread(piece.data(), 1, piece.size(), pipe))
        answer.text.append(piece.data(), size);
    answer.status = ::pclose(pipe);
    return answer;
}

/// A machine on which nothing is installed, until this ends: else whatever is measured later is
/// missing too, and its checks hold for nothing.
class BareMachine {
public:
    BareMachine() { ::setenv("PATH", "/nowhere", 1); }
    ~BareMachine() { ::setenv("PATH", path_.c_str(), 1); }
    BareMachine(const BareMachine&) = delete;
    BareMachine& operator=(const BareMachine&) = delete;

private:
    std::string path_ = std::getenv("PATH");
};

} // namespace

TEST_CASE("the benchmark program runs every span and reports it") {
    const Answer answer = speed("--rounds 1 --brief");
    REQUIRE(answer.status == 0);
    const auto report = nlohmann::json::parse(answer.text);
    const std::string listed = speed("--list").text;
    CHECK(report["spans"].size() + report["comparisons"].size() ==
          static_cast<std::size_t>(std::count(listed.begin(), listed.end(), '\n')));
    for (const auto& span : report["spans"]) {
        CAPTURE(span.dump());
        CHECK(listed.find(span["name"].get<std::string>()) != std::string::npos);
        CHECK(span["rounds"] == 1);
        CHECK(span["wallMs"]["least"].get<double>() > 0);
        CHECK(span["wallMs"]["least"] <= span["wallMs"]["median"]);
        CHECK(span["wallMs"]["median"] <= span["wallMs"]["most"]);
    }
}

TEST_CASE("a renderer is compared only where it runs and draws the same picture") {
    const auto report = nlohmann::json::parse(speed("--rounds 1 draw.200dpi").text);
    REQUIRE(report["comparisons"].size() == 1);
    const auto& drawing = report["comparisons"][0];
    CAPTURE(drawing.dump());
    CHECK_FALSE(drawing["ours"]["missing"].get<bool>());
    CHECK(drawing["ours"]["peakMb"]["least"].get<double>() > 1);
    const bool peerRan = !drawing["peer"]["missing"].get<bool>();
    CHECK(drawing.contains("difference") == peerRan);
    CHECK(drawing["ratio"].contains("cpu") == peerRan);
    if (peerRan)
        CHECK(drawing["difference"]["withinBounds"] == true);
}

TEST_CASE("a peer that is not installed is missing, never beaten") {
    const BareMachine machine;
    const auto report = nlohmann::json::parse(speed("--rounds 1 draw.200dpi").text);
    const auto& drawing = report["comparisons"][0];
    CHECK(drawing["peer"]["missing"] == true);
    CHECK(drawing["ratio"].empty());
    CHECK_FALSE(drawing.contains("difference"));
}

TEST_CASE(
    "D10 on frames of hand-held codes ours reads no fewer than the decoder alone, none wrongly") {
    const auto report = nlohmann::json::parse(speed("--rounds 1 codes.debian").text);
    const auto& codes = report["comparisons"][0];
    CAPTURE(codes.dump());
    const auto& ours = codes["ours"]["reading"];
    const auto& peer = codes["peer"]["reading"];
    CHECK(ours["shown"] == 16);
    CHECK(peer["shown"] == ours["shown"]);
    CHECK(ours["read"].get<int>() > peer["read"].get<int>());
    CHECK(ours["misread"] == 0);
    CHECK(codes["ratio"]["misses"].get<double>() < 1);
}

TEST_CASE("a reader of codes that is not here is missing, never beaten") {
    ::unsetenv("KIOSK_SPEED_MODULES");
    const auto report = nlohmann::json::parse(speed("--rounds 1 empty.newest").text);
    const auto& codes = report["comparisons"][0];
    CHECK(codes["peer"]["missing"] == true);
    CHECK(codes["ours"]["reading"]["shown"] == 8);
    CHECK(codes["ratio"].empty());
}

TEST_CASE(
    "D1 a card's read and a page's way to the printer stand beside what they cannot go below") {
    const auto report = nlohmann::json::parse(
        speed("--rounds 1 card.read print.handed_over print.page_dots print.encode").text);
    REQUIRE(report["comparisons"].size() == 4);
    for (const auto& comparison : report["comparisons"]) {
        CAPTURE(comparison.dump());
        if (comparison["peer"]["missing"] == true)
            continue;
        CHECK(comparison["ours"]["wallMs"]["least"].get<double>() > 0);
        CHECK(comparison["ratio"]["wall"].get<double>() > 0);
    }
    const auto& card = report["comparisons"][0];
    constexpr double kBytesOnLineMs = 112; // 1,295 of the answer alone, at 115,200 baud
    CHECK(card["peer"]["wallMs"]["least"].get<double>() > kBytesOnLineMs);
    CHECK(card["ours"]["wallMs"]["least"].get<double>() > kBytesOnLineMs);
}

TEST_CASE("U1 the whole kiosk is looked at from outside, beside a browser that shows the same") {
    const auto report = nlohmann::json::parse(speed("--rounds 1 screen.start").text);
    const auto& screen = report["comparisons"][0];
    CAPTURE(screen.dump());
    for (const char* side : {"ours", "peer"}) {
        if (screen[side]["missing"] == true)
            continue; // no virtual display, or no browser
        for (const char* measure : {"wallMs", "cpuMs", "idleMb", "touchMs"})
            CHECK(screen[side][measure]["least"].get<double>() > 0);
    }
    const bool both =
        !screen["ours"]["missing"].get<bool>() && !screen["peer"]["missing"].get<bool>();
    CHECK(screen["ratio"].contains("touch") == both);
}

TEST_CASE("U1 a still screen is counted from outside, beside a browser's") {
    const auto report = nlohmann::json::parse(speed("--brief screen.rest").text);
    const auto& screen = report["comparisons"][0];
    CAPTURE(screen.dump());
    for (const char* side : {"ours", "peer"}) {
        if (screen[side]["missing"] == true)
            continue;
        CHECK(screen[side]["wakesPerSecond"]["least"].get<double>() >= 0);
        CHECK(screen[side]["longestSleepS"]["most"].get<double>() > 0);
        CHECK(screen[side]["idleMb"]["least"].get<double>() > 0);
    }
}

TEST_CASE("one span can be measured alone, an unknown one is an error") {
    const auto report = nlohmann::json::parse(speed("--rounds 1 card.decode").text);
    CHECK(report["spans"].size() == 1);
    CHECK(speed("no.such.span").status != 0);
    CHECK(speed("--rounds 0").status != 0);
}
