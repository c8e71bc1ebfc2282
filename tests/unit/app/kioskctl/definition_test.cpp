// SPDX-License-Identifier: Apache-2.0
#include <csignal>
#include <cstdlib>
#include <regex>
#include <set>

#include <catch2/catch.hpp>
#include <sys/wait.h>
#include <unistd.h>

#include "firmware/app/kioskctl/command_line.h"
#include "firmware/app/kioskctl/definition_text.h"
#include "firmware/base/text.h"
#include "tests/support/caught_output.h"

namespace kiosk::app {

namespace {

tests::CaughtOutput kioskctl(const std::vector<std::string>& words) {
    const std::vector<std::string_view> views(words.begin(), words.end());
    return tests::catchOutput([&] { return runCommandLine(views); });
}

/// What another program prints of a text; nothing where there is no such program.
std::optional<tests::CaughtOutput> judgedBy(const std::string& program, const std::string& options,
                                            const std::string& text) {
    if (std::system(("command -v " + program + " > /dev/null").c_str()) != 0)
        return std::nullopt;
    const tests::TemporaryFolder folder;
    const std::string file = folder.path() / "text";
    REQUIRE(writeFile(file, bytesOf(text)));
    return tests::catchOutput([&] {
        return std::system((program + " " + options + " " + file + " < /dev/null").c_str());
    });
}

/// What bash offers at the end of these words, with the completion that kioskctl gives it.
std::string offered(const std::vector<std::string>& words) {
    std::string script = bashCompletion(allCommands()) + "COMP_WORDS=(kioskctl";
    for (const std::string& word : words)
        script += " '" + word + "'";
    script +=
        "); COMP_CWORD=" + std::to_string(words.size()) + "; _kioskctl; echo \"${COMPREPLY[*]}\"\n";
    const auto output = judgedBy("bash", "--norc -u", script);
    REQUIRE(output);
    CHECK(output->err.empty());
    CHECK(output->exitCode == 0);
    return std::string(trimmed(output->out));
}

/// The options that the sources ask their arguments for, "--json": each that is written there, but
/// where it is declared, behind a brace.
std::set<std::string> optionsAskedFor() {
    std::set<std::string> asked;
    const std::regex option(R"re([^{]"(--?[a-z][a-z-]*)")re");
    for (const auto& file :
         std::filesystem::directory_iterator(KIOSK_SOURCE_DIR "/firmware/app/kioskctl")) {
        const std::string source = toText(readFile(file.path()).value());
        for (auto at = std::sregex_iterator(source.begin(), source.end(), option);
             at != std::sregex_iterator(); ++at)
            asked.insert((*at)[1]);
    }
    for (const Option& own : ownOptions())
        asked.erase(std::string(own.name));
    return asked;
}

std::set<std::string> optionsDeclared() {
    std::set<std::string> declared;
    for (const Command& command : allCommands())
        for (const Option& option : command.options)
            declared.emplace(option.name);
    return declared;
}

Result<int> takesUndeclared(const Arguments& arguments) {
    return arguments.has("--quiet") ? kExitDone : kExitCannot;
}

} // namespace

TEST_CASE("each command of kioskctl is declared whole") {
    std::set<std::string_view> seen;
    for (const Command& command : allCommands()) {
        CAPTURE(command.words);
        CHECK(seen.insert(command.words).second);
        CHECK_FALSE(command.purpose.empty());
        CHECK_FALSE(command.purpose.ends_with('.'));
        CHECK(command.act != nullptr);
        REQUIRE_FALSE(command.exits.empty());
        CHECK(command.exits.begin()->code == kExitDone);
        for (const Option& option : command.options)
            CHECK_FALSE(option.meaning.empty());
        for (const Operand& operand : command.operands)
            CHECK_FALSE(operand.meaning.empty());
    }
}

TEST_CASE("each example of kioskctl is a command line that its own command reads") {
    for (const Command& command : allCommands()) {
        CAPTURE(command.words, command.example);
        REQUIRE(command.example.starts_with(command.words));
        std::vector<std::string_view> words =
            split(command.example.substr(command.words.size()), ' ');
        std::erase(words, "");
        const auto read = Arguments::parse(command, words);
        CHECK((read ? "" : read.error().line()) == "");
    }
}

TEST_CASE("what a command asks for it declares, and what it declares it asks for") {
    CHECK(optionsAskedFor() == optionsDeclared());
}

TEST_CASE("a command that takes an option it does not declare is stopped at once") {
    const Command command{.words = "try", .act = takesUndeclared};
    const pid_t child = ::fork();
    if (child == 0) {
        std::freopen("/dev/null", "w", stderr);
        std::signal(SIGABRT, SIG_DFL);
        ::_exit(command.run({}));
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    CHECK(WIFSIGNALED(status));
    CHECK(WTERMSIG(status) == SIGABRT);
}

TEST_CASE("words that kioskctl does not know: what, where to read, exit 2") {
    struct Typed {
        std::vector<std::string> words;
        std::string line;
    };
    for (const auto& [words, line] : std::vector<Typed>{
             {{}, "usage.unknown-command: none given; read kioskctl --help"},
             {{"stauts"}, "usage.unknown-command: stauts; read kioskctl --help"},
             {{"--loud"}, "usage.unknown-option: --loud; read kioskctl --help"},
             {{"--completion", "fish"},
              "usage.unknown-shell: --completion knows bash; read kioskctl --help"},
             {{"doctor", "--loud"}, "usage.unknown-option: --loud; read kioskctl doctor --help"},
             {{"doctor", "--conf=x"}, "usage.unknown-option: --conf; read kioskctl doctor --help"},
             {{"doctor"}, "usage.missing-option: --config; read kioskctl doctor --help"},
             {{"doctor", "--config"}, "usage.missing-value: --config; read kioskctl doctor --help"},
             {{"doctor", "--config", "x", "--json=y"},
              "usage.needless-value: --json; read kioskctl doctor --help"},
             {{"doctor", "--config", "x", "more"},
              "usage.too-many-operands: more; read kioskctl doctor --help"},
             {{"code", "read"}, "usage.missing-operand: FILE.png; read kioskctl code read --help"},
             {{"staff", "add", "--config", "x", "--role", "owner"},
              "usage.staff-role: owner; read kioskctl staff add --help"}}) {
        const auto output = kioskctl(words);
        CHECK(output.err == "kioskctl: " + line + "\n");
        CHECK(output.out.empty());
        CHECK(output.exitCode == 2);
    }
}

TEST_CASE("an option's value may stand behind a sign, and operands behind two dashes") {
    const Command command{.words = "try",
                          .options = {{"--dpi", "N", "dots"}, kJsonOption},
                          .operands = {{"FILE"}},
                          .act = takesUndeclared};
    const std::array<std::string_view, 4> words{"--dpi=30", "--json", "--", "--odd"};
    const auto read = Arguments::parse(command, words);
    REQUIRE(read);
    CHECK(read->value("--dpi") == "30");
    CHECK(read->has("--json"));
    CHECK(read->rest() == std::vector<std::string>{"--odd"});
    CHECK(synopsisOf(command) == "[--dpi N] [--json] FILE");
}

TEST_CASE("help names every command, and of each all that it declares") {
    const std::string all = kioskctl({"--help"}).out;
    for (const Command& command : allCommands()) {
        CAPTURE(command.words);
        CHECK(all.find("  kioskctl " + std::string(command.words) + " " + synopsisOf(command) +
                       "\n") != std::string::npos);
        const auto named = split(command.words, ' ');
        std::vector<std::string> words(named.begin(), named.end());
        words.emplace_back("--help");
        const auto help = kioskctl(words);
        CHECK(help.exitCode == kExitDone);
        CHECK(help.out == helpText(command));
        for (const Option& option : command.options)
            CHECK(help.out.find(std::string(option.meaning)) != std::string::npos);
        for (const ExitMeaning& exit : command.exits)
            CHECK(help.out.find(std::string(exit.meaning)) != std::string::npos);
    }
    CHECK(kioskctl({"help"}).out == all);
}

TEST_CASE("the manual page has no fault that its judges know, and names every option") {
    const std::string page = kioskctl({"--man"}).out;
    const auto groff = judgedBy("groff", "-ww -man -Tutf8 -P-cbou", page);
    REQUIRE(groff);
    CHECK(groff->err == "");
    CHECK(groff->exitCode == 0);
    for (const Command& command : allCommands()) {
        CHECK(groff->out.find("   " + std::string(command.words) + "\n") != std::string::npos);
        for (const Option& option : command.options)
            CHECK(groff->out.find(std::string(option.name)) != std::string::npos);
    }
    if (const auto mandoc = judgedBy("mandoc", "-T lint -W style", page))
        CHECK(mandoc->out == "");
}

TEST_CASE("bash completes commands, their options, words and files") {
    CHECK(offered({"do"}) == "doctor document");
    CHECK(offered({"document", ""}) == "draw inspect verify");
    CHECK(offered({"devices", "r"}) == "retry");
    CHECK(offered({"doctor", "--"}) == "--config --help --json");
    CHECK(offered({"staff", "add", "--role", ""}) == "attendant supervisor technician");
    CHECK(offered({"parts", "accept", "--config", "x", "card"}) == "cardReader");
    CHECK(offered({"conformance", "--at", "x", "p"}) == "printer");
    CHECK(offered({"conformance", "printer", ""}) == "");
    CHECK(offered({"--c"}) == "--completion");
    CHECK(offered({"--completion", ""}) == "bash");
    const tests::TemporaryFolder folder;
    const std::string kiosk = folder.path() / "kiosk.json";
    REQUIRE(writeFile(kiosk, {}));
    std::filesystem::create_directories(folder.path() / "kiosks");
    CHECK(offered({"doctor", "--config", kiosk.substr(0, kiosk.size() - 5)}).find(kiosk) !=
          std::string::npos);
    CHECK(offered({"queue", "list", "--state", kiosk.substr(0, kiosk.size() - 5)}) ==
          folder.path() / "kiosks");
}

} // namespace kiosk::app
