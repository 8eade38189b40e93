import Exercises04
import Practice
import Solutions04
import Tensors

let distances = Check(
    "4.7", answer("distances(_:to:)", Exercises04.distances(_:to:), Solutions04.distances(_:to:))
) { distances in
    try expectClose(distances(Tensor([[[0, 1]], [[1, 1]]]), Tensor([[1, 1]])), Tensor([0.70710677, 0]))

    // As many images as rows: here the lengths do not give away an axis counted from the front.
    let images = Tensor.arange(12).reshaped(2, 2, 3)
    try expectClose(distances(images, images[0]), Tensor([0, 6]))
    let many = try distances(Tensor.ones(1000, 28, 28), Tensor.zeros(28, 28))
    try expectClose(many.noting("all ones, compared with all zeros"), .ones(1000))
    try expectClose(distances(images[1], images[0]).noting("a single image"), Tensor(6))
}
