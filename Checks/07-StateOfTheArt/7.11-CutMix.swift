import Chapter07
import Exercises07
import Practice
import Solutions07
import Tensors

let cutMixed = Check(
    "7.11",
    answer(
        "cutMix(_:_:row:column:side:)", Exercises07.cutMix(_:_:row:column:side:),
        Solutions07.cutMix(_:_:row:column:side:))
) { cutMix in
    var random = SplitMix64(seed: 711)
    let first = Example(photo: Tensor.randn(3, 4, 6, using: &random), target: Tensor([1, 0, 0]))
    let second = Example(photo: Tensor.randn(3, 4, 6, using: &random), target: Tensor([0, 0, 1]))
    func expectPaste(_ row: Int, _ column: Int, _ side: Int, _ rows: Range<Int>, _ columns: Range<Int>) throws {
        let mixed = try cutMix(first, second, row, column, side)
        let numbers = (0..<72).map { i -> Float in
            let (y, x) = (i / 6 % 4, i % 6)
            return (rows.contains(y) && columns.contains(x) ? second : first).photo.scalars[i]
        }
        let share = Float(rows.count * columns.count) / 24
        try expectClose(mixed.its("photo") { $0.photo }, Tensor(shape: [3, 4, 6], numbers))
        try expectClose(mixed.its("target") { $0.target }, Tensor([1 - share, 0, share]))
    }
    try expectPaste(2, 3, 2, 1..<3, 2..<4)
    try expectPaste(2, 3, 3, 1..<4, 2..<5)
    try expectPaste(0, 0, 2, 0..<1, 0..<1)
    try expectPaste(3, 5, 4, 1..<4, 3..<6)
    try expectPaste(2, 3, 20, 0..<4, 0..<6)
    try expectPaste(1, 1, 0, 0..<0, 0..<0)
    try expectPaste(-9, 2, 4, 0..<0, 0..<0)
}
