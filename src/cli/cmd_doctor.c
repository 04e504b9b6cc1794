/* SPDX-License-Identifier: MIT */
/* cli/cmd_doctor.c — checks that everything recto needs is there. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/config.h"
#include "cli/crew.h"

static void put(struct textbuf *rows, const char *what, const char *state,
                const char *detail)
{
    const char *row = pool_fmt(rows->pool, "%s\t%s\t%s\n", what, state, detail);
    textbuf_put(rows, row, strlen(row));
}

static void put_folder(struct textbuf *rows, const char *what, const char *folder)
{
    bool ok = access(folder, W_OK | X_OK) == 0;
    put(rows, what, ok ? "ok" : "warning",
        pool_fmt(rows->pool, "%s %s", folder,
                 ok ? "can be written to" : "cannot be written to"));
}

static void put_config(struct program *program, struct textbuf *rows)
{
    const char *user = config_of_user(program);
    const char *project = config_above(program, config_folder(rows->pool, "-"));
    put(rows, "user's settings", "ok", user ? user : "none");
    put(rows, "project's settings", "ok", project ? project : "none");
}

static void put_environment(struct textbuf *rows)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    put(rows, "processors", "ok", pool_fmt(rows->pool, "%zu", crew_cores()));
    put(rows, "date", "ok",
        epoch ? pool_fmt(rows->pool, "SOURCE_DATE_EPOCH is %s", epoch)
              : "none: PDFs bear no date");
    put_folder(rows, "this folder", ".");
}

/* A row whose second field is `state`. */
static bool has_state(const char *rows, const char *state)
{
    return strstr(rows, state) != NULL;
}

recto_status cmd_doctor(struct program *program)
{
    struct textbuf rows = textbuf_in(&program->pool);
    recto_status status = recto_doctor(sink_to_text(&rows));
    if (status != RECTO_DONE)
        return status;
    put_config(program, &rows);
    put_environment(&rows);
    print_rows(program, rows.p);
    return has_state(rows.p, "\terror\t") ? RECTO_WORLD_FAILED : RECTO_DONE;
}
