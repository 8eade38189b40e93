// # Every column sorted, once
//
// The best place to cut a column in two is found by going through its rows in the order of their values. To sort them
// again for every node of a tree would take most of the time. So every column is sorted once, and a node that is cut in
// two hands both parts on in the same order.

import Kernels

/// A row of a table as it stands in a sorted column. The upper half are the bits of its value, arranged so that they
/// are in order as whole numbers; the lower half is the number of the row.
struct Entry {
    private var bits: UInt64

    @inline(__always) init(_ value: Float, row: Int) {
        // The bits of positive floats are in order already; those of negative ones run the other way. (-0 + 0 = 0)
        let bits = (value + 0).bitPattern
        let key = bits >> 31 == 1 ? ~bits : bits | 0x8000_0000
        self.bits = UInt64(key) << 32 | UInt64(row)
    }

    @inline(__always) var row: Int { Int(bits & 0xFFFF_FFFF) }
    /// In the order of the values, and equal where they are.
    @inline(__always) var key: UInt32 { UInt32(truncatingIfNeeded: bits >> 32) }
    var value: Float { Float(bitPattern: key >> 31 == 1 ? key & 0x7FFF_FFFF : ~key) }

    /// The same value under another number.
    @inline(__always) func renumbered(_ row: UInt32) -> Entry {
        var entry = self
        entry.bits = bits & ~0xFFFF_FFFF | UInt64(row)
        return entry
    }
}

/// The rows of a table in the order of their values, for each column; equal values in the order of the rows.
final class SortedColumns: @unchecked Sendable {
    // Unchecked: whoever writes into the entries has made this object and shares it with no one.
    let columns: Int, rows: Int
    private let entries: UnsafeMutablePointer<Entry>

    private init(columns: Int, rows: Int) {
        (self.columns, self.rows) = (columns, rows)
        let bytes = max(1, columns * rows) * MemoryLayout<Entry>.stride
        entries = Memory.allocate(bytes: bytes).bindMemory(to: Entry.self, capacity: max(1, columns * rows))
    }

    deinit { Memory.deallocate(entries) }

    convenience init(_ features: Features) {
        self.init(columns: features.columns.count, rows: features.count)
        parallelFor(columns) { range in
            let spare = UnsafeMutableBufferPointer<Entry>.allocate(capacity: max(1, rows))
            defer { spare.deallocate() }
            for column in range {
                let list = self[column]
                features.columns[column].withUnsafeBufferPointer { values in
                    for row in 0..<rows { list[row] = Entry(values[row], row: row) }
                }
                radixSort(list, rows, spare.baseAddress!)
            }
        }
    }

    /// The entries of a column.
    subscript(column: Int) -> UnsafeMutablePointer<Entry> { entries + column * rows }

    /// The same, to be written into.
    func copy() -> SortedColumns {
        let copy = SortedColumns(columns: columns, rows: rows)
        parallelFor(columns) { range in
            for column in range { copy[column].update(from: self[column], count: rows) }
        }
        return copy
    }

    /// Only some of the rows, which get new numbers.
    /// - Parameter numbers: the new number of each row; `absent` for those that are left out.
    func sample(_ numbers: [UInt32], count: Int) -> SortedColumns {
        let sample = SortedColumns(columns: columns, rows: count)
        numbers.withUnsafeBufferPointer { numbers in
            for column in 0..<columns {
                let (all, some) = (self[column], sample[column])
                var next = 0
                for place in 0..<rows {
                    let number = numbers[all[place].row]
                    guard number != Self.absent else { continue }
                    some[next] = all[place].renumbered(number)
                    next &+= 1
                }
            }
        }
        return sample
    }

    static let absent = UInt32.max
}

/// Sorts by the keys, eleven bits at a time, beginning with the last: each pass keeps the order of what it finds equal.
private func radixSort(_ list: UnsafeMutablePointer<Entry>, _ count: Int, _ spare: UnsafeMutablePointer<Entry>) {
    var (from, to) = (list, spare)
    for shift: UInt32 in [0, 11, 22] {
        withUnsafeTemporaryAllocation(of: Int.self, capacity: 2048) { starts in
            starts.initialize(repeating: 0)
            for i in 0..<count { starts[Int(from[i].key >> shift & 2047)] &+= 1 }
            var sum = 0
            for digit in 0..<2048 { (starts[digit], sum) = (sum, sum &+ starts[digit]) }
            for i in 0..<count {
                let digit = Int(from[i].key >> shift & 2047)
                to[starts[digit]] = from[i]
                starts[digit] &+= 1
            }
        }
        swap(&from, &to)
    }
    if from != list { list.update(from: from, count: count) }
}
