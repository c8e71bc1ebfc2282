// SPDX-License-Identifier: Apache-2.0
#pragma once

// The name of a type takes no parentheses, and nothing but a macro declares members of the struct
// that it stands in.
// NOLINTBEGIN(cppcoreguidelines-macro-usage,bugprone-macro-parentheses)

/// In a struct that is a std::variant of many kinds, in place of an alias of that variant: what
/// copies, moves and ends one is compiled once, where KIOSK_COPIES stands. Of so many kinds it is
/// hundreds of functions, which every file that handles one would make again. Takes whatever the
/// variant takes; begins as its first kind. `std::variant_size_v` is asked of `Name::variant`.
#define KIOSK_COPIED_ONCE(Name)                                                                    \
    using variant::variant;                                                                        \
    Name() noexcept;                                                                               \
    Name(const Name& other);                                                                       \
    Name(Name&& other) noexcept;                                                                   \
    Name& operator=(const Name& other);                                                            \
    Name& operator=(Name&& other) noexcept;                                                        \
    ~Name()

/// In one file, in the namespace of the struct or of an alias of the same name.
#define KIOSK_COPIES(Name)                                                                         \
    Name::Name() noexcept = default;                                                               \
    Name::Name(const Name& other) = default;                                                       \
    Name::Name(Name&& other) noexcept = default;                                                   \
    Name& Name::operator=(const Name& other) = default;                                            \
    Name& Name::operator=(Name&& other) noexcept = default;                                        \
    Name::~Name() = default

// NOLINTEND(cppcoreguidelines-macro-usage,bugprone-macro-parentheses)
