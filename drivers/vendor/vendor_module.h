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
    /// Loads the file and asks it what it is. Errors as in vendor.h.
    static Result<std::shared_ptr<const Module>> load(const std::string& file);
    ~Module();
    Module(const Module&) = delete;
    Module& operator=(const Module&) = delete;

    const std::string& name() const { return name_; }
    /// Whole tables: no function is missing.
    const std::optional<kiosk_card_reader_ops>& cardReader() const { return cardReader_; }
    const std::optional<kiosk_printer_ops>& printer() const { return printer_; }
    const std::optional<kiosk_camera_ops>& camera() const { return camera_; }
    const std::optional<kiosk_auxiliaries_ops>& auxiliaries() const { return auxiliaries_; }
    const std::optional<kiosk_code_reader_ops>& codeReader() const { return codeReader_; }

private:
    explicit Module(void* handle) : handle_(handle) {}
    Result<> look();

    void* handle_; ///< of dlopen()
    std::string name_;
    std::optional<kiosk_card_reader_ops> cardReader_;
    std::optional<kiosk_printer_ops> printer_;
    std::optional<kiosk_camera_ops> camera_;
    std::optional<kiosk_auxiliaries_ops> auxiliaries_;
    std::optional<kiosk_code_reader_ops> codeReader_;
};

} // namespace kiosk::drivers::vendor
