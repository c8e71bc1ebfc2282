// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <linux/input.h>

#include "firmware/base/bytes.h"
#include "tests/support/mock_testbed.h"

namespace kiosk::tests {

/// A keyboard-like scanner's input node under umockdev. The node is a pipe; the driver's ioctls are
/// answered as the kernel answers them.
class EmulatedScanner {
public:
    enum class Keys { all, buttonsOnly };

    explicit EmulatedScanner(MockTestbed& bed, Keys keys = Keys::all);
    ~EmulatedScanner();
    EmulatedScanner(const EmulatedScanner&) = delete;
    EmulatedScanner& operator=(const EmulatedScanner&) = delete;

    std::string path() const { return "/dev/input/event5"; }
    void type(const std::vector<input_event>& events) const;
    /// The cable: whoever reads sees the end.
    void unplug();
    /// Another program holds it.
    void setTaken(bool taken) { taken_ = taken; }
    bool grabbed() const { return grabbed_; }

private:
    static int onIoctl(UMockdevIoctlBase*, UMockdevIoctlClient* client, EmulatedScanner* self);
    int answer(UMockdevIoctlClient* client, unsigned long request);
    Bytes keyBits(std::size_t size) const;

    Keys keys_;
    UMockdevTestbed* bed_;
    UMockdevIoctlBase* ioctls_;
    int far_ = -1;
    bool taken_ = false;
    bool grabbed_ = false;
};

} // namespace kiosk::tests
