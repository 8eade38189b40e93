import Exercises12
import Practice
import Solutions12

let textForReaders = Check(
    "12.8",
    answer(
        "textForReaders(_:readers:length:)", Exercises12.textForReaders(_:readers:length:),
        Solutions12.textForReaders(_:readers:length:))
) { textForReaders in
    let small = try textForReaders(Array(0..<9), 2, 3)
    try expectEqual(small.its("number of batches", \.count), 2)
    try expectEqual(small.its("x of batch 0", \.[0].x.scalars), [0, 1, 2, 4, 5, 6])
    try expectEqual(small.its("y of batch 0", \.[0].y.scalars), [1, 2, 3, 5, 6, 7])
    try expectEqual(small.its("shape of x of batch 1", \.[1].x.shape), [2, 1])
    try expectEqual(small.its("y of batch 1", \.[1].y.scalars), [4, 8])
    for (count, readers, length) in [
        (100, 4, 5), (101, 4, 5), (102, 4, 5), (103, 7, 6), (50, 1, 49), (50, 1, 50), (9, 8, 2), (8, 8, 2), (1, 1, 1),
        (0, 2, 3),
        (30, 3, 1),
    ] {
        let stream = (0..<count).map { $0 * 3 + 1 }
        let found = try textForReaders(stream, readers, length)
        let piece = max(0, count - 1) / readers
        try expectEqual(found.its("number of batches", \.count), (piece + length - 1) / length)
        for row in 0..<(piece > 0 ? readers : 0) {
            let words = found.its("row \(row) of all x") { $0.flatMap { $0.x[row].scalars } }
            try expectEqual(words, Array(stream[row * piece..<(row + 1) * piece]))
            let next = found.its("row \(row) of all y") { $0.flatMap { $0.y[row].scalars } }
            try expectEqual(next, Array(stream[row * piece + 1..<(row + 1) * piece + 1]))
        }
    }
}
