// What Linux has for starting programs, and Swift does not see because glibc shows it to _GNU_SOURCE alone.
#include <spawn.h>

#ifdef __linux__
int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path);
int pipe2(int ends[2], int flags);
#endif
