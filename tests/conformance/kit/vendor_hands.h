// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <string>

#include <dlfcn.h>

#include "drivers/vendor/kiosk_rig.h"
#include "tests/conformance/kit/case.h"

namespace kiosk::tests {

/// The module's own hands; the module stays loaded with it, and the world with the module.
class Hands {
public:
    /// A module without kiosk_rig_describe() offers nothing.
    explicit Hands(const std::string& at) {
        // With a path of one word dlopen() would look through the system's libraries instead.
        const std::string file = std::filesystem::absolute(at.substr(0, at.rfind('#'))).string();
        handle_ = ::dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
        rig_.struct_size = sizeof(rig_);
        void* symbol = handle_ == nullptr ? nullptr : ::dlsym(handle_, "kiosk_rig_describe");
        if (symbol != nullptr)
            reinterpret_cast<int32_t (*)(kiosk_rig*)>(symbol)(&rig_);
    }
    ~Hands() {
        if (handle_ != nullptr)
            ::dlclose(handle_);
    }
    Hands(const Hands&) = delete;
    Hands& operator=(const Hands&) = delete;

    kiosk_reader_rig reader() const { return tableOf(rig_.card_reader); }
    kiosk_printer_rig printer() const { return tableOf(rig_.printer); }
    kiosk_camera_rig camera() const { return tableOf(rig_.camera); }
    kiosk_auxiliaries_rig auxiliaries() const { return tableOf(rig_.auxiliaries); }
    kiosk_code_reader_rig codeReader() const { return tableOf(rig_.code_reader); }
    kiosk_link_rig link() const { return tableOf(rig_.link); }

private:
    /// A table of an older version is shorter; the hands it lacks are none.
    template <typename Table>
    static Table tableOf(const Table* theirs) {
        Table table{};
        if (theirs != nullptr)
            std::memcpy(&table, theirs, std::min<std::size_t>(theirs->struct_size, sizeof(Table)));
        return table;
    }

    void* handle_ = nullptr;
    kiosk_rig rig_{};
};

/// Does it, or says that the rig has no hand for it.
template <typename Operation, typename... Arguments>
auto by(Operation operation, std::string_view what, Arguments... arguments) {
    if (operation == nullptr)
        throw NotOffered{std::string(what)};
    return operation(arguments...);
}

} // namespace kiosk::tests
