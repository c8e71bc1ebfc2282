// SPDX-License-Identifier: Apache-2.0
#include "firmware/reading/program/font_files.h"

#include <cerrno>
#include <cstdarg>
#include <map>
#include <string>

#include <fcntl.h>
#include <fontconfig/fontconfig.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace kiosk::reading {

namespace {

using FontFiles = std::map<std::string, int, std::less<>>;

/// Never destroyed: libraries open fonts until the very end.
FontFiles& fontFiles() {
    static auto& files = *new FontFiles;
    return files;
}

int systemOpen(const char* path, int flags, unsigned mode) {
    return static_cast<int>(::syscall(SYS_openat, AT_FDCWD, path, flags, mode));
}

} // namespace

void openFontFiles() {
    const FcFontSet* fonts = FcConfigGetFonts(nullptr, FcSetSystem);
    for (int i = 0; fonts != nullptr && i < fonts->nfont; ++i) {
        FcChar8* name = nullptr;
        if (FcPatternGetString(fonts->fonts[i], FC_FILE, 0, &name) != FcResultMatch)
            continue;
        const char* path = static_cast<const char*>(static_cast<const void*>(name));
        if (!fontFiles().contains(path))
            fontFiles()[path] = systemOpen(path, O_RDONLY | O_CLOEXEC, 0);
    }
}

bool isFont(const char* path) {
    return fontFiles().contains(path);
}

int systemAccess(const char* path, int mode) {
    return static_cast<int>(::syscall(SYS_faccessat, AT_FDCWD, path, mode));
}

int openFontOr(const char* path, int flags, unsigned mode) {
    const auto found = fontFiles().find(path);
    return found == fontFiles().end() ? systemOpen(path, flags, mode) : ::dup(found->second);
}

} // namespace kiosk::reading

// The C library's own functions, for every library of this program. FreeType asks for the second.
// NOLINTBEGIN(cert-dcl50-cpp): these are the C library's signatures
extern "C" int open(const char* path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    const unsigned mode = (flags & O_CREAT) != 0 ? va_arg(rest, unsigned) : 0;
    va_end(rest);
    return kiosk::reading::openFontOr(path, flags, mode);
}

extern "C" int open64(const char* path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    const unsigned mode = (flags & O_CREAT) != 0 ? va_arg(rest, unsigned) : 0;
    va_end(rest);
    return kiosk::reading::openFontOr(path, flags, mode);
}

extern "C" int access(const char* path, int mode) noexcept {
    return kiosk::reading::isFont(path) && mode == R_OK ? 0
                                                        : kiosk::reading::systemAccess(path, mode);
}
// NOLINTEND(cert-dcl50-cpp)
