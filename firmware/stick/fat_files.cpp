// SPDX-License-Identifier: Apache-2.0
#include "firmware/stick/fat_files.h"

#include <algorithm>
#include <regex>

#include "firmware/base/text.h"

namespace kiosk::stick {

namespace {

constexpr std::size_t kLongestName = 100;
constexpr std::size_t kLongestListing = 4U << 20;
constexpr std::string_view kOtherSigns = "-_. ";
constexpr const char* kProgram = "/usr/bin/";

std::string inFirstFolder(const std::string& name) {
    return "::/" + name;
}

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

} // namespace

bool isPlainName(std::string_view name) {
    return !name.empty() && name.size() <= kLongestName && isLetter(name.front()) &&
           std::ranges::all_of(
               name, [](char c) { return isLetter(c) || kOtherSigns.find(c) != kOtherSigns.npos; });
}

std::string FatFiles::image() const {
    return volume_.node.string() + "@@" + std::to_string(volume_.offset);
}

std::unexpected<Error> FatFiles::broken() const {
    if (!isThere(volume_))
        return pulled();
    return fail(ErrorKind::malformed, "stick.unreadable", Remedy::technician,
                "its file system is damaged");
}

Result<std::string> FatFiles::listing() const {
    std::string text;
    const bool well =
        TRY(runWalled({std::string(kProgram) + "mdir", "-i", image(), "::/"}, volume_.node,
                      Touches::reads, {}, [&text](ByteView bytes) -> Result<> {
                          if (text.size() + bytes.size() > kLongestListing)
                              return fail(ErrorKind::malformed, "stick.unreadable",
                                          Remedy::technician, "it holds too many files");
                          text += toText(bytes);
                          return {};
                      }));
    return well ? Result<std::string>(std::move(text)) : broken();
}

/// "KIOSK-~1 RAU   1234567 2026-11-27  16:37  kiosk-1.2.raucb"
Result<std::vector<StickFile>> FatFiles::list() const {
    static const std::regex kLine(
        R"(^.{12} +([0-9]{1,19}) [0-9]{4}-[0-9]{2}-[0-9]{2} +[0-9]{1,2}:[0-9]{2} +(.+)$)");
    std::vector<StickFile> files;
    const std::string text = TRY(listing());
    for (const std::string_view line : split(text, '\n')) {
        std::cmatch found;
        if (line.size() > kLongestName * 2 ||
            !std::regex_match(line.data(), line.data() + line.size(), found, kLine) ||
            !isPlainName(found[2].str()))
            continue;
        const auto size = parseInteger(found[1].str());
        files.push_back({found[2].str(), static_cast<std::uint64_t>(size.value_or(0))});
    }
    std::ranges::sort(files, {}, &StickFile::name);
    return files;
}

/// "                  64 822 784 bytes free"
Result<std::uint64_t> FatFiles::free() const {
    constexpr std::string_view kEnding = " bytes free";
    const std::string text = TRY(listing());
    for (const std::string_view line : split(text, '\n')) {
        if (!line.ends_with(kEnding))
            continue;
        std::string digits(line.substr(0, line.size() - kEnding.size()));
        std::erase(digits, ' ');
        if (const auto bytes = parseInteger(digits))
            return static_cast<std::uint64_t>(*bytes);
    }
    return broken();
}

Result<> FatFiles::read(const std::string& name, const Sink& sink) const {
    const bool well =
        TRY(runWalled({std::string(kProgram) + "mcopy", "-i", image(), inFirstFolder(name), "-"},
                      volume_.node, Touches::reads, {}, sink));
    return well ? Result<>() : broken();
}

Result<> FatFiles::write(const std::string& name, ByteView bytes) const {
    const bool well = TRY(
        runWalled({std::string(kProgram) + "mcopy", "-o", "-i", image(), "-", inFirstFolder(name)},
                  volume_.node, Touches::writes, bytes, [](ByteView) { return Result<>(); }));
    return well ? Result<>() : broken();
}

void FatFiles::remove(const std::string& name) const {
    static_cast<void>(
        runWalled({std::string(kProgram) + "mdel", "-i", image(), inFirstFolder(name)},
                  volume_.node, Touches::writes, {}, [](ByteView) { return Result<>(); }));
}

} // namespace kiosk::stick
