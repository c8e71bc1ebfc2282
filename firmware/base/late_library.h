// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>

namespace kiosk {

/// A shared library that is opened when the first of its functions is called, not when the program
/// starts: some bring dozens of others with them, and whoever waits for the first picture would
/// wait for those too. The package that holds it is listed where every other one is.
class LateLibrary {
public:
    /// `fileName` is its soname ("libcups.so.2") and outlives this.
    explicit constexpr LateLibrary(const char* fileName) : fileName_(fileName) {}

    /// The address of one of its functions. Any thread. Where library or function is missing, the
    /// program ends as it would have ended at its start, naming both: there is no going on without.
    void* find(const char* function) const;

private:
    const char* fileName_;
};

/// One function of such a library, called as the header that declares it says.
///
/// \tparam Function its type, from that header: a wrong call does not compile.
template <typename Function>
class LateFunction {
public:
    constexpr LateFunction(const LateLibrary& library, const char* name)
        : library_(library), name_(name) {}

    operator Function*() const { // NOLINT(google-explicit-constructor): it is to be called
        Function* function = found_.load(std::memory_order_acquire);
        if (function == nullptr) { // two threads at once find the same
            function = reinterpret_cast<Function*>(library_.find(name_));
            found_.store(function, std::memory_order_release);
        }
        return function;
    }

private:
    const LateLibrary& library_;
    const char* name_;
    mutable std::atomic<Function*> found_{nullptr};
};

} // namespace kiosk

/// In a namespace of ours: `function`, declared by a C library's header, is found late there.
// NOLINTBEGIN(bugprone-macro-parentheses): a name that is declared takes none
#define KIOSK_LATE(library, function)                                                              \
    inline const ::kiosk::LateFunction<decltype(::function)> function {                            \
        library, #function                                                                         \
    }
// NOLINTEND(bugprone-macro-parentheses)
