import Exercises07
import Layers
import Practice
import Solutions07
import Tensors

/// A model whose scores are the three colours of one pixel.
private final class OnePixel: Module, Layer {
    private let place: Int

    /// - Parameter place: of its row and of its column; -1 is the last.
    init(_ place: Int) { self.place = place }

    func forward(_ x: Tensor) -> Tensor { x[0..., 0..., place, place] }
}

let fiveCrops = Check(
    "7.7",
    answer(
        "fiveCropPrediction(_:side:model:)", Exercises07.fiveCropPrediction(_:side:model:),
        Solutions07.fiveCropPrediction(_:side:model:))
) { predict in
    let firstPixel = OnePixel(0)
    var random = SplitMix64(seed: 77)
    for (height, width, side) in [(6, 9, 4), (7, 7, 4), (5, 5, 5), (8, 5, 3)] {
        let photo = Tensor.randn(3, height, width, using: &random)
        let (bottom, right) = (height - side, width - side)
        let pixels = [(0, 0), (0, right), (bottom, 0), (bottom, right), (bottom / 2, right / 2)].map { y, x in
            photo[0..., y, x].softmax(axis: 0)
        }
        try expectClose(predict(photo, side, firstPixel), Tensor.stack(pixels).mean(axis: 0))
    }
    // The mean of probabilities is not the softmax of mean scores: here one look is very sure.
    var photo = Tensor.zeros(3, 4, 4)
    photo[1, 0, 0] = Tensor(50)
    try expectClose(predict(photo, 2, firstPixel), Tensor([4.0 / 15, 4.0 / 15 + 0.2, 4.0 / 15]))
    // The last pixel of each square.
    let wide = Tensor.randn(3, 5, 8, using: &random)
    let ends = [(3, 3), (3, 7), (4, 3), (4, 7), (3, 5)].map { y, x in wide[0..., y, x].softmax(axis: 0) }
    try expectClose(predict(wide, 4, OnePixel(-1)), Tensor.stack(ends).mean(axis: 0))
}
