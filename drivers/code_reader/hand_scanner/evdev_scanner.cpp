// SPDX-License-Identifier: Apache-2.0
#include "drivers/code_reader/hand_scanner/evdev_scanner.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <deque>

#include <fcntl.h>
#include <linux/input.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "drivers/code_reader/hand_scanner/key_typing.h"
#include "drivers/transport/stoppable_wait.h"

namespace kiosk::drivers {

namespace {

using scanner::KeyMove;

constexpr std::chrono::milliseconds kLongestWait{1000};

std::unexpected<Error> failed(std::string_view activity, int number) {
    const std::string detail = std::string(activity) + ": " + std::strerror(number);
    switch (number) {
    case EACCES:
    case EPERM:
        return fail(ErrorKind::configuration, "scanner.no-access", Remedy::configuration, detail);
    case EBUSY:
        return fail(ErrorKind::unavailable, "scanner.busy", Remedy::technician, detail);
    case ENOTTY:
        return fail(ErrorKind::configuration, "scanner.not-a-scanner", Remedy::configuration,
                    detail);
    default: // ENODEV among them: the cable was pulled
        return fail(ErrorKind::notFound, "scanner.gone", Remedy::technician, detail);
    }
}

using KeyBits = std::array<std::uint8_t, KEY_MAX / 8 + 1>;

bool has(const KeyBits& keys, unsigned code) {
    return (keys[code / 8] >> (code % 8) & 1U) != 0;
}

/// Whatever types codes has letters, digits, a shift and an end.
bool typesCodes(const KeyBits& keys) {
    for (const unsigned code : {KEY_0, KEY_9, KEY_A, KEY_Z, KEY_MINUS, KEY_LEFTSHIFT})
        if (!has(keys, code))
            return false;
    return has(keys, KEY_ENTER) || has(keys, KEY_KPENTER) || has(keys, KEY_TAB);
}

class EvdevScanner final : public CodeSource {
public:
    EvdevScanner(Descriptor node, DeviceIdentity identity)
        : node_(std::move(node)), identity_(std::move(identity)) {}

    DeviceIdentity identity() const override { return identity_; }
    /// Forgets what it has typed so far.
    Result<> reset(std::stop_token) override {
        typing_ = {};
        whole_.clear();
        return {};
    }
    Result<std::optional<Code>> next(std::stop_token stop) override;

private:
    Result<> readKeys();
    void take(const input_event& event);

    Descriptor node_;
    StoppableWait wait_;
    DeviceIdentity identity_;
    scanner::KeyTyping typing_;
    std::deque<Code> whole_; ///< read in one go with the one before
};

Result<std::optional<Code>> EvdevScanner::next(std::stop_token stop) {
    const auto deadline = std::chrono::steady_clock::now() + kLongestWait;
    while (whole_.empty()) {
        if (stop.stop_requested())
            return fail(ErrorKind::cancelled, "scanner.cancelled", Remedy::wait);
        if (std::chrono::steady_clock::now() >= deadline)
            return std::nullopt;
        std::array keys{pollfd{.fd = node_.number(), .events = POLLIN, .revents = 0}};
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(
            deadline - std::chrono::steady_clock::now());
        if (wait_.wait(keys, left, stop) == StoppableWait::End::ready)
            TRY(readKeys());
    }
    Code code = std::move(whole_.front());
    whole_.pop_front();
    return code;
}

/// All events that are ready, at most a bufferful.
Result<> EvdevScanner::readKeys() {
    std::array<input_event, 64> events{};
    const ssize_t size = ::read(node_.number(), events.data(), sizeof events);
    if (size < 0 && (errno == EAGAIN || errno == EINTR))
        return {};
    if (size <= 0)
        return failed("read keys", size < 0 ? errno : ENODEV);
    const auto count = static_cast<std::size_t>(size) / sizeof(input_event); // whole ones only
    for (std::size_t i = 0; i < count; ++i)
        take(events[i]);
    return {};
}

void EvdevScanner::take(const input_event& event) {
    if (event.type == EV_SYN && event.code == SYN_DROPPED)
        typing_.lose();
    if (event.type != EV_KEY)
        return;
    const auto at = std::chrono::seconds(event.input_event_sec) +
                    std::chrono::microseconds(event.input_event_usec);
    const KeyMove move = event.value == 0   ? KeyMove::up
                         : event.value == 1 ? KeyMove::down
                                            : KeyMove::repeat;
    if (auto text = typing_.key(event.code, move, at))
        whole_.push_back({std::move(*text)});
}

} // namespace

Result<std::unique_ptr<CodeSource>> openEvdevScanner(const std::filesystem::path& node) {
    Descriptor file(::open(node.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    if (file.number() < 0)
        return failed("open", errno);
    KeyBits keys{};
    if (::ioctl(file.number(), EVIOCGBIT(EV_KEY, keys.size()), keys.data()) < 0)
        return failed("list keys", errno);
    if (!typesCodes(keys))
        return fail(ErrorKind::configuration, "scanner.not-a-scanner", Remedy::configuration,
                    "keys of a code are missing");
    // Pauses are measured on a clock that is never set.
    int clock = CLOCK_MONOTONIC;
    if (::ioctl(file.number(), EVIOCSCLOCKID, &clock) < 0 ||
        ::ioctl(file.number(), EVIOCGRAB, 1) < 0)
        return failed("take", errno);
    std::array<char, 128> name{};
    static_cast<void>(::ioctl(file.number(), EVIOCGNAME(name.size() - 1), name.data()));
    return evdevScannerOn(std::move(file), {.module = "scanner-keys",
                                            .model = name.data(),
                                            .serial = "",
                                            .firmware = "",
                                            .port = node.string()});
}

std::unique_ptr<CodeSource> evdevScannerOn(Descriptor node, DeviceIdentity identity) {
    return std::make_unique<EvdevScanner>(std::move(node), std::move(identity));
}

} // namespace kiosk::drivers
