// Nudge: How long is a piece? Of the stream, one word has to be left over for the last prediction.
// Idea: A piece has (stream.count − 1) / readers words. Reader r reads the places from r · piece on. A batch is a
//   range of places inside all pieces.
// Almost: `stride(from: 0, to: piece, by: length)` are the starts of the batches, `min(start + length, piece)` their
//   ends. y is x, shifted by one place. For an empty stream, stream.count − 1 is negative.

import Tensors

public func textForReaders(_ stream: [Int], readers: Int, length: Int) throws -> [(x: IntTensor, y: IntTensor)] {
    let piece = max(0, stream.count - 1) / readers
    return stride(from: 0, to: piece, by: length).map { start in
        let end = min(start + length, piece)
        func words(_ shift: Int) -> IntTensor {
            IntTensor((0..<readers).map { Array(stream[$0 * piece + start + shift..<$0 * piece + end + shift]) })
        }
        return (x: words(0), y: words(1))
    }
}
