import Exercises21
import Practice
import Solutions21
import Tensors

let softmaxWithTemperature = Check(
    "21.11", answer("softmax(_:temperature:)", Exercises21.softmax(_:temperature:), Solutions21.softmax(_:temperature:))
) { softmax in
    let ruledOut = -Float.infinity
    let examples: [(scores: Tensor, temperature: Float, probabilities: Tensor)] = [
        (Tensor([1, 2, 3]), 1, Tensor([0.09003057, 0.24472848, 0.66524094])),
        (Tensor([2, 4, 6]), 2, Tensor([0.09003057, 0.24472848, 0.66524094])),
        (Tensor([1, 2, 3]), 0.01, Tensor([0, 0, 1])), (Tensor([1, 2, 3]), 1e6, Tensor([1 / 3, 1 / 3, 1 / 3])),
        (Tensor([1000, 1001, 1002]), 1, Tensor([0.09003057, 0.24472848, 0.66524094])),
        (Tensor([-3e38, 0]), 1, Tensor([0, 1])), (Tensor([3e38, 0]), 1e-30, Tensor([1, 0])),
        (Tensor([5]), 3, Tensor([1])), (Tensor([ruledOut, 2, 2]), 1, Tensor([0, 0.5, 0.5])),
        (
            Tensor([[1, 2, 3], [3, 2, 1]]), 1,
            Tensor([[0.09003057, 0.24472848, 0.66524094], [0.66524094, 0.24472848, 0.09003057]])
        ),
        (Tensor([[0, ruledOut], [2000, 0]]), 0.5, Tensor([[1, 0], [1, 0]])),
    ]
    for (scores, temperature, probabilities) in examples {
        let found = try softmax(scores, temperature)
        try expect(found, "a tensor") { $0 != nil }
        try expectClose(found.its("the tensor") { $0! }, probabilities)
    }
    for temperature: Float in [0, -1] { try expect(softmax(Tensor([1, 2]), temperature), "nil") { $0 == nil } }
    for scores in [Tensor([ruledOut]), Tensor([ruledOut, ruledOut]), Tensor([[1, 2], [ruledOut, ruledOut]])] {
        try expect(softmax(scores, 1), "nil") { $0 == nil }
    }
}
