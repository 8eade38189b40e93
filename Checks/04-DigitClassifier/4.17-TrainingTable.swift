import Exercises04
import Practice
import Solutions04
import Tensors

let trainingTable = Check(
    "4.17",
    answer("trainingTable(_:wanted:)", Exercises04.trainingTable(_:wanted:), Solutions04.trainingTable(_:wanted:))
) { trainingTable in
    let one = Tensor.arange(18).reshaped(3, 2, 3)
    let (two, none) = (100 + Tensor.arange(12).reshaped(2, 2, 3), Tensor.zeros(0, 2, 3))
    let cases: [(stacks: [Tensor], wanted: Int, y: [Float])] = [
        ([one, two], 0, [1, 1, 1, 0, 0]), ([one, two], 1, [0, 0, 0, 1, 1]), ([two, one], 1, [0, 0, 1, 1, 1]),
        ([one, none, two, two], 2, [0, 0, 0, 1, 1, 0, 0]), ([none, one], 0, [0, 0, 0]), ([one], 0, [1, 1, 1]),
    ]
    for (stacks, wanted, y) in cases {
        let found = try trainingTable(stacks, wanted).noting("with stacks of shape \(stacks.map(\.shape))")
        try expectClose(found.its("y", \.y), Tensor(y).unsqueezed(1))
        // Row by row, as they lie in the stacks.
        let rows = stacks.flatMap(\.scalars)
        try expectClose(found.its("x", \.x), Tensor(shape: [y.count, 6], rows))
    }
    let large = try trainingTable([.ones(30, 28, 28), .zeros(20, 28, 28)], 0).noting("images of 28 × 28")
    try expectEqual(large.its("shape of x", \.x.shape), [50, 784])
    try expectEqual(large.its("shape of y", \.y.shape), [50, 1])
}
