import Exercises08
import Practice
import Solutions08
import Tensors

let gradientOfLookingUp = Check(
    "8.8",
    answer(
        "gradientOfLookingUp(_:dy:rows:padding:)", Exercises08.gradientOfLookingUp(_:dy:rows:padding:),
        Solutions08.gradientOfLookingUp(_:dy:rows:padding:))
) { gradientOfLookingUp in
    let dy = Tensor([[1, 1], [2, 2], [5, 5]])
    try expectClose(gradientOfLookingUp([3, 1, 3], dy, 4, nil), Tensor([[0, 0], [2, 2], [0, 0], [6, 6]]))
    try expectClose(gradientOfLookingUp([3, 1, 3], dy, 4, 3), Tensor([[0, 0], [2, 2], [0, 0], [0, 0]]))
    try expectClose(gradientOfLookingUp([3, 1, 3], dy, 4, 0), Tensor([[0, 0], [2, 2], [0, 0], [6, 6]]))
    try expectClose(gradientOfLookingUp([0, 0, 0], dy, 1, nil), Tensor([[8, 8]]))
    try expectClose(gradientOfLookingUp([0, 1, 0], dy, 3, 0), Tensor([[0, 0], [2, 2], [0, 0]]))
    try expectClose(gradientOfLookingUp([], Tensor.zeros(0, 2), 3, nil), Tensor.zeros(3, 2))
    // As the engine has it.
    var random = SplitMix64(seed: 8)
    let (numbers, table) = ((0..<40).map { $0 * 7 % 11 }, Tensor.randn(11, 5, using: &random))
    let wide = Tensor.randn(40, 5, using: &random)
    for padding in [nil, 0, 10] as [Int?] {
        let tracked = table.requiringGrad()
        (tracked.embedded(IntTensor(numbers), padding: padding) * wide).sum().backward()
        try expectClose(gradientOfLookingUp(numbers, wide, 11, padding), tracked.grad!)
    }
}
