// What most experiments of this chapter run on: random numbers, or a few that stand on the page, and no data set, in
// the book as here. So their numbers may be compared with the book's, whichever digits the rest of the chapter has
// found.

import Datasets

/// Standard normal random numbers, for `record(…, on:)`.
struct RandomNormals: DataOrigin {
    let name = "normal random numbers"
    let bookName = "normal random numbers"
    let notices: [String] = []
}

/// The numbers of an example, for `record(…, on:)`.
struct ExampleNumbers: DataOrigin {
    let name = "the numbers on the page"
    let bookName = "the numbers on the page"
    let notices: [String] = []
}

extension Foundations {
    /// Where an example that stands on the page gets its numbers from.
    var example: ExampleNumbers { ExampleNumbers() }

    /// Where the inputs, targets and weights of the little net come from.
    var normals: RandomNormals { RandomNormals() }
}
