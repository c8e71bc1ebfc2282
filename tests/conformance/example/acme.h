// SPDX-License-Identifier: Apache-2.0
#pragma once

/* The example supplier's module: two devices that exist in memory only. A real module has its wire
 * where this one has `acme_world`; all the rest looks the same. */

#include <kiosk_driver.h>
#include <kiosk_rig.h>

enum acme_card { ACME_NO_CARD, ACME_LAID, ACME_FOUND, ACME_READ, ACME_FAILED };

enum { ACME_MOST_DOCUMENTS = 8, ACME_MOST_BYTES = 65536 };

typedef struct acme_job {
    int32_t pages;
    int32_t pages_out;
    int32_t state;
    size_t size;
    unsigned char bytes[ACME_MOST_BYTES];
} acme_job;

/* What lies, moves and hangs outside of the machine. */
typedef struct acme_world {
    int reader_unplugged;
    enum acme_card card;
    kiosk_id_card on_reader;
    int32_t next_trouble; /* KIOSK_TROUBLE_…; 0: none */
    int hold_next_read;

    int printer_unplugged;
    int paper; /* sheets */
    int jammed;
    int cover_open;
    int toner_low;
    int lose_next_reply;
    int32_t life_pages;
    int32_t jobs;
    acme_job job[ACME_MOST_DOCUMENTS];
} acme_world;

extern acme_world acme;

extern const kiosk_card_reader_ops acme_reader_ops;
extern const kiosk_printer_ops acme_printer_ops;
extern const kiosk_reader_rig acme_reader_rig;
extern const kiosk_printer_rig acme_printer_rig;

/* Fills *error and gives KIOSK_FAILED. */
int32_t acme_fail(kiosk_error* error, int32_t kind, const char* code, int32_t remedy);
