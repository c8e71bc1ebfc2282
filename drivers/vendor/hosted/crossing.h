// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>

#include "drivers/vendor/hosted/packet.h"
#include "drivers/vendor/hosted/room.h"
#include "drivers/vendor/vendor_values.h"

/// How each kind of argument that kiosk_driver.h knows crosses between the kiosk and a supplier's
/// process. A Crossing has what the kiosk does with it, before and after, and what is held for it
/// beside the module: taken from the question, lent to the module, put into the answer. A question
/// or answer that is not just as long as its call says is none.
namespace kiosk::drivers::vendor::hosted {

/// The call that is being answered, in a supplier's process.
struct Serving {
    Room& room;
    std::uint32_t call; ///< its number, counted from the first
};

template <typename Argument>
struct Crossing;

/// A number: told.
template <>
struct Crossing<std::int32_t> {
    static Result<> ask(Packet& question, Room& /*room*/, std::int32_t number) {
        question.put(number);
        return {};
    }
    static bool take(Packet& /*answer*/, Room& /*room*/, std::int32_t /*number*/) { return true; }

    struct Held {
        std::int32_t number = 0;

        bool take(Packet& question, Serving& /*serving*/) { return question.take(number); }
        std::int32_t lend() const { return number; }
        void answer(Packet& /*answer*/, std::int32_t /*result*/) const {}
    };
};

/// What the module fills in: told back.
template <typename T>
struct Crossing<T*> {
    static Result<> ask(Packet& /*question*/, Room& /*room*/, T* /*there*/) { return {}; }
    static bool take(Packet& answer, Room& /*room*/, T* there) { return answer.take(*there); }

    class Held {
    public:
        Held() = default;
        ~Held() { ::explicit_bzero(&value_, sizeof(value_)); }
        Held(const Held&) = delete;
        Held& operator=(const Held&) = delete;

        bool take(Packet& /*question*/, Serving& /*serving*/) { return true; }
        T* lend() { return &value_; }
        /// Of a call that failed only its error leaves the process.
        void answer(Packet& answer, std::int32_t result) const {
            answer.put(result == KIOSK_OK || std::is_same_v<T, kiosk_error> ? value_ : blank());
        }

    private:
        static T blank() {
            if constexpr (requires(T value) { value.struct_size; })
                return sized<T>();
            else
                return T{};
        }
        T value_ = blank();
    };
};

/// The one text without a struct around it: the number of a security module.
template <>
struct Crossing<char*> {
    struct Text {
        char characters[64] = {};
    };
    static Result<> ask(Packet& /*question*/, Room& /*room*/, char* /*there*/) { return {}; }
    static bool take(Packet& answer, Room& /*room*/, char* there) {
        Text text;
        const bool taken = answer.take(text);
        std::ranges::copy(text.characters, there);
        return taken;
    }

    class Held : public Crossing<Text*>::Held {
    public:
        char* lend() { return Crossing<Text*>::Held::lend()->characters; }
    };
};

/// How long it may take, told; whether to go on, asked of the room.
template <>
struct Crossing<const kiosk_call*> {
    static Result<> ask(Packet& question, Room& /*room*/, const kiosk_call* call) {
        question.put(call->deadline_ms);
        return {};
    }
    static bool take(Packet& /*answer*/, Room& /*room*/, const kiosk_call* /*call*/) {
        return true;
    }

    class Held {
    public:
        bool take(Packet& question, Serving& serving) {
            serving_ = &serving;
            call_.stop_asked = [](void* context) {
                const auto* serves = static_cast<const Serving*>(context);
                return serves->room.isAskedToStop(serves->call) ? 1 : 0;
            };
            call_.context = const_cast<Serving*>(serving_);
            return question.take(call_.deadline_ms);
        }
        const kiosk_call* lend() const { return &call_; }
        void answer(Packet& /*answer*/, std::int32_t /*result*/) const {}

    private:
        const Serving* serving_ = nullptr;
        kiosk_call call_ = sized<kiosk_call>();
    };
};

/// A text of ours: told, at most 1,023 bytes of it.
template <>
struct Crossing<const char*> {
    struct Text {
        char characters[1024] = {};
    };
    static Result<> ask(Packet& question, Room& /*room*/, const char* text) {
        Text told;
        std::strncpy(told.characters, text, sizeof(told.characters) - 1);
        question.put(told);
        return {};
    }
    static bool take(Packet& /*answer*/, Room& /*room*/, const char* /*text*/) { return true; }

    struct Held {
        Text text;

        bool take(Packet& question, Serving& /*serving*/) {
            return question.take(text) && textOf(text.characters, "").has_value();
        }
        const char* lend() const { return text.characters; }
        void answer(Packet& /*answer*/, std::int32_t /*result*/) const {}
    };
};

/// A document: its bytes by the room.
template <>
struct Crossing<const kiosk_document*> {
    struct Told {
        std::int32_t format = 0;
        std::int32_t pages = 0;
        std::uint64_t size = 0;
        char jobName[256] = {};
    };
    static Result<> ask(Packet& question, Room& room, const kiosk_document* document) {
        if (document->size > Room::kSize)
            return fail(ErrorKind::unsupported, "printer.format-refused", Remedy::supplier,
                        "more than a driver is handed at once");
        std::memcpy(room.use(document->size).data(), document->bytes, document->size);
        Told told{document->format, document->pages, document->size, {}};
        std::strncpy(told.jobName, document->job_name, sizeof(told.jobName) - 1);
        question.put(told);
        return {};
    }
    static bool take(Packet& /*answer*/, Room& /*room*/, const kiosk_document* /*document*/) {
        return true;
    }

    class Held {
    public:
        bool take(Packet& question, Serving& serving) {
            if (!question.take(told_) || told_.size > Room::kSize ||
                !textOf(told_.jobName, "").has_value())
                return false;
            const auto bytes = serving.room.use(told_.size);
            document_.format = told_.format;
            document_.pages = told_.pages;
            document_.bytes = reinterpret_cast<const unsigned char*>(bytes.data());
            document_.size = bytes.size();
            document_.job_name = told_.jobName;
            return true;
        }
        const kiosk_document* lend() const { return &document_; }
        void answer(Packet& /*answer*/, std::int32_t /*result*/) const {}

    private:
        Told told_;
        kiosk_document document_ = sized<kiosk_document>();
    };
};

/// A picture: its brightness by the room.
template <>
struct Crossing<kiosk_frame*> {
    struct Size {
        std::int32_t width = 0;
        std::int32_t height = 0;
    };
    static Result<> ask(Packet& question, Room& room, kiosk_frame* frame) {
        static_cast<void>(room.use(frame->room));
        question.put(std::uint64_t{frame->room});
        return {};
    }
    /// A picture of another size than there is room for is left where it is; its size tells.
    static bool take(Packet& answer, Room& room, kiosk_frame* frame) {
        Size size;
        if (!answer.take(size))
            return false;
        frame->width = size.width;
        frame->height = size.height;
        if (std::int64_t{size.width} * size.height == static_cast<std::int64_t>(frame->room))
            std::memcpy(frame->luma, room.use(frame->room).data(), frame->room);
        return true;
    }

    class Held {
    public:
        bool take(Packet& question, Serving& serving) {
            std::uint64_t room = 0;
            if (!question.take(room) || room > Room::kSize)
                return false;
            const auto bytes = serving.room.use(room);
            frame_.luma = reinterpret_cast<unsigned char*>(bytes.data());
            frame_.room = bytes.size();
            return true;
        }
        kiosk_frame* lend() { return &frame_; }
        void answer(Packet& answer, std::int32_t /*result*/) const {
            answer.put(Size{frame_.width, frame_.height});
        }

    private:
        kiosk_frame frame_ = sized<kiosk_frame>();
    };
};

} // namespace kiosk::drivers::vendor::hosted
