// SPDX-License-Identifier: Apache-2.0
#include "firmware/ending/run_file.h"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <cstring>

#include "firmware/base/files.h"
#include "firmware/base/text.h"

namespace kiosk::ending {

namespace {

constexpr std::array<char, 8> kRunMagic{'K', 'I', 'O', 'S', 'K', 'R', 'N', '1'};
constexpr std::array<char, 8> kEndMagic{'K', 'I', 'O', 'S', 'K', 'E', 'N', '1'};

/// FNV-1a: tells a torn part from a whole one; who may write here may write anything.
template <typename Part>
std::uint64_t checkOf(const Part& part) {
    constexpr std::uint64_t kBasis = 0xcbf29ce484222325;
    constexpr std::uint64_t kPrime = 0x100000001b3;
    constexpr std::size_t kFirst = offsetof(Part, check) + sizeof(part.check);
    const auto* bytes = reinterpret_cast<const unsigned char*>(&part); // as it will lie in the file
    std::uint64_t check = kBasis;
    for (std::size_t i = kFirst; i < sizeof(Part); ++i)
        check = (check ^ bytes[i]) * kPrime;
    return check;
}

template <typename Part>
std::optional<Part> partIn(ByteView bytes, std::size_t offset, const std::array<char, 8>& magic) {
    Part part;
    if (bytes.size() < offset + sizeof(Part))
        return std::nullopt;
    std::memcpy(&part, bytes.data() + offset, sizeof(Part));
    if (part.magic != magic || part.check != checkOf(part))
        return std::nullopt;
    return part;
}

template <std::size_t N>
std::string textIn(const std::array<char, N>& field) {
    return {field.begin(), std::ranges::find(field, '\0')};
}

/// One of a closed list; the first for a number beyond it.
template <typename E, std::size_t N>
E wordAt(std::uint32_t number, const std::array<std::string_view, N>&) {
    return number < N ? static_cast<E>(number) : E{};
}

std::vector<PastEvent> eventsIn(const EndPart& part) {
    std::vector<PastEvent> list;
    const std::size_t count = std::min<std::size_t>(part.eventCount, part.events.size());
    for (const events::Noted& noted : std::span(part.events).first(count)) {
        if (const events::Event* event = events::eventOf(noted))
            list.push_back({event->id, events::wordOf(*event, noted),
                            std::chrono::milliseconds(noted.milliseconds)});
    }
    return list;
}

std::vector<Frame> framesIn(const EndPart& part) {
    std::vector<Frame> list;
    const std::size_t count = std::min<std::size_t>(part.frameCount, part.frames.size());
    for (const FramePart& frame : std::span(part.frames).first(count)) {
        const std::string module = textIn(frame.module);
        list.push_back({isModuleName(module) ? module : "", frame.build, frame.offset});
    }
    return list;
}

WallTime timeOf(std::int64_t seconds) {
    return WallTime(std::chrono::seconds(seconds));
}

} // namespace

void close(RunPart& part) {
    part.magic = kRunMagic;
    part.check = checkOf(part);
}

void close(EndPart& part) {
    part.magic = kEndMagic;
    part.check = checkOf(part);
}

Bytes fileOf(const RunPart& run) {
    Bytes file(kRunFileSize);
    std::memcpy(file.data(), &run, sizeof(run));
    return file;
}

RunFile runFileIn(ByteView bytes) {
    RunFile file{partIn<RunPart>(bytes, 0, kRunMagic),
                 partIn<EndPart>(bytes, kEndOffset, kEndMagic)};
    if (file.end && (!file.run || file.end->run != file.run->run))
        file.end.reset();
    return file;
}

std::string bootName() {
    const char* told = std::getenv("KIOSK_BOOT");
    std::string name = told == nullptr ? "" : told;
    if (name.empty())
        if (const auto file = readFile("/proc/sys/kernel/random/boot_id", kRunFileSize))
            name = toText(*file);
    std::erase_if(name, [](char c) { return !std::string_view("0123456789abcdef").contains(c); });
    constexpr std::size_t kDigits = 32;
    return name.size() == kDigits ? name : "";
}

std::optional<Ending> endingOf(const RunFile& file, std::string_view boot, WallTime now) {
    if (!file.run)
        return std::nullopt;
    const RunPart& run = *file.run;
    Ending ending{.run = run.run,
                  .at = std::chrono::floor<std::chrono::seconds>(now),
                  .version = textIn(run.version),
                  .build = run.build};
    if (!file.end) {
        const bool isSameBoot = !boot.empty() && boot == textIn(run.boot);
        ending.how = isSameBoot ? How::killed : How::powerLost;
        return ending;
    }
    const EndPart& end = *file.end;
    ending.how = wordAt<How>(end.how, kHowNames);
    ending.at = timeOf(end.at);
    if (!isUnasked(ending.how))
        return ending;
    ending.fault = wordAt<Fault>(end.fault, kFaultNames);
    ending.place = wordAt<Place>(end.place, kPlaceNames);
    ending.loopBusy = std::chrono::milliseconds(end.loopBusyMs);
    ending.frames = framesIn(end);
    ending.events = eventsIn(end);
    return ending;
}

} // namespace kiosk::ending
