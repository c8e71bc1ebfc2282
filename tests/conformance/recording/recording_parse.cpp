// SPDX-License-Identifier: Apache-2.0
#include <charconv>
#include <fstream>

#include "firmware/base/text.h"
#include "tests/conformance/recording/words.h"

namespace kiosk::tests {

namespace {

constexpr std::size_t kLongestFile = 16U << 20;
/// A transfer is no longer than this, so that a line cannot ask for endless memory.
constexpr std::size_t kMostBytes = 1U << 20;

std::unexpected<Error> noLine() {
    return fail(ErrorKind::malformed, "recording.malformed", Remedy::supplier);
}

/// Takes the words of a line one by one.
class LineReader {
public:
    explicit LineReader(std::string_view line) : words_(split(line, ' ')) {}

    bool atEnd() const { return next_ == words_.size(); }
    Result<std::string_view> word() {
        if (atEnd())
            return noLine();
        return words_[next_++];
    }
    template <typename Number>
    Result<Number> number(int base) {
        const std::string_view text = TRY(word());
        Number value{};
        const char* end = text.data() + text.size();
        const auto [at, error] = std::from_chars(text.data(), end, value, base);
        if (text.empty() || at != end || error != std::errc{})
            return noLine();
        return value;
    }
    Result<> expect(std::string_view wanted) {
        const std::string_view found = TRY(word());
        return found == wanted ? Result<>{} : Result<>{noLine()};
    }
    /// What is left of the line, as one text.
    Result<std::string> rest() {
        std::string text(TRY(word()));
        while (!atEnd())
            text += " " + std::string(TRY(word()));
        return text;
    }

private:
    std::vector<std::string_view> words_;
    std::size_t next_ = 0;
};

Result<> readWithheld(std::string_view count, LineReader& line, KeptBytes& bytes) {
    const auto number = parseInteger(count);
    if (!number || *number < 1 || *number > static_cast<std::int64_t>(kMostBytes))
        return noLine();
    TRY(line.expect("bytes"));
    TRY(line.expect("withheld)"));
    bytes.resize(bytes.size() + static_cast<std::size_t>(*number));
    return {};
}

Result<KeptBytes> readBytes(LineReader& line) {
    KeptBytes bytes;
    while (!line.atEnd()) {
        const std::string_view word = TRY(line.word());
        if (word.starts_with('(')) {
            TRY(readWithheld(word.substr(1), line, bytes));
        } else {
            const auto known = fromHex(word);
            if (!known || known->empty())
                return noLine();
            bytes.insert(bytes.end(), known->begin(), known->end());
        }
        if (bytes.size() > kMostBytes)
            return noLine();
    }
    return bytes;
}

Result<drivers::UsbClassRequest> readRequest(LineReader& line) {
    return drivers::UsbClassRequest{.request = TRY(line.number<std::uint8_t>(16)),
                                    .value = TRY(line.number<std::uint16_t>(16)),
                                    .index = TRY(line.number<std::uint16_t>(16))};
}

Result<Event> readTransfer(LineReader& line) {
    Transfer transfer;
    transfer.at = std::chrono::milliseconds(TRY(line.number<std::uint32_t>(10)));
    const auto kind = valueNamed(kKindWords, TRY(line.word()));
    if (!kind)
        return noLine();
    transfer.kind = *kind;
    if (*kind == Transfer::Kind::in || *kind == Transfer::Kind::out)
        transfer.pipe = TRY(line.number<std::uint8_t>(16));
    else
        transfer.request = TRY(readRequest(line));
    const auto end = valueNamed(kEndWords, TRY(line.word()));
    if (!end)
        return noLine();
    transfer.trouble = *end;
    transfer.bytes = TRY(readBytes(line));
    return transfer;
}

Result<Event> readEvent(std::string_view text) {
    LineReader line(text);
    if (text.starts_with("call ")) {
        TRY(line.expect("call"));
        return DriverCall{TRY(line.rest())};
    }
    if (text.starts_with("gave ")) {
        TRY(line.expect("gave"));
        return DriverAnswer{TRY(line.rest())};
    }
    return readTransfer(line);
}

Result<> readDevice(std::string_view text, Recording& recording) {
    LineReader line(text);
    TRY(line.expect("device"));
    recording.id = {TRY(line.number<std::uint16_t>(16)), TRY(line.number<std::uint16_t>(16))};
    return {};
}

Result<> readInterface(std::string_view text, Recording& recording) {
    LineReader line(text);
    TRY(line.expect("interface"));
    recording.interface.number = TRY(line.number<int>(10));
    recording.interface.setting = TRY(line.number<int>(10));
    recording.interface.code = {TRY(line.number<std::uint8_t>(16)),
                                TRY(line.number<std::uint8_t>(16)),
                                TRY(line.number<std::uint8_t>(16))};
    return {};
}

Result<> readPipe(std::string_view text, Recording& recording) {
    LineReader line(text);
    TRY(line.expect("pipe"));
    const auto address = TRY(line.number<std::uint8_t>(16));
    const auto size = TRY(line.number<std::uint16_t>(10));
    using Direction = drivers::BulkEndpoint::Direction;
    recording.interface.endpoints.push_back(
        {address, (address & 0x80U) != 0 ? Direction::in : Direction::out, size});
    return {};
}

Result<> readLine(std::size_t number, std::string_view line, Recording& recording) {
    if (number == 0)
        return line == kTitle ? Result<>{} : Result<>{noLine()};
    if (number == 1)
        return readDevice(line, recording);
    if (number == 2)
        return readInterface(line, recording);
    if (recording.events.empty() && line.starts_with("pipe "))
        return readPipe(line, recording);
    recording.events.push_back(TRY(readEvent(line)));
    return {};
}

} // namespace

Result<Recording> parseRecording(std::string_view text) {
    Recording recording;
    auto lines = split(text, '\n');
    if (!lines.empty() && lines.back().empty())
        lines.pop_back();
    for (std::size_t number = 0; number < lines.size(); ++number)
        if (!readLine(number, lines[number], recording))
            return fail(ErrorKind::malformed, "recording.malformed", Remedy::supplier,
                        "line " + std::to_string(number + 1));
    constexpr std::size_t kHeadLines = 3;
    if (lines.size() < kHeadLines)
        return fail(ErrorKind::malformed, "recording.malformed", Remedy::supplier, "no head");
    return recording;
}

Result<Recording> loadRecording(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    std::string text(kLongestFile + 1, '\0');
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(in.gcount()));
    if (text.empty() || text.size() > kLongestFile)
        return fail(ErrorKind::notFound, "recording.unreadable", Remedy::citizenAgain, file);
    return parseRecording(text);
}

} // namespace kiosk::tests
