import Exercises04
import Practice
import Solutions04
import Tensors

let batchAccuracy = Check(
    "4.32", answer("batchAccuracy(_:_:)", Exercises04.batchAccuracy(_:_:), Solutions04.batchAccuracy(_:_:)),
    answer("majorityAccuracy(_:)", Exercises04.majorityAccuracy(_:), Solutions04.majorityAccuracy(_:))
) { batchAccuracy, majorityAccuracy in
    let batches: [(scores: [Float], targets: [Float], accuracy: Float, majority: Float)] = [
        ([2, -1, 0, 0.5], [1, 1, 0, 0], 0.5, 0.5), ([-11.1002, 5.9263, 9.9627, -8.1484], [1, 1, 1, 1], 0.5, 1),
        ([3, 2, 0.1], [1, 1, 0], 2 / 3, 2 / 3), ([-3, -2, 0.3, -1, -0.2], [0, 0, 1, 0, 0], 1, 0.8),
        ([0], [1], 0, 1), ([0], [0], 1, 1),
    ]
    for (scores, targets, accuracy, majority) in batches {
        let (column, row) = (Tensor(targets).unsqueezed(1), Tensor(targets))
        for targets in [column, row] {
            let found = try batchAccuracy(Tensor(scores).unsqueezed(1), targets)
            try expectClose(found.noting("targets of shape \(targets.shape)"), accuracy)
            try expectClose(majorityAccuracy(targets), majority)
        }
    }
}
