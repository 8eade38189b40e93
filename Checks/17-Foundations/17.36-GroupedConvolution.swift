import Exercises17
import Practice
import Solutions17
import Tensors

let groupedConvolution = Check(
    "17.36",
    answer(
        "groupedConvolution(_:_:groups:)", Exercises17.groupedConvolution(_:_:groups:),
        Solutions17.groupedConvolution(_:_:groups:))
) { groupedConvolution in
    var random = SplitMix64(seed: 1736)
    for (x, weight, groups) in [
        ([1, 1, 3, 3], [1, 1, 2, 2], 1), ([2, 4, 6, 5], [6, 4, 3, 3], 1), ([2, 4, 5, 6], [4, 1, 3, 2], 4),
        ([1, 6, 5, 5], [4, 3, 3, 3], 2), ([3, 2, 4, 4], [6, 1, 1, 1], 2), ([1, 3, 3, 3], [3, 1, 3, 3], 3),
    ] {
        let values = (Tensor.randn(x, using: &random), Tensor.randn(weight, using: &random))
        let (a, w) = (values.0.requiringGrad(), values.1.requiringGrad())
        let (b, v) = (values.0.requiringGrad(), values.1.requiringGrad())
        let found = try groupedConvolution(a, w, groups)
        let expected = b.conv2d(v, groups: groups)
        try expect(found.its("gradFn") { $0.gradFn ?? "nil" }, "something other than conv2d") { $0 != "conv2d" }
        try expectClose(found, expected.detached(), tolerance: 1e-4)
        let dy = Tensor.randn(expected.shape, using: &random)
        found.value.backward(gradient: dy)
        expected.backward(gradient: dy)
        try expectClose(found.its("gradient of x") { _ in a.grad ?? Tensor(0) }, b.grad!, tolerance: 1e-4)
        try expectClose(found.its("gradient of the weight") { _ in w.grad ?? Tensor(0) }, v.grad!, tolerance: 1e-4)
    }
}
