// What the experiments of sections 17.8 and 17.9 run on: random numbers and no data set, in the book as here. So their
// numbers may be compared with the book's, whichever digits the rest of the chapter has found.

import Datasets

/// Standard normal random numbers, for `record(…, on:)`.
struct RandomNormals: DataOrigin {
    let name = "normal random numbers"
    let bookName = "normal random numbers"
    let notices: [String] = []
}

extension Foundations {
    /// Where the inputs, targets and weights of the little net come from.
    var normals: RandomNormals { RandomNormals() }
}
