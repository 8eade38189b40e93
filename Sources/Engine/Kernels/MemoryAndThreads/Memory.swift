// Where tensors live. A training step allocates and frees the same few sizes over and over: memory that was dropped is
// kept and handed out again, so that the kernel of the operating system does not have to find and zero its pages every
// time. Small blocks wait for the next block of their size, large ones are pieces of memory that is cut anew.

import Foundation
import Synchronization

/// Allocates blocks of raw memory, aligned for the widest vectors, and keeps dropped ones.
public enum Memory {
    public static let alignment = 64

    /// Memory for at least `bytes` bytes, contents undefined.
    public static func allocate(bytes: Int) -> UnsafeMutableRawPointer {
        let size = blockSize(bytes)
        noteHandover()
        let block = size < LargeBlocks.smallest ? small.withLock { $0.take(size) } : large.withLock { $0.take(size) }
        guard let block, let block = UnsafeMutableRawPointer(bitPattern: block) else { endWithoutRoom(for: size) }
        (block - alignment).storeBytes(of: size, as: Int.self)
        return block
    }

    /// Takes back a block that `allocate(bytes:)` gave.
    public static func deallocate(_ block: UnsafeMutableRawPointer) {
        let size = (block - alignment).load(as: Int.self)
        noteHandover()
        let address = Int(bitPattern: block)
        if size < LargeBlocks.smallest {
            small.withLock { $0.put(address, size) }
        } else {
            large.withLock { $0.put(address, size) }
        }
    }

    /// Bytes in use by tensors now.
    public static var bytesInUse: Int { small.withLock { $0.live } + large.withLock { $0.live } }
    /// Bytes that were dropped and wait to be handed out again.
    public static var bytesKept: Int { small.withLock { $0.kept } + large.withLock { $0.kept } }

    private static let small = Mutex(SmallBlocks())
    private static let large = Mutex(LargeBlocks())

    /// Rounds up: small blocks so that similar sizes share blocks (8 steps to every power of two).
    static func blockSize(_ bytes: Int) -> Int {
        let wanted = max(bytes, alignment)
        let power = 1 << (Int.bitWidth - 1 - wanted.leadingZeroBitCount)
        let step = power < LargeBlocks.smallest ? max(alignment, power / 8) : alignment
        return (wanted + step - 1) / step * step
    }

    private static func endWithoutRoom(for size: Int) -> Never {
        endOutOfMemory(
            "a tensor needs \(size >> 10) KiB, and all others take \(bytesInUse >> 10) KiB",
            try: "smaller batches, or a higher limit (ulimit -v)")
    }

    /// A block is dropped before it is handed out again. Mutex sees to that, but the thread sanitizer does not see
    /// Mutex: it sees this.
    private static func noteHandover() {
        #if THREAD_SANITIZER
            handovers.add(1, ordering: .acquiringAndReleasing)
        #endif
    }
    #if THREAD_SANITIZER
        private static let handovers = Atomic<Int>(0)
    #endif
}
