#include <sqlite3.h>

/// Turns one of a connection's switches on or off; Swift cannot call the variadic original.
static inline int csqlite_set_switch(sqlite3 *database, int option, int is_on) {
    return sqlite3_db_config(database, option, is_on, (int *)0);
}
