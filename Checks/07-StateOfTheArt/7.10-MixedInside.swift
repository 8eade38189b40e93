import Exercises07
import Layers
import Practice
import Solutions07
import Tensors

let mixedBetweenLayers = Check(
    "7.10",
    answer(
        "mixedInside(_:_:at:partners:shares:)", Exercises07.mixedInside(_:_:at:partners:shares:),
        Solutions07.mixedInside(_:_:at:partners:shares:))
) { mixedInside in
    var random = SplitMix64(seed: 710)
    let layers: [any Layer<Tensor, Tensor>] = [
        Conv2d(1, 2, kernel: 3, using: &random), ReLU(), Flatten(), Linear(8, 3, using: &random),
    ]
    let x = Tensor.randn(3, 1, 4, 4, using: &random)
    let (partners, shares) = ([2, 0, 0], [0.75, 0.5, 1] as [Float])
    for place in 0...layers.count {
        let h = layers[..<place].reduce(x) { $1($0) }
        let rows = (0..<3).map { shares[$0] * h[$0] + (1 - shares[$0]) * h[partners[$0]] }
        let expected = layers[place...].reduce(Tensor.stack(rows)) { $1($0) }
        try expectClose(mixedInside(layers, x, place, partners, shares), expected)
    }
    // Without layers it is a mixture of the batch; with shares of 1 nothing is mixed.
    try expectClose(mixedInside([], Tensor([[2, 4], [6, 0]]), 0, [1, 0], [0.75, 0.5]), Tensor([[3, 3], [4, 2]]))
    try expectClose(
        mixedInside(layers, x, 2, [1, 2, 0], [1, 1, 1]), layers.reduce(x) { $1($0) })
}
