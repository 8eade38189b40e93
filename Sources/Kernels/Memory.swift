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
        let (block, surplus) = pool.withLock { $0.take(size) }
        for address in surplus { pointer(address).deallocate() }
        if let block { return pointer(block) }
        return UnsafeMutableRawPointer.allocate(byteCount: size, alignment: alignment)
    }

    /// Takes back a block that `allocate(bytes:)` gave for the same number of bytes.
    public static func deallocate(_ block: UnsafeMutableRawPointer, bytes: Int) {
        let size = blockSize(bytes)
        pool.withLock { $0.put(Int(bitPattern: block), size) }
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

    private static func pointer(_ address: Int) -> UnsafeMutableRawPointer {
        UnsafeMutableRawPointer(bitPattern: address)!
    }

    private static let pool = Mutex(Pool())

    /// Blocks in use and blocks kept together never take more than the most that was ever in
    /// use: a program that repeats its steps needs no new memory, and none is wasted.
    private struct Pool {
        var free: [Int: [Int]] = [:]  // block size → addresses
        var live = 0
        var kept = 0
        var most = 64 << 20

        /// A kept block of this size, if there is one; and, where other sizes are needed now
        /// than before, the kept blocks that must go to make room.
        mutating func take(_ size: Int) -> (block: Int?, surplus: [Int]) {
            live += size
            if let block = free[size]?.popLast() {
                kept -= size
                return (block, [])
            }
            if live + kept <= most { return (nil, []) }
            defer { (free, kept, most) = ([:], 0, max(most, live)) }
            return (nil, free.values.flatMap { $0 })
        }

        mutating func put(_ block: Int, _ size: Int) {
            live -= size
            kept += size
            free[size, default: []].append(block)
        }
    }
}
