import Exercises04
import Practice
import Solutions04
import Tensors

let scoresOfEight = Check(
    "4.10",
    answer("scoresOfEight(_:_:)", Exercises04.scoresOfEight(_:_:), Solutions04.scoresOfEight(_:_:)),
    answer("weightsOfEight(_:_:)", Exercises04.weightsOfEight(_:_:), Solutions04.weightsOfEight(_:_:))
) { scoresOfEight, weightsOfEight in
    // As many images as rows: a sum over the wrong axes can have the right shape.
    let images = Tensor([[[1, 0, 2], [0, 1, 0]], [[0, 1, 0], [1, 0, 3]]])
    try expectClose(scoresOfEight(images, Tensor([[1, 10, 100], [-1, -10, -100]])), Tensor([191, -291]))
    let many = try scoresOfEight(.ones(1000, 28, 28), .full(0.5, [28, 28])).noting("a thousand images of ones")
    try expectClose(many, .full(392, [1000]))

    try expectClose(weightsOfEight(Tensor([[[1, 1]], [[1, 0]]]), Tensor([[[0, 1]]])), Tensor([[1, -0.5]]))
    let weights = try weightsOfEight(images, Tensor([[[1, 1, 1], [1, 1, 1]]]))
    try expectClose(weights, Tensor([[-0.5, -0.5, 0], [-0.5, -0.5, 0.5]]))
}
