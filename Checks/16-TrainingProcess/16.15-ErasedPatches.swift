import Exercises16
import Layers
import Practice
import Solutions16
import Tensors
import Training

/// Keeps all inputs, and gives one number per image.
private final class Watcher: Module, Layer {
    let weight = Parameter(Tensor([1]))
    private(set) var learned: [Tensor] = [], judged: [Tensor] = []

    func forward(_ x: Tensor) -> Tensor {
        if isTraining { learned.append(x) } else { judged.append(x) }
        return x.flattened(from: 1).mean(axis: 1) * weight.value
    }
}

/// Trains on images of ones, and returns what the model has seen.
private func seen(_ callback: any Callback, _ shape: [Int], epochs: Int) throws -> Watcher {
    let images = Tensor.ones(shape)
    let batches = DataLoader(TensorDataset(images, Tensor.zeros(shape[0])), batchSize: 2)
    let watcher = Watcher()
    let learner = Learner(DataLoaders(batches, batches), watcher, loss: { mseLoss($0, $1) }, callbacks: [callback])
    try EpochReporting.silently { try learner.fit(epochs, learningRate: 0) }
    return watcher
}

/// The rows and columns of an image plane [h, w] with zeros in them, if the zeros fill exactly their rectangle.
private func patch(_ plane: Tensor) -> (rows: [Int], columns: [Int])? {
    let zero = plane .== 0
    let rows = zero.any(axis: 1).scalars.indices.filter { zero.any(axis: 1).scalars[$0] }
    let columns = zero.any(axis: 0).scalars.indices.filter { zero.any(axis: 0).scalars[$0] }
    return zero.trueCount == rows.count * columns.count ? (rows, columns) : nil
}

let erasedPatches = Check(
    "16.15",
    answer("erasingPatches(size:seed:)", Exercises16.erasingPatches(size:seed:), Solutions16.erasingPatches(size:seed:))
) { erasingPatches in
    let callback = try erasingPatches(3, 7)
    let watcher = try seen(callback.value, [8, 2, 6, 5], epochs: 50)
    var places: [[Int]] = []
    for batch in watcher.learned {
        let first = batch[0, 0]
        let same = callback.its("is the square the same in all images and channels of a batch") { _ in
            (0..<batch.shape[0]).allSatisfy { n in (0..<2).allSatisfy { batch[n, $0].scalars == first.scalars } }
        }
        try expectEqual(same, true)
        let found = callback.its("sides of the erased rectangle") { _ in
            patch(first).map { [$0.rows.count, $0.columns.count] }
        }
        try expectEqual(found, [3, 3])
        let corner = patch(first)!
        places.append([corner.rows[0], corner.columns[0]])
    }
    try expectEqual(callback.its("number of places in 200 batches, of 4 · 3") { _ in Set(places).count }, 12)
    let repeated = callback.its("is the place ever the same twice in a row, in 200 batches") { _ in
        zip(places, places.dropFirst()).contains { $0 == $1 }
    }
    try expectEqual(repeated, true)
    let other = try seen(erasingPatches(3, 8).value, [8, 2, 6, 5], epochs: 50)
    let differs = callback.its("are the places others with another seed") { _ in
        !zip(other.learned, watcher.learned).allSatisfy { $0.scalars == $1.scalars }
    }
    try expectEqual(differs, true)
    let untouched = callback.its("pixels erased while validating") { _ in
        watcher.judged.reduce(0) { $0 + ($1 .== 0).trueCount }
    }
    try expectEqual(untouched, 0)

    let again = try seen(erasingPatches(3, 7).value, [8, 2, 6, 5], epochs: 1)
    let repeats = callback.its("first batches with the same seed") { _ in again.learned[0].scalars }
    try expectEqual(repeats, watcher.learned[0].scalars)
    let small = try seen(callback.value, [4, 1, 2, 9], epochs: 1)
    let left = callback.its("erased pixels in images that are too small") { _ in
        small.learned.reduce(0) { $0 + ($1 .== 0).trueCount }
    }
    try expectEqual(left, 0)
    let rows = try seen(callback.value, [4, 9], epochs: 1)
    try expectEqual(
        callback.its("erased numbers of inputs [n, 9]") { _ in (rows.learned[0] .== 0).trueCount }, 0)
    let whole = try seen(erasingPatches(2, 1).value, [2, 1, 2, 2], epochs: 1)
    try expectEqual(callback.its("pixels left of 2 × 2 images and size 2") { _ in whole.learned[0].sum().item }, 0)
}
