// A target of headers needs one file to compile.
#include "CPosix.h"
