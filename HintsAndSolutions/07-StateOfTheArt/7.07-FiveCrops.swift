// Nudge: A square is a range of rows and a range of columns. Which five pairs of beginnings are there?
// Idea: The beginnings are (0, 0), (0, w - side), (h - side, 0), (h - side, w - side), and half of the last pair. Five
//   squares of the same size make one batch. It is probabilities that have a mean, so softmax comes first.
// Almost: `photo[0..., y..<y + side, x..<x + side]` is a square, `Tensor.stack(squares)` the batch, and
//   `model(batch).softmax(axis: 1).mean(axis: 0)` the answer.

import Layers
import Tensors

public func fiveCropPrediction(
    _ photo: Tensor, side: Int, model: any Layer<Tensor, Tensor>
) throws -> Tensor {
    let (bottom, right) = (photo.shape[1] - side, photo.shape[2] - side)
    let places = [(0, 0), (0, right), (bottom, 0), (bottom, right), (bottom / 2, right / 2)]
    let squares = places.map { y, x in photo[0..., y..<y + side, x..<x + side] }
    return model(.stack(squares)).softmax(axis: 1).mean(axis: 0)
}
