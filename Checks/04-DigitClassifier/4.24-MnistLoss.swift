import Exercises04
import Practice
import Solutions04
import Tensors

let mnistLoss = Check(
    "4.24", answer("mnistLoss(_:_:)", Exercises04.mnistLoss(_:_:), Solutions04.mnistLoss(_:_:))
) { mnistLoss in
    for (scores, targets, loss) in scoredExamples { try expectClose(mnistLoss(scores, targets), Tensor(loss)) }

    let loss = try mnistLoss(Tensor([[0], [4]]).requiringGrad(), Tensor([[1], [0]]))
    try expect(
        loss.its("requiresGrad for tracked scores", \.requiresGrad),
        "true: the whole way from scores to loss is made of tensors"
    ) { $0 }
}

/// Scores [n, 1], targets [n, 1], and the loss.
let scoredExamples: [(scores: Tensor, targets: Tensor, loss: Float)] = [
    (Tensor([[0]]), Tensor([[1]]), 0.5), (Tensor([[0], [4]]), Tensor([[1], [0]]), 0.7410069),
    (Tensor([[3]]), Tensor([[0]]), 0.95257413),
    (Tensor([[0.9], [0.4], [0.2]]), Tensor([[1], [0], [1]]), 0.44596824),
    (Tensor([[-11.1002], [5.9263], [9.9627], [-8.1484]]), Tensor([[1], [1], [1], [1]]), 0.5006008),
    (Tensor([[2], [-1], [0.5], [-3], [1], [0]]), Tensor([[0], [1], [1], [0], [1], [0]]), 0.46762727),
]
