// SPDX-License-Identifier: Apache-2.0
#include "drivers/device/device_watch.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <optional>

#include <libudev.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "firmware/base/handle.h"
#include "firmware/base/log.h"

namespace kiosk::drivers {

namespace {

using UdevDevice = Handle<udev_device, udev_device_unref>;

struct Kind {
    const char* subsystem;
    const char* type; ///< null: any
};

/// What devices of a kiosk hang on; the rest of a machine's coming and going wakes nobody.
constexpr std::array kKinds{Kind{"usb", "usb_device"}, Kind{"tty", nullptr},
                            Kind{"video4linux", nullptr}, Kind{"input", nullptr}};

std::unexpected<Error> noWatch(std::string_view what) {
    return fail(ErrorKind::configuration, "device.no-watch", Remedy::configuration,
                std::string(what) + ": " + std::strerror(errno));
}

std::string textOf(const char* text) {
    return text == nullptr ? std::string() : text;
}

std::optional<DeviceNews> newsOf(udev_device* device) {
    DeviceNews news{.subsystem = textOf(udev_device_get_subsystem(device)),
                    .name = textOf(udev_device_get_sysname(device))};
    const std::string action = textOf(udev_device_get_action(device));
    if (action != "add" && action != "remove")
        return std::nullopt;
    news.what = action == "add" ? DeviceNews::What::arrived : DeviceNews::What::left;
    return news;
}

} // namespace

/// The listener at udev and the bell that ends a wait for it.
class DeviceWatch::Monitor {
public:
    enum class Heard { news, bell, hangUp };

    ~Monitor() {
        if (bell_ >= 0)
            ::close(bell_);
    }
    Monitor() = default;
    Monitor(const Monitor&) = delete;
    Monitor& operator=(const Monitor&) = delete;

    Result<> open() {
        udev_.reset(udev_new());
        bell_ = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
        if (!udev_ || bell_ < 0)
            return noWatch("udev");
        monitor_.reset(udev_monitor_new_from_netlink(udev_.get(), "udev"));
        if (!monitor_)
            return noWatch("monitor");
        for (const Kind& kind : kKinds)
            udev_monitor_filter_add_match_subsystem_devtype(monitor_.get(), kind.subsystem,
                                                            kind.type);
        if (udev_monitor_enable_receiving(monitor_.get()) < 0)
            return noWatch("receiving");
        return {};
    }

    void ring() const { ::eventfd_write(bell_, 1); }

    Heard wait() const {
        std::array<pollfd, 2> waiting{pollfd{udev_monitor_get_fd(monitor_.get()), POLLIN, 0},
                                      pollfd{bell_, POLLIN, 0}};
        while (::poll(waiting.data(), waiting.size(), -1) < 0)
            if (errno != EINTR)
                return Heard::hangUp;
        if (waiting[1].revents != 0)
            return Heard::bell;
        return (waiting[0].revents & (POLLHUP | POLLNVAL)) != 0 ? Heard::hangUp : Heard::news;
    }

    /// Nothing also when more came than the kernel kept: who is looked for is found all the same.
    std::optional<DeviceNews> take() const {
        const UdevDevice device(udev_monitor_receive_device(monitor_.get()));
        return device ? newsOf(device.get()) : std::nullopt;
    }

private:
    Handle<udev, udev_unref> udev_;
    Handle<udev_monitor, udev_monitor_unref> monitor_;
    int bell_ = -1;
};

Result<std::unique_ptr<DeviceWatch>> DeviceWatch::start(Tell tell) {
    auto monitor = std::make_unique<Monitor>();
    TRY(monitor->open());
    return std::unique_ptr<DeviceWatch>(new DeviceWatch(std::move(monitor), std::move(tell)));
}

DeviceWatch::DeviceWatch(std::unique_ptr<Monitor> monitor, Tell tell)
    : monitor_(std::move(monitor)),
      tell_(std::move(tell)),
      thread_([this](const std::stop_token& ending) {
          const std::stop_callback wake(ending, [this] { monitor_->ring(); });
          for (auto heard = monitor_->wait(); heard != Monitor::Heard::bell;
               heard = monitor_->wait()) {
              if (heard == Monitor::Heard::hangUp)
                  return log::tell<"device.udev-gone">();
              if (const auto news = monitor_->take())
                  tell_(*news);
          }
      }) {}

DeviceWatch::~DeviceWatch() = default;

} // namespace kiosk::drivers
