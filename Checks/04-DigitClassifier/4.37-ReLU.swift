import Exercises04
import Practice
import Solutions04
import Tensors

let relu = Check(
    "4.37", answer("relu(_:)", Exercises04.relu(_:), Solutions04.relu(_:)),
    answer("reluGradient(_:_:)", Exercises04.reluGradient(_:_:), Solutions04.reluGradient(_:_:))
) { relu, reluGradient in
    try expectClose(relu(Tensor([-2, 3])), Tensor([0, 3]))
    try expectClose(relu(Tensor([[0, -0.5], [0.5, -9]])), Tensor([[0, 0], [0.5, 0]]))

    try expectClose(reluGradient(Tensor([-2, 3]), Tensor([5, 7])), Tensor([0, 7]))
    try expectClose(reluGradient(Tensor([0, 0]), Tensor([5, -7])), Tensor([0, 0]))
    let (x, dy) = (Tensor([[-2, 0.5], [3, -1]]), Tensor([[1, -2], [0.5, 4]]))
    try expectGradient(reluGradient(x, dy), of: "x", at: x) { ($0.relu() * dy).sum() }
}
