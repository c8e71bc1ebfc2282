// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <string>

#include <catch2/catch.hpp>

#include "drivers/stick/stick_port.h"
#include "firmware/base/files.h"
#include "firmware/base/process/descriptor.h"
#include "tests/support/temporary_folder.h"

namespace kiosk::stick::tests {

/// What a program of the system does without a word.
inline void shell(const std::string& command) {
    INFO(command);
    REQUIRE(std::system(("(" + command + ") >/dev/null 2>&1").c_str()) == 0);
}

/// Bytes that look like none of their neighbours.
inline Bytes noise(std::size_t size, unsigned seed = 1) {
    Bytes bytes(size);
    std::uint32_t state = seed;
    for (std::byte& byte : bytes) {
        state = state * 1664525U + 1013904223U;
        byte = static_cast<std::byte>(state >> 24U);
    }
    return bytes;
}

/// A stick that is a file: made by the programs that people make sticks with.
class ImagePort final : public drivers::StickPort {
public:
    static constexpr int kMegabytes = 16;

    ImagePort() { shell("truncate -s " + std::to_string(kMegabytes) + "M " + image()); }

    /// One file system over all of it.
    void format() const { shell("mkfs.fat -n KIOSK " + image()); }

    std::string image() const { return (folder_.path() / "stick.img").string(); }
    std::filesystem::path room() const { return folder_.path(); }

    /// Onto the file system over all of it.
    void put(const std::string& name, const Bytes& bytes) const {
        const auto file = folder_.path() / "put";
        REQUIRE(writeFile(file, bytes));
        shell("MTOOLS_SKIP_CHECK=1 mcopy -i " + image() + " " + file.string() + " '::/" + name +
              "'");
    }
    /// What another computer reads there; nothing where there is no such file.
    Bytes taken(const std::string& name) const {
        const auto file = folder_.path() / "taken";
        std::filesystem::remove(file);
        static_cast<void>(std::system(("MTOOLS_SKIP_CHECK=1 mcopy -n -i " + image() + " '::/" +
                                       name + "' " + file.string() + " >/dev/null 2>&1")
                                          .c_str()));
        const auto bytes = readFile(file);
        return bytes ? *bytes : Bytes();
    }

    /// As if a hand had pulled it: nothing of it can be read any more.
    void pull() const { shell("truncate -s 0 " + image()); }
    /// A cell of its memory that does not hold what was written.
    void wear(const Bytes& written) const {
        Bytes whole = readFile(image()).value();
        const auto found =
            std::search(whole.begin(), whole.end(), written.begin(), written.begin() + 256);
        REQUIRE(found != whole.end());
        found[100] ^= std::byte{1};
        std::ofstream(image(), std::ios::binary)
            .write(reinterpret_cast<const char*>(whole.data()),
                   static_cast<std::streamsize>(whole.size()));
    }

    Result<drivers::AdmittedStick> admit() override {
        if (fault)
            return std::unexpected(*fault);
        isAdmitted = true;
        return drivers::AdmittedStick{image(), isWriteProtected};
    }
    Result<> letGo() override {
        isAdmitted = false;
        ++timesLetGo;
        if (stays)
            return fail(ErrorKind::device, "stick.not-let-go", Remedy::technician);
        return {};
    }

    std::optional<Error> fault{};
    bool isWriteProtected = false;
    bool stays = false; ///< cannot be let go
    bool isAdmitted = false;
    int timesLetGo = 0;

private:
    kiosk::tests::TemporaryFolder folder_;
};

template <typename T>
std::string codeOf(const Result<T>& result) {
    return result ? "well" : result.error().code();
}

} // namespace kiosk::stick::tests
