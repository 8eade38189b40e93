import Exercises12
import Practice
import Solutions12
import Tensors

let matrixPower = Check(
    "12.11", answer("matrixPower(_:_:)", Exercises12.matrixPower(_:_:), Solutions12.matrixPower(_:_:))
) { matrixPower in
    let (turn, shear) = (Tensor([[0, -1], [1, 0]]), Tensor([[1, 1], [0, 1]]))
    for (k, expected) in [(0, Tensor.eye(2)), (1, turn), (2, -Tensor.eye(2)), (4, .eye(2)), (1_000_000_001, turn)] {
        try expectClose(matrixPower(turn, k), expected)
    }
    for k in [0, 1, 2, 3, 13, 64, 1000] {
        try expectClose(matrixPower(shear, k), Tensor([[1, Float(k)], [0, 1]]))
    }
    try expectClose(matrixPower(Tensor([[0, 1], [0, 0]]), 0), .eye(2))
    try expectClose(matrixPower(Tensor([[0, 1], [0, 0]]), 2), .zeros(2, 2))
    try expectClose(matrixPower(Tensor([[0.5]]), 32), Tensor([[2.3283064e-10]]), tolerance: 1e-15)
    try expectClose(matrixPower(Tensor([[0x1p10]]), 12), Tensor([[0x1p120]]))

    var random = SplitMix64(seed: 1211)
    let w = Tensor.randn(4, 4, using: &random) * 0.4
    var expected = Tensor.eye(4)
    for k in 1...9 {
        expected = expected.matmul(w)
        try expectClose(matrixPower(w, k), expected)
    }
}
