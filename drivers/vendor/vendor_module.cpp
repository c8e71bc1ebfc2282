// SPDX-License-Identifier: Apache-2.0
#include "drivers/vendor/vendor_module.h"

#include <algorithm>
#include <filesystem>

#include <dlfcn.h>

#include "drivers/vendor/vendor_values.h"

namespace kiosk::drivers::vendor {

namespace {

template <typename... Functions>
bool allThere(Functions... functions) {
    return (... && (functions != nullptr));
}

bool whole(const kiosk_device_ops& ops) {
    return allThere(ops.open, ops.close, ops.identity, ops.reset);
}

bool whole(const kiosk_card_reader_ops& ops) {
    return whole(ops.device) && allThere(ops.capabilities, ops.find_card, ops.read_card,
                                         ops.card_still_there, ops.sam_number);
}

bool whole(const kiosk_printer_ops& ops) {
    return whole(ops.device) && allThere(ops.capabilities, ops.status, ops.submit, ops.progress,
                                         ops.cancel, ops.clear_jobs);
}

bool whole(const kiosk_camera_ops& ops) {
    return whole(ops.device) && allThere(ops.capabilities, ops.start, ops.stop, ops.grab);
}

bool whole(const kiosk_auxiliaries_ops& ops) {
    return whole(ops.device) && allThere(ops.capabilities, ops.set, ops.next, ops.state);
}

bool whole(const kiosk_code_reader_ops& ops) {
    return whole(ops.device) && allThere(ops.next);
}

/// The module's table, of which members a later version added are not looked at.
template <typename Ops>
Result<std::optional<Ops>> copyOf(const Ops* theirs) {
    if (theirs == nullptr)
        return std::nullopt;
    if (theirs->struct_size < sizeof(Ops))
        return wrong("vendor.bad-table", "a table is smaller than its version says");
    if (!whole(*theirs))
        return wrong("vendor.bad-table", "a function is missing");
    return *theirs;
}

std::string versionOf(const kiosk_driver& driver) {
    return "built with " + std::to_string(driver.abi_major) + "." +
           std::to_string(driver.abi_minor) + ", this kiosk has " +
           std::to_string(KIOSK_DRIVER_ABI_MAJOR) + "." + std::to_string(KIOSK_DRIVER_ABI_MINOR);
}

} // namespace

Result<std::shared_ptr<const Module>> Module::load(const std::string& file) {
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored))
        return fail(ErrorKind::notFound, "vendor.no-module", Remedy::technician, file);
    // With a path of one word dlopen() would look through the system's libraries instead.
    const std::string path = std::filesystem::absolute(file, ignored).string();
    void* handle = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (handle == nullptr)
        return wrong("vendor.not-loadable", ::dlerror());
    const std::shared_ptr<Module> module(new Module(handle));
    TRY(module->look());
    return module;
}

Module::~Module() {
    if (handle_ != nullptr)
        ::dlclose(handle_);
}

Result<> Module::look() {
    using Describe = int32_t (*)(kiosk_driver*);
    const auto describe = reinterpret_cast<Describe>(::dlsym(handle_, "kiosk_driver_describe"));
    if (describe == nullptr)
        return wrong("vendor.no-symbol", "kiosk_driver_describe");
    auto driver = sized<kiosk_driver>();
    if (describe(&driver) != KIOSK_OK)
        return wrong("vendor.bad-result", "kiosk_driver_describe() failed");
    if (driver.abi_major != KIOSK_DRIVER_ABI_MAJOR)
        return wrong("vendor.abi-version", versionOf(driver));
    name_ = TRY(textOf(driver.name, "name of the module"));
    cardReader_ = TRY(copyOf(driver.card_reader));
    printer_ = TRY(copyOf(driver.printer));
    camera_ = TRY(copyOf(driver.camera));
    auxiliaries_ = TRY(copyOf(driver.auxiliaries));
    codeReader_ = TRY(copyOf(driver.code_reader));
    return {};
}

} // namespace kiosk::drivers::vendor
