// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "drivers/camera/v4l2/luma.h"
#include "tests/support/mock_testbed.h"

namespace kiosk::tests {

/// A camera that the machine does not have: a V4L2 node in the testbed whose driver is this class.
/// The program under test, or a child process of it, opens /dev/<node> and talks to it by the same
/// ioctls, memory maps and polls as to a real one. Thread-safe: ioctls are answered on the
/// testbed's own thread while a test shows pictures and causes faults from another.
class EmulatedCamera {
public:
    struct Options {
        std::string node = "video0";
        drivers::v4l2::PixelFormat format = drivers::v4l2::PixelFormat::yuyv; ///< what it sends
        int width = 320; ///< its only size, whatever is asked
        int height = 240;
        /// Formats it claims to have (VIDIOC_ENUM_FMT, four-character codes); just `format` if
        /// empty.
        std::vector<std::uint32_t> claimed;
        /// The format it answers to any wish instead of `format`.
        std::optional<std::uint32_t> answered;
        /// Well above what asking for a buffer takes under the testbed: a camera that fills its
        /// buffers as fast as they are asked for has no newest frame.
        std::chrono::milliseconds framePeriod{8};
        /// How its exposure can be changed.
        enum class Knob { none, bias, time } knob = Knob::none;
    };

    enum class Fault {
        none,
        stall,       ///< streams, but no frame ever comes
        halfFrame,   ///< frames end in the middle
        emptyBuffer, ///< buffers come back with nothing in them
        errorFlag,   ///< buffers come back marked as damaged
    };

    EmulatedCamera(MockTestbed& bed, Options options);
    ~EmulatedCamera();
    EmulatedCamera(const EmulatedCamera&) = delete;
    EmulatedCamera& operator=(const EmulatedCamera&) = delete;

    /// "/dev/video0": what a program opens.
    std::string path() const { return "/dev/" + options_.node; }

    /// What stands before the camera from now on, fitted into its size. Grey until the first.
    void show(const drivers::Frame& frame);
    void setFault(Fault fault);
    /// Fills every waiting buffer with what stands before it now, as happens when nobody grabs.
    void fillWaitingBuffers();
    void unplug();
    void plugIn();

    bool streaming() const;
    /// How much more light than by its own choice falls on each picture: 2 is twice as much.
    double exposure() const;
    /// Buffers the program holds mapped; 0 when it freed them.
    unsigned bufferCount() const;

private:
    class Memory;
    struct Filled {
        unsigned index = 0;
        std::size_t bytes = 0;
        bool errorFlag = false;
    };

    static int onIoctl(UMockdevIoctlBase*, UMockdevIoctlClient* client, EmulatedCamera* self);
    static void onVanished(UMockdevIoctlBase*, UMockdevIoctlClient*, EmulatedCamera* self);

    /// Answers one ioctl with 0 or an errno, in the caller's memory.
    int carryOut(UMockdevIoctlClient* client);
    /// Each answers one ioctl with 0 or an errno; the argument is changed in place.
    int answer(unsigned long request, void* argument);
    int queryCapabilities(void* argument) const;
    int listFormats(void* argument) const;
    int setFormat(void* argument) const;
    int requestBuffers(void* argument);
    int queryBuffer(void* argument) const;
    int queueBuffer(void* argument);
    int dequeueBuffer(void* argument);
    int queryControl(void* argument) const;
    int getControl(void* argument) const;
    int setControl(void* argument);

    void freeBuffers();
    void fillNext();
    bool frameIsDue() const;
    std::size_t bufferSize() const;
    std::string sysfsPath() const;

    const Options options_;
    UMockdevTestbed* bed_;
    UMockdevIoctlBase* ioctls_;
    mutable std::mutex mutex_; ///< guards all below
    Bytes picture_;            ///< as it is sent
    Fault fault_ = Fault::none;
    std::map<std::uint32_t, int> controls_; ///< V4L2_CID_… to value
    bool attached_ = true;
    bool streaming_ = false;
    std::unique_ptr<Memory> memory_;
    std::deque<unsigned> waiting_;
    std::deque<Filled> filled_;
    unsigned sequence_ = 0;
    std::chrono::steady_clock::time_point lastFrame_{};
};

} // namespace kiosk::tests
