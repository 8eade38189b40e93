// Nudge: Two things decide, one after the other: the count of votes, and the sum of probabilities. How do you compare
//   two classes by both at once?
// Idea: `argmax(axis: 1)` of a look gives its votes. Count them for each photo and class. Pairs of numbers can be
//   compared: (votes, sum), the first one first.
// Almost: Go through the classes from 0 on and keep the best so far; replace it only if
//   `(votes[class], sums[class]) > (votes[best], sums[best])`, so that the smallest number wins a tie.

import Tensors

public func majority(of looks: [Tensor]) throws -> [Int] {
    let votes = looks.map { $0.argmax(axis: 1).scalars }
    let sums = Tensor.stack(looks).sum(axis: 0)
    let (photos, classes) = (sums.shape[0], sums.shape[1])
    return (0..<photos).map { photo in
        let row = sums[photo].scalars
        let counts = (0..<classes).map { label in votes.count { $0[photo] == label } }
        return (0..<classes).reduce(0) { best, label in
            (counts[label], row[label]) > (counts[best], row[best]) ? label : best
        }
    }
}
