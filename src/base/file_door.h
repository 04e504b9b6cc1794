/* SPDX-License-Identifier: MIT */
/* base/file_door.h — what the files of this room that talk to the system share. */
#ifndef RECTO_BASE_FILE_DOOR_H
#define RECTO_BASE_FILE_DOOR_H

#include "base/file.h"

/* What an errno of open, read, write, stat or rename means to us. */
enum file_status file_status_of_errno(int error);

#endif
