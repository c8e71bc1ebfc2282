// SPDX-License-Identifier: Apache-2.0
#include <csignal>

#include <catch2/catch.hpp>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include "firmware/app/kioskctl/command.h"
#include "firmware/app/kioskctl/watch.h"

namespace kiosk::app {

namespace {

using namespace std::chrono_literals;

const std::vector<Row> kSound{{"printer", "works printer"}, {"camera", "works camera"}};
const std::vector<Row> kJammed{{"printer", "FAULT printer jam"}, {"camera", "works camera"}};

/// A process that watches; it looks once for each letter: s a sound kiosk, j one with a jam.
struct Watched {
    std::array<int, 2> letters{};
    int output = -1;
    pid_t child = 0;

    explicit Watched(bool onTerminal) {
        REQUIRE(::pipe(letters.data()) == 0);
        std::array<int, 2> plain{};
        if (onTerminal) {
            child = ::forkpty(&output, nullptr, nullptr, nullptr);
        } else {
            REQUIRE(::pipe(plain.data()) == 0);
            output = plain[0];
            child = ::fork();
            if (child == 0)
                ::dup2(plain[1], STDOUT_FILENO);
            ::close(plain[1]);
        }
        if (child == 0) {
            std::signal(SIGINT, SIG_DFL);
            ::_exit(watch([this] { return nextLook(); }, 0ms));
        }
    }
    ~Watched() {
        ::close(output);
        ::close(letters[0]);
        ::close(letters[1]);
    }
    std::vector<Row> nextLook() const {
        char letter = 0;
        if (::read(letters[0], &letter, 1) != 1)
            ::_exit(99);
        return letter == 'j' ? kJammed : kSound;
    }
    void look(std::string_view word) const {
        REQUIRE(::write(letters[1], word.data(), word.size()) == static_cast<ssize_t>(word.size()));
    }
    /// What it writes until that comes, or until its end.
    std::string until(std::string_view expected) const {
        std::string text;
        std::array<char, 512> part{};
        while (expected.empty() || text.find(expected) == std::string::npos) {
            const ssize_t count = ::read(output, part.data(), part.size());
            if (count <= 0)
                break;
            text.append(part.data(), static_cast<std::size_t>(count));
        }
        return text;
    }
    int exitCode() const {
        int status = 0;
        REQUIRE(::waitpid(child, &status, 0) == child);
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
};

std::size_t times(const std::string& text, std::string_view word) {
    std::size_t count = 0;
    for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1))
        ++count;
    return count;
}

} // namespace

TEST_CASE("a table on a terminal is written where it changed, and nowhere else") {
    LiveTable table;
    CHECK(table.onScreen(kSound, 24) == "\x1b[1;1Hworks printer\x1b[K\x1b[2;1Hworks camera\x1b[K");
    CHECK(table.onScreen(kSound, 24) == "");
    CHECK(table.onScreen(kJammed, 24) == "\x1b[1;1HFAULT printer jam\x1b[K");
    CHECK(table.onScreen({kJammed[0]}, 24) == "\x1b[2;1H\x1b[J");
    CHECK(table.onScreen(kSound, 1) == "\x1b[1;1Hworks printer\x1b[K"); // no room for the camera
    CHECK(table.onScreen(kSound, 2) == "\x1b[2;1Hworks camera\x1b[K");
}

TEST_CASE("a table in a file is a line for each change, with its time") {
    LiveTable table;
    const WallTime at = std::chrono::sys_days(std::chrono::year(2026) / 11 / 1);
    const std::vector<Row> parted{kSound[0], {}, kSound[1]}; // an empty row is for the eye
    CHECK(table.asLines(parted, at) == "2026-11-01T00:00:00Z  works printer\n"
                                       "2026-11-01T00:00:00Z  works camera\n");
    CHECK(table.asLines(kSound, at) == "");
    CHECK(table.asLines(kJammed, at) == "2026-11-01T00:00:00Z  FAULT printer jam\n");
    CHECK(table.asLines({kJammed[0]}, at) == "2026-11-01T00:00:00Z  gone     camera\n");
}

TEST_CASE("status --watch on a terminal ends at Ctrl-C, and leaves it as it was") {
    const Watched watched(true);
    watched.look("ssj");
    std::string text = watched.until("FAULT printer jam");
    REQUIRE(::write(watched.output, "\x03", 1) == 1); // the keys themselves
    text += watched.until("");
    CHECK(watched.exitCode() == kExitDone);
    CHECK(text.starts_with("\x1b[?1049h\x1b[?25l\x1b[?7l"));
    const std::size_t end = text.find("\x1b[?7h\x1b[?25h\x1b[?1049l");
    REQUIRE(end != std::string::npos);
    const std::string before = text.substr(0, end);
    CHECK(times(before, "works printer") == 1); // of two looks that saw the same
    CHECK(times(before, "works camera") == 1);
    CHECK(times(before, "FAULT printer jam") == 1);
    CHECK(text.substr(end).ends_with("FAULT printer jam\r\nworks camera\r\n")); // stays
}

TEST_CASE("status --watch into a pipe writes a line for each change, without a terminal's words") {
    const Watched watched(false);
    watched.look("ssj");
    std::string text = watched.until("FAULT printer jam\n");
    REQUIRE(::kill(watched.child, SIGTERM) == 0);
    text += watched.until("");
    CHECK(watched.exitCode() == kExitDone);
    CHECK(times(text, "\n") == 3);
    CHECK(text.find('\x1b') == std::string::npos);
}

} // namespace kiosk::app
