// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <fcntl.h>
#include <sys/socket.h>

#include "drivers/vendor/hosted/hosted_module.h"
#include "drivers/vendor/hosted/service.h"
#include "drivers/vendor/vendor_device.h"

// Both ends of the line between the kiosk and a supplier's process, each with a stranger at the
// other end.

using namespace kiosk;
using namespace kiosk::drivers;
using namespace kiosk::drivers::vendor;
using namespace kiosk::drivers::vendor::hosted;

namespace {

/// The kiosk's end, and what a process said before it was asked.
class Process {
public:
    Process() {
        REQUIRE(::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends_.data()) == 0);
        theirs_ = Descriptor(ends_[1]);
    }

    template <typename... Values>
    void says(const Values&... values) {
        Packet packet;
        (packet.put(values), ...);
        REQUIRE(packet.send(theirs_.number()));
    }
    /// What the kiosk makes of it, when it asks what the module is.
    Result<std::shared_ptr<const Module>> described() {
        return HostedModule::describedBy(
            std::make_unique<Host>(Descriptor(ends_[0]), Room::create().value()));
    }

private:
    std::array<int, 2> ends_{};
    Descriptor theirs_;
};

constexpr Description kUnruly{"unruly", 0b111};

template <typename... Values>
std::string codeAfter(const Values&... values) {
    Process process;
    process.says(values...);
    const auto module = process.described();
    return module ? "works" : module.error().code();
}

kiosk_error errorOf(std::int32_t kind, const char* code) {
    auto error = sized<kiosk_error>();
    error.kind = kind;
    error.remedy = KIOSK_REMEDY_TECHNICIAN;
    std::strcpy(error.code, code);
    return error;
}

/// The process's end.
struct Served {
    Room room = Room::create().value();
    Service service{std::string(KIOSK_BINARY_DIR) + "/vendor/unruly.so", room};
    Packet answer;
    std::uint32_t calls = 0;

    Served() { REQUIRE(asks(kDescribe, 0, std::uint32_t{1000})); }

    template <typename... Values>
    bool asks(std::uint32_t number, std::uint32_t device, const Values&... values) {
        Packet question;
        question.put(QuestionHead{++calls, number, device});
        (question.put(values), ...);
        return service.answer(question, answer);
    }
    bool opens(std::int32_t deviceClass, const char* manner = "") {
        Crossing<const char*>::Text told;
        std::strcpy(told.characters, manner);
        return asks(kOpen, 0, deviceClass, told, std::uint32_t{1000});
    }
    bool isTold(std::string_view what) const {
        return toText(answer.bytes()).find(what) != std::string::npos;
    }
};

constexpr std::uint32_t kDeadline = 1000;

} // namespace

TEST_CASE("D3 an answer that does not keep to its form ends the process it came from") {
    const auto none = sized<kiosk_error>();
    CHECK(codeAfter(AnswerHead{1, KIOSK_OK}, kUnruly, none) == "works");
    CHECK(codeAfter(AnswerHead{2, KIOSK_OK}, kUnruly, none) == "device.died"); // to another call
    CHECK(codeAfter(AnswerHead{1, KIOSK_OK}, kUnruly) == "device.died");       // too short
    CHECK(codeAfter(AnswerHead{1, KIOSK_OK}, kUnruly, none, 'x') == "device.died");
    CHECK(codeAfter(std::uint32_t{1}) == "device.died");
    CHECK(codeAfter(std::array<char, Packet::kLongest>{}) == "device.died");
}

TEST_CASE("D3 what an answer tells is looked at like a stranger's") {
    const auto none = sized<kiosk_error>();
    CHECK(codeAfter(AnswerHead{1, 5}, kUnruly, none) == "vendor.bad-result");
    CHECK(codeAfter(AnswerHead{1, KIOSK_FAILED}, kUnruly, none) == "vendor.bad-error");
    CHECK(codeAfter(AnswerHead{1, KIOSK_FAILED}, kUnruly, errorOf(99, "a.b")) ==
          "vendor.bad-error");
    CHECK(codeAfter(AnswerHead{1, KIOSK_FAILED}, kUnruly,
                    errorOf(KIOSK_KIND_DEVICE, "reader.gone")) == "reader.gone");
    Description endless{};
    std::memset(endless.name, 'x', sizeof(endless.name));
    CHECK(codeAfter(AnswerHead{1, KIOSK_OK}, endless, none) == "vendor.bad-text");
}

TEST_CASE("D3 a second answer is not taken for the next call's") {
    Process process;
    process.says(AnswerHead{1, KIOSK_OK}, kUnruly, sized<kiosk_error>());
    process.says(AnswerHead{1, KIOSK_OK}, std::uint32_t{1}, sized<kiosk_error>());
    const auto module = process.described().value();
    CHECK(openCardReader(module, "").error().code() == "device.died");
}

TEST_CASE("D3 a question that does not keep to its form is not answered") {
    Served served;
    REQUIRE(served.opens(0)); // card reader: the first device
    REQUIRE(served.opens(1)); // printer
    constexpr auto kFind = Calls::numberOf<&kiosk_card_reader_ops::find_card>();
    CHECK(served.asks(kFind, 1, kDeadline));
    CHECK_FALSE(served.asks(kFind, 2, kDeadline)); // of another class
    CHECK_FALSE(served.asks(kFind, 0, kDeadline));
    CHECK_FALSE(served.asks(kFind, 3, kDeadline));
    CHECK_FALSE(served.asks(kFind, 1));
    CHECK_FALSE(served.asks(kFind, 1, kDeadline, 'x'));
    CHECK_FALSE(served.asks(kOpen + 1, 1, kDeadline));
    constexpr auto kClose = Calls::numberOf<&kiosk_device_ops::close>();
    CHECK(served.asks(kClose, 1));
    CHECK_FALSE(served.asks(kClose, 1)); // it is closed
}

TEST_CASE("D3 a question about more than there is room for is not answered") {
    Served served;
    REQUIRE(served.opens(1));
    REQUIRE(served.opens(2));
    constexpr auto kSubmit = Calls::numberOf<&kiosk_printer_ops::submit>();
    using Told = Crossing<const kiosk_document*>::Told;
    CHECK(served.asks(kSubmit, 1, kDeadline, Told{KIOSK_FORMAT_PDF, 1, Room::kSize, "job"}));
    CHECK_FALSE(
        served.asks(kSubmit, 1, kDeadline, Told{KIOSK_FORMAT_PDF, 1, Room::kSize + 1, "job"}));
    Told endless{KIOSK_FORMAT_PDF, 1, 1, {}};
    std::memset(endless.jobName, 'x', sizeof(endless.jobName));
    CHECK_FALSE(served.asks(kSubmit, 1, kDeadline, endless));
    constexpr auto kGrab = Calls::numberOf<&kiosk_camera_ops::grab>();
    CHECK_FALSE(served.asks(kGrab, 2, kDeadline, std::uint64_t{Room::kSize + 1}));
}

TEST_CASE("R1 of a card not read whole nothing leaves a supplier's process but the error") {
    constexpr auto kRead = Calls::numberOf<&kiosk_card_reader_ops::read_card>();
    Served served;
    REQUIRE(served.opens(0));
    REQUIRE(served.opens(0, "half a card"));
    CHECK(served.asks(kRead, 1, kDeadline));
    CHECK(served.isTold("云小满"));
    CHECK(served.asks(kRead, 2, kDeadline));
    CHECK(served.isTold("card.removed"));
    CHECK_FALSE(served.isTold("云小满"));
    CHECK_FALSE(served.isTold("990000199003071235"));
}

TEST_CASE("D1 every call has a number of its own") {
    CHECK(Calls::numberOf<&kiosk_device_ops::close>() == 0);
    CHECK(Calls::numberOf<&kiosk_card_reader_ops::capabilities>() == 3);
    CHECK(Calls::numberOf<&kiosk_code_reader_ops::next>() == Calls::kCount - 1);
}
