import Exercises16
import Foundation
import Practice
import Solutions16

let biasUnderASchedule = Check(
    "16.5",
    answer(
        "errorOfAdamsCorrection(_:)", Exercises16.errorOfAdamsCorrection(_:),
        Solutions16.errorOfAdamsCorrection(_:))
) { error in
    try expectClose(error([0.9, 0.9, 0.9]), [1, 1, 1])
    try expectClose(error([0.9, 0.5]), [1, 0.75 / 0.55])
    try expectClose(error([]), [])
    try expectClose(error([0, 0.5]), [1, 0.75])
    try expectClose(error([0.5, 0]), [1, 1])

    // A cycle: how much one gradient after the other counts, added up the long way.
    let betas = (0..<40).map { 0.9 + 0.05 * cos(Double($0) / 40 * 2 * .pi) }
    let expected: [Double] = betas.indices.map { step in
        var total = 0.0
        for k in 0...step {
            let kept = betas[(k + 1)..<(step + 1)].reduce(1.0) { $0 * $1 }
            total += (1 - betas[k]) * kept
        }
        return (1 - pow(betas[step], Double(step + 1))) / total
    }
    try expectClose(error(betas), expected)
}
