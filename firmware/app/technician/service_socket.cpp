// SPDX-License-Identifier: Apache-2.0
#include "firmware/app/technician/service_socket.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <optional>
#include <utility>

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

namespace kiosk::app {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t kLongestLine = 64U << 10;
constexpr auto kPatienceWithAsker = 2s;
constexpr auto kPatienceWithKiosk = 5s;

class Descriptor {
public:
    explicit Descriptor(int value) : value_(value) {}
    ~Descriptor() {
        if (value_ >= 0)
            ::close(value_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    bool valid() const { return value_ >= 0; }
    int get() const { return value_; }
    int release() { return std::exchange(value_, -1); }

private:
    int value_;
};

std::unexpected<Error> noSocket(std::string_view why) {
    return fail(ErrorKind::configuration, "service.no-socket", Remedy::configuration, why);
}

std::optional<sockaddr_un> addressOf(const std::filesystem::path& path) {
    sockaddr_un address{.sun_family = AF_UNIX, .sun_path = {}};
    const std::string text = path.string();
    if (text.size() >= sizeof address.sun_path)
        return std::nullopt;
    std::memcpy(address.sun_path, text.data(), text.size());
    return address;
}

const sockaddr* plain(const sockaddr_un& address) {
    return reinterpret_cast<const sockaddr*>(&address);
}

/// Waits until the socket is ready, but not beyond the end.
bool ready(int socket, short event, std::chrono::steady_clock::time_point end) {
    while (true) {
        const auto left =
            std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
        pollfd waiting{socket, event, 0};
        const int found =
            left.count() > 0 ? ::poll(&waiting, 1, static_cast<int>(left.count())) : 0;
        if (found >= 0 || errno != EINTR)
            return found > 0;
    }
}

/// Up to the end of the line, without it.
std::optional<std::string> readLine(int socket, std::chrono::steady_clock::time_point end) {
    std::string line;
    std::array<char, 4096> chunk{};
    while (line.size() <= kLongestLine && ready(socket, POLLIN, end)) {
        const ssize_t count = ::recv(socket, chunk.data(), chunk.size(), 0);
        if (count <= 0)
            return std::nullopt;
        line.append(chunk.data(), static_cast<std::size_t>(count));
        if (const auto at = line.find('\n'); at != std::string::npos)
            return line.substr(0, at);
    }
    return std::nullopt;
}

bool writeLine(int socket, std::string_view text, std::chrono::steady_clock::time_point end) {
    std::string line(text);
    line += '\n';
    for (std::string_view rest = line; !rest.empty();) {
        if (!ready(socket, POLLOUT, end))
            return false;
        const ssize_t count = ::send(socket, rest.data(), rest.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (count < 0)
            return false;
        rest.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

/// The file's mode keeps others out already; a folder that somebody else may write does not.
bool mayAsk(int socket) {
    ucred who{};
    socklen_t size = sizeof who;
    return ::getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &who, &size) == 0 &&
           (who.uid == 0 || who.uid == ::geteuid());
}

} // namespace

Result<std::unique_ptr<ServiceSocket>> ServiceSocket::open(const std::filesystem::path& path,
                                                           Answer answer) {
    const auto address = addressOf(path);
    if (!address)
        return noSocket("the state folder's path is too long");
    Descriptor listener(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    Descriptor bell(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    ::unlink(path.c_str());
    // The mode goes with the socket into the file system: there is no moment in which others may.
    if (!listener.valid() || !bell.valid() || ::fchmod(listener.get(), S_IRUSR | S_IWUSR) != 0 ||
        ::bind(listener.get(), plain(*address), sizeof *address) != 0 ||
        ::listen(listener.get(), 4) != 0)
        return noSocket(std::strerror(errno));
    return std::unique_ptr<ServiceSocket>(
        new ServiceSocket(path, listener.release(), bell.release(), std::move(answer)));
}

ServiceSocket::ServiceSocket(std::filesystem::path path, int listener, int bell, Answer answer)
    : path_(std::move(path)),
      listener_(listener),
      bell_(bell),
      answer_(std::move(answer)),
      thread_([this](const std::stop_token& ending) {
          const std::stop_callback wake(ending, [this] { ::eventfd_write(bell_, 1); });
          serve();
      }) {}

ServiceSocket::~ServiceSocket() {
    thread_.request_stop();
    thread_.join();
    ::unlink(path_.c_str());
    ::close(listener_);
    ::close(bell_);
}

void ServiceSocket::serve() {
    while (true) {
        std::array<pollfd, 2> waiting{pollfd{listener_, POLLIN, 0}, pollfd{bell_, POLLIN, 0}};
        if (::poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR)
            return;
        if (waiting[1].revents != 0)
            return;
        if (waiting[0].revents == 0)
            continue;
        const Descriptor asker(::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC));
        if (!asker.valid() || !mayAsk(asker.get()))
            continue;
        const auto end = std::chrono::steady_clock::now() + kPatienceWithAsker;
        if (const auto question = readLine(asker.get(), end))
            writeLine(asker.get(), answer_(*question), end);
    }
}

Result<std::string> askKiosk(const std::filesystem::path& state, std::string_view question) {
    const auto address = addressOf(state / kServiceSocketName);
    if (!address)
        return noSocket("the state folder's path is too long");
    const Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    if (::connect(socket.get(), plain(*address), sizeof *address) != 0) {
        if (errno == EACCES)
            return fail(ErrorKind::refused, "service.no-access", Remedy::technician,
                        "only the kiosk's own user and root may ask it");
        return fail(ErrorKind::unavailable, "service.no-kiosk", Remedy::technician,
                    "no kiosk runs with this state folder");
    }
    const auto end = std::chrono::steady_clock::now() + kPatienceWithKiosk;
    const bool asked = writeLine(socket.get(), question, end);
    const auto answer = asked ? readLine(socket.get(), end) : std::nullopt;
    if (!answer)
        return fail(ErrorKind::timedOut, "service.silent", Remedy::technician);
    return *answer;
}

} // namespace kiosk::app
