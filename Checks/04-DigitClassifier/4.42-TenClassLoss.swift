import Exercises04
import Practice
import Solutions04
import Tensors
import Training

let tenClassLoss = Check(
    "4.42", answer("tenClassLoss(_:_:)", Exercises04.tenClassLoss(_:_:), Solutions04.tenClassLoss(_:_:))
) { tenClassLoss in
    let examples: [([[Float]], [Int], Float)] = [
        ([[0, 0]], [1], 0.6931472), ([[0, 0, 0, 0, 0, 0, 0, 0, 0, 0]], [3], 2.3025851), ([[2, 0, 1]], [0], 0.40760597),
        ([[2, 0, 1]], [1], 2.407606), ([[2, 0, 1], [0, 3, 0]], [0, 1], 0.25126447),
        ([[1, 2], [3, 4]], [1, 0], 0.8132617),
        ([[1000, 0], [-1000, 0]], [0, 0], 500),
    ]
    for (scores, labels, loss) in examples {
        try expectClose(tenClassLoss(Tensor(scores), IntTensor(labels)), Tensor(loss))
    }

    // The gradient, as autograd computes it from the steps of the answer.
    let scores = Tensor([[2, 0, 1], [-1, 0.5, 3], [0, 0, 0.5]]).requiringGrad()
    let labels = IntTensor([0, 1, 2])
    let loss = try tenClassLoss(scores, labels)
    try expect(
        loss.its("requiresGrad for tracked scores", \.requiresGrad),
        "true: the whole way from scores to loss is made of tensors"
    ) { $0 }
    let gradient = loss.its("backward()") {
        $0.backward()
        return scores.grad ?? .zeros(3, 3)
    }
    try expectGradient(gradient, of: "scores", at: scores) { crossEntropy($0, labels) }
}
