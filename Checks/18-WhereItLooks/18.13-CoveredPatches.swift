import Exercises18
import Layers
import Practice
import Solutions18
import Tensors

private typealias Wanted = @Sendable (Tensor, Int, Named<any Layer<Tensor, Tensor>>, Int, Float) throws -> Tensor

private let readers: Wanted = { try Exercises18.coveredPatches($0, kind: $1, in: $2.value, side: $3, grey: $4) }
private let ours: Wanted = { try Solutions18.coveredPatches($0, kind: $1, in: $2.value, side: $3, grey: $4) }

let coveredPatches = Check(
    "18.13",
    Answer(
        NamedFunction("coveredPatches(_:kind:in:side:grey:)", readers),
        NamedFunction("coveredPatches(_:kind:in:side:grey:)", ours))
) { coveredPatches in
    // Scores: the sum of all pixels, and the largest of them.
    let net = Lambda { x in
        Tensor.stack([x.flattened(from: 1).sum(axis: 1), x.flattened(from: 1).max(axis: 1).values], axis: 1)
    }
    let named = Named("sum and largest", net as any Layer<Tensor, Tensor>)
    let x = Tensor(shape: [1, 1, 2, 3], [1, 2, 3, 4, 5, 9])
    try expectClose(coveredPatches(x, 0, named, 1, 0), Tensor([[1, 2, 3], [4, 5, 9]]))
    try expectClose(coveredPatches(x, 0, named, 2, 0), Tensor([[12, 12]]))
    try expectClose(coveredPatches(x, 1, named, 2, 0), Tensor([[0, 4]]))
    try expectClose(coveredPatches(x, 0, named, 2, 1), Tensor([[8, 10]]))
    try expectClose(coveredPatches(x, 1, named, 5, 0.5), Tensor([[8.5]]))
    // The score may also rise.
    try expectClose(coveredPatches(x, 0, named, 1, 6), Tensor([[-5, -4, -3], [-2, -1, 3]]))
    try expectClose(coveredPatches(x, 1, named, 1, 20), Tensor([[-11, -11, -11], [-11, -11, -11]]))
    // Smaller patches at the right and at the bottom.
    let high = Tensor(shape: [1, 1, 3, 2], [1, 2, 3, 4, 5, 9])
    try expectClose(coveredPatches(high, 0, named, 2, 0), Tensor([[10], [14]]))
    let wide = Tensor(shape: [1, 1, 1, 5], [1, 2, 3, 4, 6])
    try expectClose(coveredPatches(wide, 0, named, 2, 0), Tensor([[3, 7, 6]]))

    // Several channels, and a net with batch norm that must not learn from being looked at, nor record what it does.
    var random = SplitMix64(seed: 1813)
    let norm = BatchNorm2d(3)
    let real = Sequential(
        Conv2d(2, 3, kernel: 3, padding: 1, using: &random), norm, ReLU(), Lambda { $0.mean(axes: 2, 3) },
        Linear(3, 2, using: &random))
    _ = real(Tensor.randn(8, 2, 7, 5, using: &random))
    let picture = Tensor.randn(1, 2, 7, 5, using: &random)
    let (before, pixels) = (norm.runningMean.value.scalars, picture.scalars)
    var recorded = 0
    let hook = real.onForward { _, output in if output.requiresGrad { recorded += 1 } }
    let found = try coveredPatches(picture, 1, Named("a small net", real as any Layer<Tensor, Tensor>), 3, 0.25)
    hook.remove()
    try expectEqual(found.its("shape", \.shape), [3, 2])
    try expectEqual(Found("calls of the net that were recorded for gradients", recorded), 0)
    try expectEqual(Found("are the running averages as before", norm.runningMean.value.scalars == before), true)
    try expectEqual(Found("is the picture as before", picture.scalars == pixels), true)
    real.eval()
    var expected = Tensor.zeros(3, 2)
    for (row, rows) in [0..<3, 3..<6, 6..<7].enumerated() {
        for (column, columns) in [0..<3, 3..<5].enumerated() {
            var covered = picture
            covered[0, 0..., rows, columns] = .full(0.25, [2, rows.count, columns.count])
            expected[row, column] = noGrad { real(picture)[0, 1] - real(covered)[0, 1] }
        }
    }
    try expectClose(found, expected, tolerance: 1e-4)
}
