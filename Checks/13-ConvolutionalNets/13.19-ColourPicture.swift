import Exercises13
import Foundation
import Practice
import Solutions13
import Tensors

let colourPicture = Check(
    "13.19",
    answer(
        "colourPicture(_:bins:top:)", Exercises13.colourPicture(_:bins:top:), Solutions13.colourPicture(_:bins:top:))
) { picture in
    // Counts 2, 1 in the first batch and 0, 1 in the second; a logarithm of 3 is the largest.
    let share = Float(log(2.0) / log(3.0))
    try expectClose(
        picture([Tensor([0, 1, 2]), Tensor([[3, -1], [5, -0.1]])], 2, 4), Tensor([[share, share], [1, 0]]))
    try expectClose(picture([Tensor([4, 4, 4])], 2, 4).noting("the upper end"), Tensor([[1], [0]]))
    try expectClose(picture([Tensor([-1, 9]), Tensor([7, -3])], 3, 4).noting("nothing to count"), .zeros(3, 2))
    try expectEqual(
        picture([.zeros(2, 3), .zeros(4), .zeros(1)], 5, 10).its("shape of the picture", \.shape), [5, 3])
    try expectClose(picture([Tensor([0.5])], 2, 4).noting("a single number"), Tensor([[0], [1]]))

    var random = SplitMix64(seed: 1319)
    let batches = (1...3).map { k in Tensor.randn(4, 50, using: &random) * Float(k) + 2 }
    let found = try picture(batches, 40, 10)
    for (column, batch) in batches.enumerated() {
        for row in [0, 20, 38, 39] {
            let (low, high) = (Float(39 - row) / 4, Float(40 - row) / 4)
            let count = batch.scalars.count { $0 >= low && ($0 < high || row == 0 && $0 == high) }
            let all = batches.flatMap { batch in
                (0..<40).map { bin in batch.scalars.count { $0 >= Float(bin) / 4 && $0 < Float(bin + 1) / 4 } }
            }
            let expected = Float(log1p(Double(count)) / log1p(Double(all.max()!)))
            try expectClose(found.its("row \(row), column \(column)") { $0[row, column].item }, expected)
        }
    }
}
