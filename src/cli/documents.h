/* SPDX-License-Identifier: MIT */
/* cli/documents.h — something is done with each of many documents, in as many threads as asked. */
#ifndef RECTO_CLI_DOCUMENTS_H
#define RECTO_CLI_DOCUMENTS_H

#include "cli/inputs.h"

/* Gets a job with the options of the command line, and a program of its own, whose
 * findings are printed after those of the documents before it. May run in several
 * threads at once. */
typedef recto_status document_work(struct program *program, recto_job *job,
                                   const struct input *input, void *user);

/* Do `work` on each document, and give the gravest status; findings are printed
 * afterwards. Where a signal ends the run early, the process ends by it, when what was
 * begun is done. */
recto_status documents_run(struct program *program, const struct inputs *inputs,
                           document_work *work, void *user);
/* The same with jobs that have read their document; one that cannot be read is left out. */
recto_status each_document(struct program *program, document_work *each,
                           const struct inputs *inputs, void *user);

/* Within `work`: wait for the documents before this one, then let those behind go on. What several
 * documents change is changed between the two. */
void document_await_turn(struct program *program);
void document_leave_turn(struct program *program);

/* Within `work`, and last in it: what is left to do with this document waits for the disk. `finish`
 * gets what `work` got but for `state`, which may lie in the pool of `program`; it may run in
 * another thread while other documents are begun, and its status is the document's. */
void document_leaves(struct program *program, document_work *finish, void *state);

/* Milliseconds of a clock that never goes back. */
int64_t clock_ms(void);

#endif
