// Nudge: Each symptom is one comparison. What matters is the order, since a training that begins with weights that are
//   too large may also end above chance.
// Idea: Return as soon as something fits, in the order of the last paragraph. A comparison with NaN is false, so ask
//   for `isFinite` before you compare.
// Almost: The order is overflow, large start, wrong sign, zero start, then mixed labels or kept gradients, then two
//   softmaxes, and the leak last. `zip(batches, batches.dropFirst()).contains { $1 > $0 }` says whether losses have
//   risen.

import Chapter16
import Foundation

public func likelyFault(first: Float, batches: [Float], checked: [Float], classes: Int) throws -> Fault {
    let chance = log(Float(classes))
    if !first.isFinite { return .overflow }
    if first > 2 * chance { return .largeStart }
    guard let learned = batches.last, let judged = checked.last else { return .none }
    if !(batches + checked).allSatisfy(\.isFinite) || learned > 2 * chance { return .wrongSign }
    if batches.max()! - batches.min()! < 0.01 { return .zeroStart }
    if judged > chance {
        let hasRisen = zip(batches, batches.dropFirst()).contains { $1 > $0 }
        return hasRisen ? .keptGradients : .mixedLabels
    }
    if learned > chance / 2 { return .twoSoftmaxes }
    return judged < 1.1 * learned ? .leak : .none
}
