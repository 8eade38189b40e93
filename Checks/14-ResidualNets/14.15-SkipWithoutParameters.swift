import Exercises14
import Practice
import Solutions14
import Tensors

let skipWithoutParameters = Check(
    "14.15",
    answer("averagedSkip(_:filters:)", Exercises14.averagedSkip(_:filters:), Solutions14.averagedSkip(_:filters:))
) { averagedSkip in
    let pixels = Tensor([[[1, 3, 5], [5, 7, 9], [2, 4, 6]]]).unsqueezed(0)  // [1, 1, 3, 3]
    let expected = Tensor([[[4, 7], [3, 6]], [[0, 0], [0, 0]], [[0, 0], [0, 0]]]).unsqueezed(0)
    try expectClose(averagedSkip(pixels, 3), expected)
    var random = SplitMix64(seed: 1415)
    for (shape, filters) in [([2, 4, 6, 6], 8), ([1, 3, 5, 4], 5), ([3, 2, 1, 7], 2), ([1, 1, 1, 1], 2)] {
        let (n, channels, h, w) = (shape[0], shape[1], (shape[2] + 1) / 2, (shape[3] + 1) / 2)
        let x = Tensor.randn(shape, using: &random)
        var numbers: [Float] = []
        for (image, filter, row, column) in places(n, filters, h, w) {
            if filter >= channels {
                numbers.append(0)
                continue
            }
            let (rows, columns) = (
                2 * row..<min(2 * row + 2, shape[2]), 2 * column..<min(2 * column + 2, shape[3])
            )
            numbers.append(x[image, filter, rows, columns].mean().item)
        }
        let tracked = x.requiringGrad()
        let found = try averagedSkip(tracked, filters)
        try expectClose(found, Tensor(shape: [n, filters, h, w], numbers), tolerance: 1e-5)
        try expectEqual(found.its("a gradient can come back") { $0.requiresGrad }, true)
        let weights = Tensor.randn([n, filters, h, w], using: &random)
        found.value.backward(gradient: weights)
        try expectGradient(found.its("gradient of x") { _ in tracked.grad ?? .zeros(shape) }, of: "x", at: x) {
            try (averagedSkip($0, filters).value * weights).sum()
        }
    }
}

/// All places of a tensor with four axes, in the order of its numbers.
private func places(_ n: Int, _ c: Int, _ h: Int, _ w: Int) -> [(Int, Int, Int, Int)] {
    (0..<n * c * h * w).map { ($0 / (c * h * w), $0 / (h * w) % c, $0 / w % h, $0 % w) }
}
