// OpenBLAS wants 128 MB of addresses for each thread that calls it, and where it does not get them (under `ulimit -v`,
// say) it asks again for ever. So we ask first, once.

import COpenBLAS
import Foundation

/// Ends the program with a message when there is no room for OpenBLAS's own memory.
func requireRoomForBLAS() { _ = roomForBLAS }

private let roomForBLAS: Void = {
    let bytes = 134_221_824
    let blocks = (0..<threadCount).map { _ in malloc(bytes) }
    defer { blocks.forEach { free($0) } }
    guard blocks.contains(nil) else { return }
    endOutOfMemory(
        "OpenBLAS needs \(bytes >> 20) MB for each of \(threadCount) threads",
        try: "a higher limit (ulimit -v), or fewer threads (GROUNDUP_THREADS=1)")
}()
