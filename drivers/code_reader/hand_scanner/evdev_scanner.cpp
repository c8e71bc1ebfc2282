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
#include "drivers/transport/link.h"

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

/// Closes what it holds.
class Descriptor {
public:
    explicit Descriptor(int descriptor) : descriptor_(descriptor) {}
    ~Descriptor() {
        if (descriptor_ >= 0)
            ::close(descriptor_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    int get() const { return descriptor_; }
    int release() { return std::exchange(descriptor_, -1); }

private:
    int descriptor_;
};

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
    EvdevScanner(int descriptor, DeviceIdentity identity)
        : descriptor_(descriptor), identity_(std::move(identity)) {}

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

    Descriptor descriptor_;
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
        pollfd entry{.fd = descriptor_.get(), .events = POLLIN, .revents = 0};
        if (::poll(&entry, 1, static_cast<int>(kStopLatency.count())) > 0)
            TRY(readKeys());
    }
    Code code = std::move(whole_.front());
    whole_.pop_front();
    return code;
}

/// All events that are ready, at most a bufferful.
Result<> EvdevScanner::readKeys() {
    std::array<input_event, 64> events{};
    const ssize_t size = ::read(descriptor_.get(), events.data(), sizeof events);
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
    if (file.get() < 0)
        return failed("open", errno);
    KeyBits keys{};
    if (::ioctl(file.get(), EVIOCGBIT(EV_KEY, keys.size()), keys.data()) < 0)
        return failed("list keys", errno);
    if (!typesCodes(keys))
        return fail(ErrorKind::configuration, "scanner.not-a-scanner", Remedy::configuration,
                    "keys of a code are missing");
    // Pauses are measured on a clock that is never set.
    int clock = CLOCK_MONOTONIC;
    if (::ioctl(file.get(), EVIOCSCLOCKID, &clock) < 0 || ::ioctl(file.get(), EVIOCGRAB, 1) < 0)
        return failed("take", errno);
    std::array<char, 128> name{};
    static_cast<void>(::ioctl(file.get(), EVIOCGNAME(name.size() - 1), name.data()));
    return evdevScannerOn(file.release(), {.module = "scanner-keys",
                                           .model = name.data(),
                                           .serial = "",
                                           .firmware = "",
                                           .port = node.string()});
}

std::unique_ptr<CodeSource> evdevScannerOn(int descriptor, DeviceIdentity identity) {
    return std::make_unique<EvdevScanner>(descriptor, std::move(identity));
}

} // namespace kiosk::drivers
