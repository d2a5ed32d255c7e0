import CPosix

/// How the process treats memory.
enum Memory {
    /// Has what a large body took given back to the system once it is answered.
    ///
    /// glibc raises the size from which blocks are mapped with each one that is freed, up to 32 MB, so
    /// that those of the bodies after it come from heaps that hardly ever shrink.
    static func givesBackLargeBlocks() { posix_map_blocks_from(1 << 20) }
}
