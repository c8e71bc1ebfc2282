// SPDX-License-Identifier: Apache-2.0
#pragma once

/* The example supplier's module: five devices that exist in memory only. A real module has its wire
 * where this one has `acme_world`; all the rest looks the same. */

#include <kiosk_driver.h>
#include <kiosk_rig.h>

enum acme_card { ACME_NO_CARD, ACME_LAID, ACME_FOUND, ACME_READ, ACME_FAILED };

enum { ACME_MOST_DOCUMENTS = 8 };

typedef struct acme_job {
    int32_t pages;
    int32_t pages_out;
    int32_t state;
    size_t size;
    unsigned char* bytes; /* its own */
} acme_job;

enum { ACME_WIDTH = 160, ACME_HEIGHT = 120, ACME_MOST_WAITING = 8 };

typedef struct acme_frame {
    unsigned char luma[ACME_WIDTH * ACME_HEIGHT];
} acme_frame;

/* A change of the cabinet that was not told yet. */
typedef struct acme_change {
    int32_t part;
    kiosk_cabinet_state state;
} acme_change;

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
    int hold_next_job;
    int32_t life_pages;
    int32_t jobs;
    acme_job job[ACME_MOST_DOCUMENTS];

    int camera_unplugged;
    int camera_silent;
    int camera_damaged;
    int capturing;
    acme_frame before_camera;

    int cabinet_unplugged;
    kiosk_cabinet_state stands; /* as it is */
    kiosk_cabinet_state told;   /* as the driver has told it */
    int32_t changes;
    acme_change change[ACME_MOST_WAITING];
    int32_t light[KIOSK_PART_CALL_LAMP + 1]; /* by KIOSK_PART_… */

    int scanner_unplugged;
    int32_t codes; /* that were read and not told yet */
    kiosk_code code[ACME_MOST_WAITING];
    char half_code[64]; /* that was sent of one that never came to its end */
} acme_world;

extern acme_world acme;

extern const kiosk_card_reader_ops acme_reader_ops;
extern const kiosk_printer_ops acme_printer_ops;
extern const kiosk_camera_ops acme_camera_ops;
extern const kiosk_auxiliaries_ops acme_cabinet_ops;
extern const kiosk_code_reader_ops acme_scanner_ops;
extern const kiosk_reader_rig acme_reader_rig;
extern const kiosk_printer_rig acme_printer_rig;
extern const kiosk_camera_rig acme_camera_rig;
extern const kiosk_auxiliaries_rig acme_cabinet_rig;
extern const kiosk_code_reader_rig acme_scanner_rig;

/* Fills *error and gives KIOSK_FAILED. */
int32_t acme_fail(kiosk_error* error, int32_t kind, const char* code, int32_t remedy);
/* Lets 20 ms pass. 0 once the call was asked to stop, or its time is over after so many ms. */
int acme_wait(const kiosk_call* call, int32_t waited_ms);
