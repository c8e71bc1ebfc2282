// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/technician/running_software.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <set>

#include "firmware/base/files.h"
#include "firmware/base/process/program.h"
#include "firmware/base/text.h"
#include "firmware/seal/running_digest.h"
#include "firmware/update/slots.h"

namespace kiosk::app {

namespace {

using seal::DigestAlgorithm;

/// As kiosk.service hands it over, where it does.
constexpr const char* kCommandLineCredential = "kernel-command-line";
constexpr std::size_t kLongestCommandLine = 4096;
constexpr std::size_t kPiece = std::size_t{1} << 16;

std::string sha256(ByteView bytes) {
    return toHex(seal::digest(DigestAlgorithm::sha256, bytes));
}

/// Empty where it cannot be read to its end.
std::string fileDigest(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return {};
    seal::RunningDigest digest(DigestAlgorithm::sha256);
    for (std::string piece(kPiece, '\0'); file;) {
        file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        digest.add(
            bytesOf(std::string_view(piece).substr(0, static_cast<std::size_t>(file.gcount()))));
    }
    return file.bad() || !file.eof() ? std::string() : toHex(digest.end());
}

std::string firstText(const std::vector<std::filesystem::path>& files) {
    for (const std::filesystem::path& file : files)
        if (const auto text = readFile(file, kLongestCommandLine))
            return toText(*text);
    return {};
}

bool isDigest(std::string_view text) {
    constexpr std::size_t kDigits = 64;
    return text.size() == kDigits &&
           text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// Of dm-verity, as the loader of the kiosk's image gives it.
std::string rootHashIn(std::string_view commandLine) {
    constexpr std::string_view kName = "kiosk.roothash=";
    for (const std::string_view word : split(trimmed(commandLine), ' '))
        if (word.starts_with(kName) && isDigest(word.substr(kName.size())))
            return std::string(word.substr(kName.size()));
    return {};
}

} // namespace

SoftwarePlaces SoftwarePlaces::ofThisProcess() {
    SoftwarePlaces places;
    for (const std::string_view program : kKioskPrograms)
        places.programs[std::string(program)] = ownProgram(program);
    places.programs["kiosk"] = "/proc/self/exe";
    if (const char* credentials = std::getenv("CREDENTIALS_DIRECTORY"))
        places.commandLine.push_back(std::filesystem::path(credentials) / kCommandLineCredential);
    places.commandLine.emplace_back("/proc/cmdline");
    return places;
}

std::string trustListDigest(const verify::TrustList& list) {
    std::set<std::string> lines;
    for (const Bytes& root : list.roots)
        lines.insert("root " + sha256(root) + "\n");
    for (const verify::CopySigner& signer : list.copySigners)
        lines.insert("copy-signer " + signer.regionCode + " " + sha256(signer.certificate) + "\n");
    std::string all;
    for (const std::string& line : lines)
        all += line;
    return sha256(bytesOf(all));
}

LoadedSettings loadedSettings(const UsableConfig& usable, const verify::TrustList& trust) {
    const auto& regions = usable.texts.regions;
    return {.configuration = sha256(bytesOf(usable.texts.config.text)),
            .regions = regions ? sha256(bytesOf(regions->text)) : std::string(),
            .isLastGood = usable.wrong.has_value(),
            .trustList = trust.name(),
            .trustListDigest = trustListDigest(trust)};
}

handout::RunningSoftware runningSoftware(const SoftwarePlaces& places, std::string_view version,
                                         const LoadedSettings& loaded) {
    const std::string commandLine = firstText(places.commandLine);
    const auto slot = update::runningSlot(commandLine);
    handout::RunningSoftware software{.version = std::string(version),
                                      .slot = slot ? std::string(name(*slot)) : std::string(),
                                      .rootHash = rootHashIn(commandLine),
                                      .configuration = loaded.configuration,
                                      .regions = loaded.regions,
                                      .isLastGood = loaded.isLastGood,
                                      .trustList = loaded.trustList,
                                      .trustListDigest = loaded.trustListDigest};
    for (const auto& [program, file] : places.programs)
        software.programs[program] = fileDigest(file);
    return software;
}

} // namespace kiosk::app
