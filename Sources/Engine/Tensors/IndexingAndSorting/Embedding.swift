// # Embedding: a row of numbers for every id
//
// A user, a film, a word is a row of a table. Looking it up gives the same as multiplying the table by a
// vector that is 1 at one place and 0 elsewhere, without the multiplications.

import Kernels

extension Tensor {
    /// The rows of this table that ids name   ⇒   every dy row is added to the row it came from
    ///
    /// self [rows, d] · ids [...], each 0 ..< rows → y [..., d]
    ///
    /// - Parameter padding: an id that stands for nothing: its row is looked up, but gets no gradient. A negative
    ///   number counts from the end.
    public func embedded(_ ids: IntTensor, padding: Int? = nil) -> Tensor {
        require(
            rank == 2, "embedded \(ids.shape) by a table \(shape)", "a table has rows and columns", try: "[rows, d]")
        let (numbers, table) = (ids.contiguous(), array.contiguous())
        let (rows, length, taken) = (shape[0], shape[1], ids.count)
        if let bad = numbers.firstOutside(rows) {
            stop(
                "embedded \(ids.shape) by a table \(shape)", "there is no row \(bad)",
                try: rows > 0 ? "ids from 0 to \(rows - 1)" : nil)
        }
        require(
            padding == nil || (-rows..<rows).contains(padding!), "embedded \(ids.shape) by a table \(shape)",
            "there is no row \(padding!) for padding", try: rows > 0 ? "a number from \(-rows) to \(rows - 1)" : nil)
        let padding = padding.map { $0 < 0 ? $0 + rows : $0 }
        let y = NDArray<Float>(uninitialized: ids.shape + [length])
        gatherRows(y.memory.base, table.base, stride: length, length: length, rows: numbers.base, count: taken)
        return Tensor(array: y).recorded("embedded", partOf: self) { dy, dx in
            let learned = padding.map { Tensor.where((numbers .== $0).unsqueezed(-1), 0, dy) } ?? dy
            dx.array.add(learned.array, toRows: numbers)
        }
    }
}

extension IntTensor {
    /// The first number that is not in 0 ..< limit.
    func firstOutside(_ limit: Int) -> Int? {
        withContiguous { numbers in
            // One comparison for both ends: a negative number is a huge one without its sign.
            let limit = UInt(limit)
            let all = numbers.reduce(true) { $0 && UInt(bitPattern: $1) < limit }
            return all ? nil : numbers.first { UInt(bitPattern: $0) >= limit }
        }
    }
}
