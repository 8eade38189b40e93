// Where tensors live. A training step makes and drops the same few sizes over and over:
// blocks that were dropped are kept and handed out again, so that the kernel of the
// operating system does not have to map and zero their pages anew each time.

import Foundation
import Synchronization

/// Allocates blocks of raw memory, aligned for the widest vectors, and keeps dropped ones.
public enum Memory {
    public static let alignment = 64

    /// Memory for at least `bytes` bytes, contents undefined.
    public static func allocate(bytes: Int) -> UnsafeMutableRawPointer {
        let size = blockSize(bytes)
        let kept = pool.withLock { pool -> Int? in
            pool.live += size
            guard let block = pool.free[size]?.popLast() else { return nil }
            pool.kept -= size
            return block
        }
        if let kept { return UnsafeMutableRawPointer(bitPattern: kept)! }
        return UnsafeMutableRawPointer.allocate(byteCount: size, alignment: alignment)
    }

    /// Takes back a block that `allocate(bytes:)` gave for the same number of bytes.
    ///
    /// No more is kept than is in use (or 64 MB), so the pool at most doubles the memory.
    public static func deallocate(_ block: UnsafeMutableRawPointer, bytes: Int) {
        let size = blockSize(bytes)
        let keep = pool.withLock { pool -> Bool in
            pool.live -= size
            guard pool.kept + size <= max(pool.live, 64 << 20) else { return false }
            pool.kept += size
            pool.free[size, default: []].append(Int(bitPattern: block))
            return true
        }
        if !keep { block.deallocate() }
    }

    /// Bytes in use by tensors now.
    public static var bytesInUse: Int { pool.withLock { $0.live } }
    /// Bytes in dropped blocks that wait to be handed out again.
    public static var bytesKept: Int { pool.withLock { $0.kept } }

    /// Rounds up so that near sizes share blocks: 8 steps to every power of two.
    static func blockSize(_ bytes: Int) -> Int {
        let wanted = max(bytes, alignment)
        let step = max(alignment, (1 << (Int.bitWidth - 1 - wanted.leadingZeroBitCount)) / 8)
        return (wanted + step - 1) / step * step
    }

    private struct Pool {
        var free: [Int: [Int]] = [:]      // block size → addresses
        var live = 0
        var kept = 0
    }
    private static let pool = Mutex(Pool())
}
