// The checks on the loss and what it is made of: 4.14, 4.15 and 4.16.

import Exercises04
import Practice
import Solutions04
import Tensors

let sigmoid = Check(
    "4.14", (Exercises04.sigmoid, Exercises04.sigmoidSlope), (Solutions04.sigmoid, Solutions04.sigmoidSlope)
) { sigmoid, sigmoidSlope in
    let values: [(Float, Float)] = [(0, 0.5), (1, 0.7310586), (-1, 0.2689414), (4, 0.98201376), (-90, 0), (90, 1)]
    for (x, expected) in values {
        try expectEqual(sigmoid(Tensor([x])), Tensor([expected]), "sigmoid([\(x)])")
    }
    try expectEqual(sigmoid(.zeros(2, 3)), .full(0.5, [2, 3]), "sigmoid(zeros [2, 3])")

    try expectEqual(sigmoidSlope(Tensor([0, 4])), Tensor([0.25, 0.01766271]), "sigmoidSlope([0, 4])")
    let x = Tensor([[-3, -1, 0], [0.5, 2, 5]])
    try expectGradient(sigmoidSlope(x), of: "x", at: x, "sigmoidSlope([[-3, -1, 0], [0.5, 2, 5]])") {
        $0.sigmoid().sum()
    }
    try expectEqual(sigmoidSlope(Tensor([-90, 90])), Tensor([0, 0]), "sigmoidSlope([-90, 90])")
}

/// Scores and targets in lists; all of them become [n, 1].
private let examples: [(scores: [Float], targets: [Float], loss: Float)] = [
    ([0], [1], 0.5), ([0, 4], [1, 0], 0.7410069), ([3], [0], 0.95257413), ([0.9, 0.4, 0.2], [1, 0, 1], 0.44596824),
    ([-11.1002, 5.9263, 9.9627, -8.1484], [1, 1, 1, 1], 0.5006008),
    ([2, -1, 0.5, -3, 1, 0], [0, 1, 1, 0, 1, 0], 0.46762727),
]

let mnistLoss = Check("4.15", Exercises04.mnistLoss, Solutions04.mnistLoss) { mnistLoss in
    for (scores, targets, loss) in examples {
        let found = try mnistLoss(Tensor(scores).unsqueezed(1), Tensor(targets).unsqueezed(1))
        try expectEqual(found, Tensor(loss), "mnistLoss(scores \(scores), targets \(targets))")
    }
    let loss = try mnistLoss(Tensor([[0], [4]]).requiringGrad(), Tensor([[1], [0]]))
    try expect(
        loss.requiresGrad, "mnistLoss of tracked scores, requiresGrad",
        expected: "true: the whole way from scores to loss is made of tensors", found: "false")
}

let mnistLossGradient = Check(
    "4.16", Exercises04.mnistLossGradient, Solutions04.mnistLossGradient
) { mnistLossGradient in
    for (scores, targets, _) in examples {
        let (x, y) = (Tensor(scores).unsqueezed(1), Tensor(targets).unsqueezed(1))
        let call = "mnistLossGradient(scores \(scores), targets \(targets))"
        try expectGradient(mnistLossGradient(x, y), of: "scores", at: x, call) { x in
            Tensor.where(y .== 1, 1 - x.sigmoid(), x.sigmoid()).mean()
        }
    }
}
