import Exercises13
import Practice
import Solutions13
import Tensors

let stridedMatrix = Check(
    "13.9",
    answer(
        "stridedMatrix(_:height:width:stride:padding:)", Exercises13.stridedMatrix(_:height:width:stride:padding:),
        Solutions13.stridedMatrix(_:height:width:stride:padding:))
) { stridedMatrix in
    try expectClose(
        stridedMatrix(Tensor([[5, 6, 7]]), 1, 3, 2, [0, 1]), Tensor([[6, 7, 0], [0, 5, 6]]))
    try expectClose(
        stridedMatrix(Tensor([[1, 2], [3, 4]]), 3, 3, 1, 0).noting("without stride and padding"),
        Tensor([
            [1, 2, 0, 3, 4, 0, 0, 0, 0], [0, 1, 2, 0, 3, 4, 0, 0, 0], [0, 0, 0, 1, 2, 0, 3, 4, 0],
            [0, 0, 0, 0, 1, 2, 0, 3, 4],
        ]))
    var random = SplitMix64(seed: 139)
    for (kh, kw, stride, padding) in [
        (3, 3, 1, (1, 1)), (3, 3, 2, (1, 1)), (3, 3, 2, (0, 0)), (2, 3, 1, (2, 0)), (1, 1, 3, (0, 0)),
        (5, 4, 2, (4, 3)),
    ] {
        let (kernel, image) = (Tensor.randn(kh, kw, using: &random), Tensor.randn(6, 5, using: &random))
        let expected = image.reshaped(1, 1, 6, 5).conv2d(
            kernel.reshaped(1, 1, kh, kw), stride: Size2D(stride), padding: Size2D(padding.0, padding.1))
        let matrix = try stridedMatrix(kernel, 6, 5, stride, Size2D(padding.0, padding.1))
        try expectEqual(matrix.its("shape", \.shape), [expected.count, 30])
        let product = matrix.its("times an image") { $0.matmul(image.reshaped(30)) }
        try expectClose(product, expected.reshaped(expected.count), tolerance: 1e-4)
    }
}
