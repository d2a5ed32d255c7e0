#include <sqlite3.h>
#include <stdint.h>

/// Where the index of a database's write-ahead log lies in memory; null where there is none.
///
/// The address is good until the connection is closed.
static inline const void *csqlite_log_index(sqlite3 *database) {
    sqlite3_file *file = 0;
    if (sqlite3_file_control(database, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK ||
        !file || !file->pMethods || file->pMethods->iVersion < 2) {
        return 0;
    }
    void volatile *region = 0;
    // The first of its regions, of the size that SQLite itself asks for; it is not made longer.
    return file->pMethods->xShmMap(file, 0, 32768, 0, &region) == SQLITE_OK ? (const void *)region : 0;
}

/// One of the 32-bit numbers of the index, which another thread or process may be writing.
static inline uint32_t csqlite_log_index_number(const void *index, int position) {
    return __atomic_load_n((const uint32_t *)index + position, __ATOMIC_ACQUIRE);
}

/// Has SQLite not count its memory, for which it would lock at every allocation.
///
/// To be called before all else; later it has no effect.
static inline int csqlite_count_no_memory(void) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

/// Turns one of a connection's switches on or off; Swift cannot call the variadic original.
static inline int csqlite_set_switch(sqlite3 *database, int option, int is_on) {
    return sqlite3_db_config(database, option, is_on, (int *)0);
}
