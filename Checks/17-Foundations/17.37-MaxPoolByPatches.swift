import Exercises17
import Practice
import Solutions17
import Tensors

let maxPoolByPatches = Check(
    "17.37",
    answer(
        "maxPoolByPatches(_:kernel:stride:)", Exercises17.maxPoolByPatches(_:kernel:stride:),
        Solutions17.maxPoolByPatches(_:kernel:stride:))
) { maxPoolByPatches in
    func judge(_ values: Tensor, _ kernel: Int, _ stride: Int) throws {
        let (x, twin) = (values.requiringGrad(), values.requiringGrad())
        let found = try maxPoolByPatches(x, kernel, stride)
        let expected = twin.maxPooled(Size2D(kernel, kernel), stride: Size2D(stride, stride))
        try expect(found.its("gradFn") { $0.gradFn ?? "nil" }, "something other than maxPooled") { $0 != "maxPooled" }
        try expectClose(found, expected.detached())
        let dy = Tensor.arange(expected.count).reshaped(expected.shape) + 1
        found.value.backward(gradient: dy)
        expected.backward(gradient: dy)
        try expectClose(found.its("gradient of x") { _ in x.grad ?? Tensor(0) }, twin.grad!)
    }
    try judge(Tensor([[1, 2], [4, 4]]).reshaped(1, 1, 2, 2), 2, 2)
    try judge(Tensor([[-3, -1, -1], [-3, -2, -1]]).reshaped(1, 1, 2, 3), 2, 1)
    var random = SplitMix64(seed: 1737)
    for (shape, kernel, stride) in [
        ([2, 3, 6, 6], 2, 2), ([1, 2, 7, 5], 3, 2), ([2, 1, 5, 5], 3, 1), ([1, 4, 4, 4], 1, 3), ([1, 1, 8, 8], 2, 3),
    ] {
        try judge(.randn(shape, using: &random), kernel, stride)
        // Few different numbers, so that many are equal.
        try judge(Tensor.rand(shape, low: -1, high: 2, using: &random).floor(), kernel, stride)
    }
}
