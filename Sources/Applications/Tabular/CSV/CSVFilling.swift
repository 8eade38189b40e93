// The memory of a column while its values are being read. Several threads fill different rows of it at the same time.

import Foundation
import Tensors

/// Where the values of a column go. It is nothing but places in memory that belong to a ``CSVRoom``, so that threads
/// can use it without counting who does. (Swift calls it unsafe to share because pointers are; no two threads write the
/// same row.)
struct CSVFilling: @unchecked Sendable {
    let kind: Column.Kind
    /// Eight bytes for each number or date, four for each code, one for each truth value.
    fileprivate let memory: UnsafeMutableRawPointer
    /// One byte for each row of a column whose values cannot say themselves that they are missing.
    fileprivate let missing: UnsafeMutablePointer<Bool>?

    fileprivate func values<Value>(_ type: Value.Type) -> UnsafeMutablePointer<Value> {
        memory.assumingMemoryBound(to: type)
    }

    func set(_ row: Int, _ value: Int) {
        values(Int.self)[row] = value
        missing?[row] = false
    }
    func set(_ row: Int, _ value: Double) { values(Double.self)[row] = value }
    func set(_ row: Int, _ value: Bool) {
        values(Bool.self)[row] = value
        missing?[row] = false
    }
    func set(_ row: Int, code: Int32) { values(Int32.self)[row] = code }
    func setMissing(_ row: Int) {
        switch kind {
        case .int, .date: values(Int.self)[row] = 0
        case .bool: values(Bool.self)[row] = false
        case .double: values(Double.self)[row] = .nan
        case .text, .category: values(Int32.self)[row] = -1
        }
        missing?[row] = true
    }

    /// Gives the codes of some rows their final numbers.
    func translate(_ rows: Range<Int>, by numbers: [Int32]) {
        let codes = values(Int32.self)
        for row in rows where codes[row] >= 0 { codes[row] = numbers[Int(codes[row])] }
    }
}

/// The memory of a column until the column is made.
final class CSVRoom {
    let filling: CSVFilling
    private let count: Int
    private var isFree = false

    init(_ kind: Column.Kind, count: Int) {
        self.count = count
        let size = kind == .bool ? 1 : kind == .text || kind == .category ? 4 : 8
        let marks = kind == .int || kind == .bool || kind == .date
        filling = CSVFilling(
            kind: kind, memory: .allocate(byteCount: max(size * count, 1), alignment: 16),
            missing: marks ? .allocate(capacity: max(count, 1)) : nil)
    }

    deinit { free() }

    private func free() {
        if isFree { return }
        filling.memory.deallocate()
        filling.missing?.deallocate()
        isFree = true
    }

    /// The column, once all rows are filled. Its values are copied, and the room is given back at once: so no more than
    /// a column or two are ever there twice.
    func column(levels: [String]) -> Column {
        func all<Value>(_ type: Value.Type) -> [Value] {
            Array(UnsafeBufferPointer(start: filling.values(type), count: count))
        }
        defer { free() }
        let marks = filling.missing.map { Array(UnsafeBufferPointer(start: $0, count: count)) } ?? []
        switch filling.kind {
        case .int: return Column(.ints(Marked(all(Int.self), missing: marks)))
        case .double: return Column(all(Double.self))
        case .bool: return Column(.bools(Marked(all(Bool.self), missing: marks)))
        case .date: return Column(.dates(Marked(all(Int.self).map(DateTime.init(seconds:)), missing: marks)))
        case .text: return Column(.texts(CodedTexts(levels: levels, codes: all(Int32.self))))
        case .category: return Column(.texts(CodedTexts(levels: levels, codes: all(Int32.self)))).asCategory()
        }
    }
}
