// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "drivers/vendor/kiosk_driver.h"
#include "firmware/base/result.h"

namespace kiosk::drivers::vendor {

/// A supplier's shared object, loaded and looked at; unloaded with this object.
class Module {
public:
    /// Loads the file into this process and asks it what it is. Errors as in vendor.h.
    static Result<std::shared_ptr<const Module>> load(const std::string& file);
    virtual ~Module();
    Module(const Module&) = delete;
    Module& operator=(const Module&) = delete;

    const std::string& name() const { return name_; }
    /// What the tables' open() finds in *device: nothing, for a module in this process.
    virtual void* self() const { return nullptr; }
    /// Whole tables: no function is missing.
    const std::optional<kiosk_card_reader_ops>& cardReader() const { return cardReader_; }
    const std::optional<kiosk_printer_ops>& printer() const { return printer_; }
    const std::optional<kiosk_camera_ops>& camera() const { return camera_; }
    const std::optional<kiosk_auxiliaries_ops>& auxiliaries() const { return auxiliaries_; }
    const std::optional<kiosk_code_reader_ops>& codeReader() const { return codeReader_; }

protected:
    Module() = default; ///< one that is loaded elsewhere

    std::string name_;
    std::optional<kiosk_card_reader_ops> cardReader_;
    std::optional<kiosk_printer_ops> printer_;
    std::optional<kiosk_camera_ops> camera_;
    std::optional<kiosk_auxiliaries_ops> auxiliaries_;
    std::optional<kiosk_code_reader_ops> codeReader_;

private:
    explicit Module(void* handle) : handle_(handle) {}
    Result<> look();

    void* handle_ = nullptr; ///< of dlopen()
};

} // namespace kiosk::drivers::vendor
