import Exercises17
import Practice
import Solutions17
import Tensors

let allGreater = Check(
    "17.6", answer("allGreater(_:_:)", Exercises17.allGreater(_:_:), Solutions17.allGreater(_:_:))
) { allGreater in
    let pairs: [(Tensor, Tensor, Bool?)] = [
        (Tensor([10, 6, 8]), Tensor([2, 5, 7]), true), (Tensor([10, 6, -4]), Tensor([2, 8, 7]), false),
        (Tensor([2, 8, 7]), Tensor([10, 6, -4]), false), (Tensor([1, 2]), Tensor([0, 2]), false),
        (Tensor([[1, 2], [3, 4]]), Tensor([[0, 1], [2, 3]]), true), (Tensor(1), Tensor(0), true),
        (Tensor([[1, 2], [3, 4]]), Tensor([0, 0]), nil), (Tensor([5, 5]), Tensor([1]), nil),
        (Tensor([5, 5]), Tensor(1), nil), (Tensor([1, 2]), Tensor([0, 0, 0]), nil), (.zeros(0), .zeros(0), true),
        (.zeros(2, 0), .zeros(0), nil), (Tensor([1, .nan]), Tensor([0, 0]), false),
        (Tensor([1, 1]), Tensor([0, .nan]), false),
    ]
    for (a, b, expected) in pairs { try expectEqual(allGreater(a, b), expected) }
}
