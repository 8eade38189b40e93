import Exercises04
import Practice
import Solutions04
import Tensors

let twoDistances = Check(
    "4.3", answer("l1Distance(_:_:)", Exercises04.l1Distance(_:_:), Solutions04.l1Distance(_:_:)),
    answer("rmse(_:_:)", Exercises04.rmse(_:_:), Solutions04.rmse(_:_:))
) { l1Distance, rmse in
    // The second pair differs in every number, but the differences sum to 0. The last two have the same L1 distance.
    let pairs: [(Tensor, Tensor, l1: Float, rmse: Float)] = [
        (Tensor([0, 0]), Tensor([3, 1]), 2, 2.236068), (Tensor([1, 0, 1, 0]), Tensor([0, 1, 0, 1]), 1, 1),
        (Tensor([[1, 2], [3, 4]]), Tensor([[1, 2], [3, 4]]), 0, 0),
        (Tensor([0, 0, 0, 0]), Tensor([4, 0, 0, 0]), 1, 2), (Tensor([0, 0, 0, 0]), Tensor([1, 1, 1, -1]), 1, 1),
    ]
    for (a, b, l1, rms) in pairs {
        try expectClose(l1Distance(a, b), Tensor(l1))
        try expectClose(rmse(a, b), Tensor(rms))
    }
}
