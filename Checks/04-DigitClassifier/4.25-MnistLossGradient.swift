import Exercises04
import Practice
import Solutions04
import Tensors

let mnistLossGradient = Check(
    "4.25",
    answer(
        "mnistLossGradient(_:_:)", Exercises04.mnistLossGradient(_:_:), Solutions04.mnistLossGradient(_:_:))
) { mnistLossGradient in
    for (scores, targets, _) in scoredExamples {
        try expectGradient(mnistLossGradient(scores, targets), of: "scores", at: scores) { scores in
            Tensor.where(targets .== 1, 1 - scores.sigmoid(), scores.sigmoid()).mean()
        }
    }
}
