// Blocks of less than a megabyte.

import Foundation

/// Keeps dropped blocks by their size. A block takes `Memory.alignment` bytes more, which lie in front of it.
struct SmallBlocks {
    /// Bytes in blocks in use, and in blocks that wait.
    private(set) var live = 0, kept = 0
    private var most = 0
    /// Dropped blocks by their size, those dropped last at the end.
    private var dropped: [Int: [Dropped]] = [:]
    /// Counts the drops.
    private var time = 0

    private struct Dropped {
        let address, time: Int
    }

    /// The block of this size that was dropped last, which a cache may still hold, or a new one; nil if there is no
    /// room.
    mutating func take(_ size: Int) -> Int? {
        let block = kept(size) ?? new(size)
        if block != nil { live += size }
        most = max(most, live)
        return block
    }

    private mutating func kept(_ size: Int) -> Int? {
        guard let block = dropped[size]?.popLast() else { return nil }
        kept -= size
        return block.address
    }

    private func new(_ size: Int) -> Int? {
        var memory: UnsafeMutableRawPointer?
        guard posix_memalign(&memory, Memory.alignment, Memory.alignment + size) == 0 else { return nil }
        return memory.map { Int(bitPattern: $0) + Memory.alignment }
    }

    /// Keeps a dropped block. No more bytes wait than were once in use; what waits longest is given back first.
    mutating func put(_ block: Int, _ size: Int) {
        live -= size
        kept += size
        time += 1
        dropped[size, default: []].append(Dropped(address: block, time: time))
        while kept > max(most, 16 << 20), let oldest = sizeOfOldest {
            kept -= oldest
            let address = dropped[oldest]!.removeFirst().address
            free(UnsafeMutableRawPointer(bitPattern: address - Memory.alignment))
        }
    }

    private var sizeOfOldest: Int? {
        dropped.filter { !$0.value.isEmpty }.min { $0.value[0].time < $1.value[0].time }?.key
    }
}
