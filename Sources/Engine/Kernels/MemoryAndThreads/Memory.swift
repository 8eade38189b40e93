// Where tensors live. A training step allocates and frees the same few sizes over and over:
// blocks that were dropped are kept and handed out again, so that the kernel of the
// operating system does not have to map and zero their pages every time.

import Foundation
import Synchronization

/// Allocates blocks of raw memory, aligned for the widest vectors, and keeps dropped ones.
public enum Memory {
    public static let alignment = 64

    /// Memory for at least `bytes` bytes, contents undefined.
    public static func allocate(bytes: Int) -> UnsafeMutableRawPointer {
        let wanted = blockSize(bytes)
        let (kept, size, surplus) = pool.withLock { $0.take(wanted) }
        noteHandover()
        for address in surplus { release(pointer(address)) }
        return kept.map(pointer) ?? fresh(size)
    }

    /// A new block. In front of it are its size, and how far it is from the start of its memory.
    private static func fresh(_ size: Int) -> UnsafeMutableRawPointer {
        let offset = alignment + (size < large ? 0 : shift())
        var memory: UnsafeMutableRawPointer!
        guard posix_memalign(&memory, alignment, offset + size) == 0 else { endWithoutRoom(for: size) }
        if size >= large { askForHugePages(memory, offset + size) }
        let block = memory + offset
        (block - alignment).storeBytes(of: size, as: Int.self)
        (block - alignment).storeBytes(of: offset, toByteOffset: MemoryLayout<Int>.stride, as: Int.self)
        return block
    }

    private static func release(_ block: UnsafeMutableRawPointer) {
        free(block - (block - alignment).load(fromByteOffset: MemoryLayout<Int>.stride, as: Int.self))
    }

    private static func endWithoutRoom(for size: Int) -> Never {
        endOutOfMemory(
            "a tensor needs \(size >> 10) KiB, and all others take \((bytesInUse - size) >> 10) KiB",
            try: "smaller batches, or a higher limit (ulimit -v)")
    }

    // Large blocks would all begin at the start of a page. A loop over three of them would then ask the same bank of
    // the memory for three numbers at a time, and wait for it; so each begins a little later than the one before.
    private static let large = 1 << 20
    private static let turn = Atomic<Int>(0)
    private static func shift() -> Int {
        turn.wrappingAdd(1, ordering: .relaxed).oldValue % 8 * (20_480 + 4 * alignment)
    }

    /// Pages of 2 MB instead of 4 KB, where the system has them: fewer pages to look up.
    private static func askForHugePages(_ memory: UnsafeMutableRawPointer, _ size: Int) {
        #if os(Linux)
            let (page, skipped) = (4096, -Int(bitPattern: memory) & 4095)
            madvise(memory + skipped, (size - skipped) / page * page, MADV_HUGEPAGE)
        #endif
    }

    /// Takes back a block that `allocate(bytes:)` gave.
    public static func deallocate(_ block: UnsafeMutableRawPointer) {
        let size = (block - alignment).load(as: Int.self)
        noteHandover()
        pool.withLock { $0.put(Int(bitPattern: block), size) }
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

    /// Bytes in use by tensors now.
    public static var bytesInUse: Int { pool.withLock { $0.live } }
    /// Bytes in dropped blocks that wait to be handed out again.
    public static var bytesKept: Int { pool.withLock { $0.kept } }

    /// Rounds up so that similar sizes share blocks: 8 steps to every power of two.
    static func blockSize(_ bytes: Int) -> Int {
        let wanted = max(bytes, alignment)
        let step = max(alignment, (1 << (Int.bitWidth - 1 - wanted.leadingZeroBitCount)) / 8)
        return (wanted + step - 1) / step * step
    }

    private static func pointer(_ address: Int) -> UnsafeMutableRawPointer {
        UnsafeMutableRawPointer(bitPattern: address)!
    }

    private static let pool = Mutex(Pool())

    /// Blocks in use and blocks kept together take no more than the most that was ever in use, so that little is
    /// wasted. But a program that repeats its steps may need other sizes at one time than at another. What it wants
    /// back each time after it was given back is worth keeping: for every such block the pool may keep as much more, up
    /// to half of that most.
    private struct Pool {
        /// Dropped blocks by their size, those dropped last at the end.
        var free: [Int: [Dropped]] = [:]
        var live = 0
        var kept = 0
        var most = 64 << 20
        /// Counts the drops.
        var time = 0
        /// How many blocks of each size were given back and not yet wanted again.
        var givenBack: [Int: Int] = [:]
        var allowance = 0

        struct Dropped {
            let address, time: Int
        }

        var limit: Int { most + allowance }

        /// A kept block of this size, or nil for a new one. Where a new one would be too much, a kept block that
        /// is somewhat larger will do; if there is none, other kept blocks are given back to make room.
        mutating func take(_ wanted: Int) -> (block: Int?, size: Int, surplus: [Int]) {
            if let block = keptBlock(wanted) { return (block, wanted, []) }
            if let count = givenBack[wanted], count > 0 {
                givenBack[wanted] = count - 1
                allowance = min(allowance + wanted, most / 2)
            }
            if live + kept + wanted > limit {
                var size = blockSize(wanted + 1)
                while size <= wanted + wanted / 2 {
                    if let block = keptBlock(size) { return (block, size, []) }
                    size = blockSize(size + 1)
                }
            }
            live += wanted
            most = max(most, live)
            return (nil, wanted, released())
        }

        /// The block of this size that was dropped last, which a cache may still hold.
        private mutating func keptBlock(_ size: Int) -> Int? {
            guard let block = free[size]?.popLast() else { return nil }
            kept -= size
            live += size
            return block.address
        }

        /// Kept blocks that are too many now, those first that have waited longest.
        private mutating func released() -> [Int] {
            var surplus: [Int] = []
            while live + kept > limit, let size = sizeOfOldest {
                kept -= size
                givenBack[size, default: 0] += 1
                surplus.append(free[size]!.removeFirst().address)
            }
            return surplus
        }

        private var sizeOfOldest: Int? {
            free.filter { !$0.value.isEmpty }.min { $0.value[0].time < $1.value[0].time }?.key
        }

        mutating func put(_ block: Int, _ size: Int) {
            live -= size
            kept += size
            time += 1
            free[size, default: []].append(Dropped(address: block, time: time))
        }
    }
}
