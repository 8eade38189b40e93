// Nudge: It is the page's record with one more byte in front. What changes in the arithmetic, and what does not?
// Idea: Look at the sizes and at the labels first, and return nil where they are wrong. What is left, the bytes of
//   each record from its third on, is a row of pictures.
// Almost: With all these bytes in one list, `ByteTensor(shape: [n, 3, 32, 32], list).permuted(0, 2, 3, 1)` has them
//   as pictures. Or go through row, column and colour, and fetch byte 2 + 1024 · colour + 32 · row + column.

import Tensors

public func sisterRecords(_ bytes: [UInt8]) throws -> (coarse: [Int], fine: [Int], images: ByteTensor)? {
    let length = 2 + 3 * 32 * 32
    guard bytes.count % length == 0 else { return nil }
    let starts = stride(from: 0, to: bytes.count, by: length)
    let (coarse, fine) = (starts.map { Int(bytes[$0]) }, starts.map { Int(bytes[$0 + 1]) })
    guard coarse.allSatisfy({ $0 < 20 }), fine.allSatisfy({ $0 < 100 }) else { return nil }
    let planes = ByteTensor(shape: [coarse.count, 3, 32, 32], starts.flatMap { bytes[$0 + 2..<$0 + length] })
    return (coarse, fine, planes.permuted(0, 2, 3, 1))
}
