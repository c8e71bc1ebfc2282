// SPDX-License-Identifier: Apache-2.0
#include "firmware/ending/modules.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <span>

#include <elf.h>
#include <link.h>

namespace kiosk::ending {

namespace {

struct Module {
    std::uintptr_t base = 0;  ///< where it is loaded
    std::uintptr_t first = 0; ///< its code and data
    std::uintptr_t behind = 0;
    std::uint64_t build = 0;
    std::array<char, kModuleName> name{};
};

struct Table {
    std::array<Module, 192> modules{};
    std::size_t count = 0;
    unsigned long long changes = 0; ///< the loader's own count at that time
};

// One is read while the other is written.
std::array<Table, 2> tables;
std::atomic<const Table*> current{nullptr};

/// A library file's name without its folder; of the program its role, whatever it is called.
void setName(Module& module, std::string_view path) {
    std::string_view name = path.substr(path.rfind('/') + 1);
    if (name.empty())
        name = "kiosk";
    name = name.substr(0, module.name.size() - 1);
    std::ranges::copy(name, module.name.begin());
}

std::size_t padded(std::size_t size) {
    return (size + 3) / 4 * 4;
}

/// The notes of a segment lie one behind the other, each part filled up to four bytes (elf(5)).
std::uint64_t buildIn(std::span<const std::byte> notes) {
    constexpr std::array<char, 4> kGnu{'G', 'N', 'U', '\0'};
    while (notes.size() >= sizeof(ElfW(Nhdr))) {
        ElfW(Nhdr) head;
        std::memcpy(&head, notes.data(), sizeof(head));
        const std::size_t from = sizeof(head) + padded(head.n_namesz);
        if (notes.size() < from + head.n_descsz)
            return 0;
        const bool isBuild =
            head.n_type == NT_GNU_BUILD_ID && head.n_namesz == kGnu.size() &&
            std::memcmp(notes.data() + sizeof(head), kGnu.data(), kGnu.size()) == 0;
        if (isBuild) {
            std::uint64_t build = 0;
            for (std::size_t i = 0; i < std::min<std::size_t>(sizeof(build), head.n_descsz); ++i)
                build = build << 8 | std::to_integer<std::uint64_t>(notes[from + i]);
            return build;
        }
        notes = notes.subspan(std::min(notes.size(), from + padded(head.n_descsz)));
    }
    return 0;
}

Module moduleOf(const dl_phdr_info& info) {
    Module module{.base = info.dlpi_addr, .first = ~std::uintptr_t{0}};
    setName(module, info.dlpi_name == nullptr ? "" : info.dlpi_name);
    for (const ElfW(Phdr) & part : std::span(info.dlpi_phdr, info.dlpi_phnum)) {
        const std::uintptr_t at = info.dlpi_addr + part.p_vaddr;
        if (part.p_type == PT_LOAD) {
            module.first = std::min(module.first, at);
            module.behind = std::max(module.behind, at + part.p_memsz);
        } else if (part.p_type == PT_NOTE && module.build == 0) {
            // NOLINTNEXTLINE(performance-no-int-to-ptr): the loader says in numbers where it lies
            module.build = buildIn({reinterpret_cast<const std::byte*>(at), part.p_memsz});
        }
    }
    return module;
}

int addModule(dl_phdr_info* info, std::size_t /*size*/, void* data) {
    auto& table = *static_cast<Table*>(data);
    const Table* last = current.load();
    table.changes = info->dlpi_adds + info->dlpi_subs;
    const bool isAsBefore = last != nullptr && last->changes == table.changes;
    if (isAsBefore || table.count == table.modules.size())
        return 1;
    table.modules[table.count++] = moduleOf(*info);
    return 0;
}

} // namespace

void lookAtModules() {
    const Table* last = current.load();
    Table& next = tables[last == tables.data() ? 1 : 0];
    next.count = 0;
    ::dl_iterate_phdr(addModule, &next);
    if (next.count > 0)
        current.store(&next);
}

std::uint64_t ownBuild() {
    const Table* table = current.load();
    return table == nullptr ? 0 : table->modules[0].build; // the program comes first
}

FramePart frameAt(const void* address) {
    FramePart frame{};
    const Table* table = current.load();
    if (table == nullptr)
        return frame;
    const auto at = reinterpret_cast<std::uintptr_t>(address);
    for (const Module& module : std::span(table->modules).first(table->count))
        if (at >= module.first && at < module.behind) {
            frame.build = module.build;
            frame.offset = at - module.base;
            frame.module = module.name;
            return frame;
        }
    return frame;
}

} // namespace kiosk::ending
