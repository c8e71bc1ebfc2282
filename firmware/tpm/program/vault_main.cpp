// SPDX-License-Identifier: Apache-2.0
// `kiosk-vault seal NODE [secure-boot]`, `kiosk-vault unseal NODE`: the key of the kiosk's disk,
// for the system's first program (board/image.d/vault). `seal` makes a key, has the TPM at NODE
// seal it, bound to Secure Boot where that is asked for, and prints the sealed one, which is no
// secret, as a token of LUKS2. `unseal` reads such a token and prints the key, for a pipe: nothing
// else ever sees it. What goes wrong is one line that begins with its code.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include <sys/random.h>

#include "firmware/tpm/disk_key.h"
#include "firmware/tpm/sealed.h"

using namespace kiosk;

namespace {

constexpr std::size_t kKeyBytes = 32; // 256 bits of chance: there is nothing to guess

tpm::Transport at(const char* node) {
    tpm::Transport transport = tpm::kernelTransport();
    transport.at = node;
    return transport;
}

/// Waits until the kernel vouches for its chance.
Bytes newKey() {
    Bytes key(kKeyBytes);
    if (::getrandom(key.data(), key.size(), 0) != static_cast<ssize_t>(key.size()))
        std::abort(); // so few it gives at once, or none ever (getrandom(2))
    return key;
}

std::string standardInput() {
    constexpr std::size_t kLongest = 64 << 10; // a header's JSON is less
    std::string text(kLongest, '\0');
    text.resize(std::fread(text.data(), 1, text.size(), stdin));
    return text;
}

Result<Bytes> seal(const tpm::Transport& transport, tpm::Binding binding) {
    return toBytes(tpm::diskTokenOf(TRY(tpm::seal(newKey(), binding, transport))));
}

Result<Bytes> unseal(const tpm::Transport& transport) {
    return tpm::unseal(TRY(tpm::sealedKeyIn(standardInput())), transport);
}

int print(const Result<Bytes>& result) {
    if (!result) {
        std::fprintf(stderr, "%s\n", result.error().line().c_str());
        return 1;
    }
    const bool isTaken = std::fwrite(result->data(), 1, result->size(), stdout) == result->size();
    return isTaken ? 0 : 1;
}

bool is(const char* word, const char* expected) {
    return std::strcmp(word, expected) == 0;
}

} // namespace

int main(int count, char** words) {
    ::setvbuf(stdout, nullptr, _IONBF, 0); // no copy of a key in a buffer
    tpm::silenceLibrary();
    if (count == 3 && is(words[1], "unseal"))
        return print(unseal(at(words[2])));
    if (count == 3 && is(words[1], "seal"))
        return print(seal(at(words[2]), tpm::Binding::tpm));
    if (count == 4 && is(words[1], "seal") && is(words[3], "secure-boot"))
        return print(seal(at(words[2]), tpm::Binding::secureBoot));
    std::fputs("kiosk-vault seal NODE [secure-boot] | unseal NODE: the disk's key, by a TPM\n",
               stderr);
    return 64;
}
