// SPDX-License-Identifier: Apache-2.0
#pragma once

/* The example's driver with one thing spoilt: what a bad one is made of. */

#include <acme.h>
#include <string.h>

#define BAD_DRIVER(table, kind, spoil)                                                             \
    static kiosk_##kind##_ops ops;                                                                 \
    KIOSK_EXPORT int32_t kiosk_driver_describe(kiosk_driver* driver) {                             \
        ops = table;                                                                               \
        driver->abi_major = KIOSK_DRIVER_ABI_MAJOR;                                                \
        driver->abi_minor = KIOSK_DRIVER_ABI_MINOR;                                                \
        strcpy(driver->name, "bad");                                                               \
        spoil;                                                                                     \
        driver->kind = &ops;                                                                       \
        return KIOSK_OK;                                                                           \
    }

#define BAD_READER(spoil) BAD_DRIVER(acme_reader_ops, card_reader, spoil)
#define BAD_PRINTER(spoil) BAD_DRIVER(acme_printer_ops, printer, spoil)
#define BAD_CAMERA(spoil) BAD_DRIVER(acme_camera_ops, camera, spoil)
#define BAD_CABINET(spoil) BAD_DRIVER(acme_cabinet_ops, auxiliaries, spoil)
#define BAD_SCANNER(spoil) BAD_DRIVER(acme_scanner_ops, code_reader, spoil)
