import Exercises15
import Practice
import Solutions15
import Tensors

let nearestGradient = Check(
    "15.7",
    answer(
        "nearestGradient(_:height:width:)", Exercises15.nearestGradient(_:height:width:),
        Solutions15.nearestGradient(_:height:width:))
) { gradient in
    try expectClose(
        gradient(Tensor(shape: [1, 1, 1, 3], [1, 2, 3]), 1, 2), Tensor(shape: [1, 1, 1, 2], [3, 3]))
    // Smaller: of four pixels, the first and the third were copied.
    try expectClose(
        gradient(Tensor(shape: [1, 1, 1, 2], [5, 7]), 1, 4), Tensor(shape: [1, 1, 1, 4], [5, 0, 7, 0]))
    var random = SplitMix64(seed: 157)
    for (old, new) in [((2, 3), (4, 6)), ((3, 2), (9, 6)), ((3, 4), (7, 5)), ((6, 5), (4, 3)), ((1, 1), (3, 5))] {
        let x = Tensor.randn(2, 3, old.0, old.1, using: &random).requiringGrad()
        let dy = Tensor.randn(2, 3, new.0, new.1, using: &random)
        x.interpolated(to: Size2D(new.0, new.1)).backward(gradient: dy)
        try expectClose(gradient(dy, old.0, old.1), x.grad!)
    }
}
