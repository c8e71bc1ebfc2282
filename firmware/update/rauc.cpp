// SPDX-License-Identifier: Apache-2.0
#include "firmware/update/rauc.h"

#include <chrono>

#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <sys/wait.h>

#include "firmware/base/files.h"
#include "firmware/base/process/piped_program.h"
#include "firmware/base/text.h"

namespace kiosk::update {

namespace {

constexpr std::size_t kMostWords = 1U << 20;
constexpr std::chrono::minutes kLongestLook{2};
constexpr std::chrono::minutes kLongestWrite{30}; // 150 MB onto a slow disk

/// What a program said, and whether it ended well.
struct Told {
    std::string words;
    bool well = false;
};

Result<Told> run(std::vector<std::string> command, std::chrono::steady_clock::duration longest,
                 PipedProgram::Hears hears) {
    const Descriptor nothing(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    PipedProgram program = TRY(PipedProgram::start(std::move(command), nothing.number(), hears));
    const auto end = std::chrono::steady_clock::now() + longest;
    const Bytes words = TRY(program.read(kMostWords, [end]() -> Result<> {
        if (std::chrono::steady_clock::now() < end)
            return {};
        return fail(ErrorKind::timedOut, "update.too-slow", Remedy::technician,
                    "it takes too long");
    }));
    const auto status = program.ownEnd();
    return Told{toText(words), status && WIFEXITED(*status) && WEXITSTATUS(*status) == 0};
}

std::string lastLine(std::string_view words) {
    while (words.ends_with('\n'))
        words.remove_suffix(1);
    return std::string(words.substr(words.rfind('\n') + 1));
}

Result<BundleFacts> factsIn(const std::string& words) {
    const auto told = nlohmann::json::parse(words, nullptr, false);
    const auto text = [&told](const char* name) {
        return told.is_object() && told.contains(name) && told[name].is_string()
                   ? told[name].get<std::string>()
                   : std::string();
    };
    const auto version = Version::parse(text("version"));
    if (!version)
        return fail(ErrorKind::refused, "update.untrusted", Remedy::supplier,
                    "its version is no version: " + text("version"));
    return BundleFacts{text("compatible"), *version};
}

} // namespace

Result<BundleFacts> Rauc::look(const std::filesystem::path& bundle) {
    if (!std::filesystem::is_regular_file(bundle))
        return fail(ErrorKind::configuration, "update.unreadable", Remedy::technician,
                    "there is no file " + bundle.string());
    const Told told = TRY(run({places_.program, "--conf=" + places_.settings.string(), "info",
                               "--output-format=json", bundle},
                              kLongestLook, PipedProgram::Hears::output));
    if (!told.well)
        return fail(ErrorKind::refused, "update.untrusted", Remedy::supplier,
                    "nobody whom this kiosk believes signed it, or it is damaged");
    return factsIn(told.words);
}

Result<> Rauc::write(const std::filesystem::path& bundle) {
    const Told told = TRY(
        run({places_.program, "install", bundle}, kLongestWrite, PipedProgram::Hears::everything));
    if (told.well)
        return {};
    return fail(ErrorKind::device, "update.not-written", Remedy::technician, lastLine(told.words));
}

Result<Version> Rauc::written(Slot slot) {
    const std::string group = slot == Slot::a ? "[slot.rootfs.0]" : "[slot.rootfs.1]";
    constexpr std::string_view kName = "bundle.version=";
    const std::string record = toText(TRY(readFile(places_.record, kMostWords)));
    bool inside = false;
    for (const std::string_view line : split(record, '\n')) {
        if (line.starts_with('['))
            inside = line == group;
        else if (inside && line.starts_with(kName))
            if (const auto version = Version::parse(line.substr(kName.size())))
                return *version;
    }
    return fail(ErrorKind::internal, "update.no-record", Remedy::technician,
                "nobody wrote down what is in slot " + std::string(name(slot)));
}

} // namespace kiosk::update
